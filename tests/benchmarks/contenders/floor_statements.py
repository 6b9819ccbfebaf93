"""The fastest statements known for the questions, written by hand: each answers with one row of texts.

They ask for the same visible rows and columns as the GraphQL questions, in Dutch only; what they answer with
goes to the socket unread, so it is in pieces rather than in the shape of the question.

What was tried, as the best median in microseconds over one connection (100,000 offers, PostgreSQL 15, two cores):

    EMBED_SETS         335   one set per level over a materialised page
    EMBED_LINKS_APART  317   links and themes as sets of their own; over HTTP not quicker than EMBED_SETS
    EMBED_GROUPED      367   the sets joined again in the database, so that the JSON is whole
    EMBED_SUBSELECTS   445   correlated sub-selects, the JSON whole
    DEEP_SETS         4270   one set per level; sorts all activities of each theme
    DEEP_WALKS        1466   walks the activities by time instead and asks of each whether it has the theme
"""

VISIBLE_NOW = (
    "{0}.status = 'PUBLISHED' AND {0}.visibility = 'PUBLIC'"
    " AND ({0}.publish_at IS NULL OR {0}.publish_at <= now())"
    " AND ({0}.unpublish_at IS NULL OR {0}.unpublish_at > now())"
)


def _visible(alias: str) -> str:
    """What an anonymous visitor sees; $1 is now."""
    return VISIBLE_NOW.format(alias).replace("now()", "$1")


_PAGE = f"""
SELECT o.id, o.provider_id, o.created_at,
  '{{"title":' || (o.title->'nl')::text || ',"kind":"' || o.kind || '","summary":' ||
  coalesce((o.summary->'nl')::text, 'null') || ',"closesAt":' || coalesce(to_json(o.closes_at)::text, 'null') AS j
FROM offer o WHERE {_visible("o")}
ORDER BY o.created_at DESC, o.id DESC LIMIT 21
"""
_PROVIDER = """'{"id":"' || p.id || '","name":' || to_json(p.name)::text || ',"slug":"' || p.slug || '"}'"""
_THEME = """'{"code":"' || t.code || '","label":' || (t.label->'nl')::text || '}'"""

EMBED_SETS = f"""
WITH o AS MATERIALIZED ({_PAGE})
SELECT
  (SELECT string_agg(o.j || o.provider_id || o.id || o.created_at, ',') FROM o),
  (SELECT string_agg(p.id || {_PROVIDER}, ',') FROM organisation p
    WHERE p.id = ANY(ARRAY(SELECT o.provider_id FROM o)) AND {_visible("p")}),
  (SELECT string_agg(l.offer_id || {_THEME}, ',' ORDER BY t.code_folded, t.id)
    FROM offer_theme l JOIN theme t ON t.id = l.theme_id
    WHERE l.offer_id = ANY(ARRAY(SELECT o.id FROM o)) AND {_visible("t")})
"""

EMBED_LINKS_APART = f"""
WITH o AS MATERIALIZED ({_PAGE}),
l AS MATERIALIZED (
  SELECT l.offer_id, l.theme_id FROM offer_theme l WHERE l.offer_id = ANY(ARRAY(SELECT o.id FROM o)))
SELECT
  (SELECT string_agg(o.j || o.provider_id || o.id || o.created_at, ',') FROM o),
  (SELECT string_agg(p.id || {_PROVIDER}, ',') FROM organisation p
    WHERE p.id = ANY(ARRAY(SELECT o.provider_id FROM o)) AND {_visible("p")}),
  (SELECT string_agg(l.offer_id || l.theme_id, ',') FROM l),
  (SELECT string_agg(t.id || {_THEME}, ',' ORDER BY t.code_folded, t.id) FROM theme t
    WHERE t.id = ANY(ARRAY(SELECT l.theme_id FROM l)) AND {_visible("t")})
"""

EMBED_SUBSELECTS = f"""
SELECT string_agg(o.j || ',"provider":' || coalesce((
    SELECT {_PROVIDER} FROM organisation p WHERE p.id = o.provider_id AND {_visible("p")}), 'null') ||
  ',"themes":[' || coalesce((
    SELECT string_agg({_THEME}, ',' ORDER BY t.code_folded, t.id)
    FROM offer_theme l JOIN theme t ON t.id = l.theme_id
    WHERE l.offer_id = o.id AND {_visible("t")}), '') || ']}}', ',')
FROM ({_PAGE}) o
"""

EMBED_GROUPED = f"""
WITH o AS MATERIALIZED ({_PAGE}),
p AS MATERIALIZED (
  SELECT p.id, {_PROVIDER} AS j FROM organisation p
  WHERE p.id = ANY(ARRAY(SELECT o.provider_id FROM o)) AND {_visible("p")}),
g AS MATERIALIZED (
  SELECT l.offer_id, string_agg({_THEME}, ',' ORDER BY t.code_folded, t.id) AS j
  FROM offer_theme l JOIN theme t ON t.id = l.theme_id
  WHERE l.offer_id = ANY(ARRAY(SELECT o.id FROM o)) AND {_visible("t")} GROUP BY l.offer_id)
SELECT string_agg(
  o.j || ',"provider":' || coalesce(p.j, 'null') || ',"themes":[' || coalesce(g.j, '') || ']}}', ','
  ORDER BY o.created_at DESC, o.id DESC)
FROM o LEFT JOIN p ON p.id = o.provider_id LEFT JOIN g ON g.offer_id = o.id
"""

DEEP_SETS = f"""
WITH s AS MATERIALIZED (SELECT p.id, p.name FROM organisation p WHERE p.slug = $2 AND {_visible("p")}),
o AS MATERIALIZED (
  SELECT o.id, o.title FROM offer o WHERE o.provider_id = (SELECT s.id FROM s) AND {_visible("o")}
  ORDER BY o.created_at DESC, o.id DESC LIMIT 11),
t AS MATERIALIZED (
  SELECT l.offer_id, t.id, t.code_folded, (t.label->'nl')::text AS j
  FROM offer_theme l JOIN theme t ON t.id = l.theme_id
  WHERE l.offer_id = ANY(ARRAY(SELECT o.id FROM o)) AND {_visible("t")}),
a AS MATERIALIZED (
  SELECT k.id AS theme_id, x.* FROM (SELECT DISTINCT t.id FROM t) k CROSS JOIN LATERAL (
    SELECT a.organiser_id, a.title, a.starts_at
    FROM activity_theme l JOIN activity a ON a.id = l.activity_id
    WHERE l.theme_id = k.id AND {_visible("a")}
    ORDER BY a.starts_at < $3, abs(extract(epoch FROM a.starts_at)::bigint - extract(epoch FROM $3)::bigint), a.id
    LIMIT 6) x)
SELECT
  (SELECT to_json(s.name)::text FROM s),
  (SELECT string_agg(o.id || (o.title->'nl')::text, ',') FROM o),
  (SELECT string_agg(t.offer_id || t.id || t.j, ',' ORDER BY t.code_folded, t.id) FROM t),
  (SELECT string_agg(a.theme_id || a.organiser_id || (a.title->'nl')::text || to_json(a.starts_at)::text, ',') FROM a),
  (SELECT string_agg(p.id || to_json(p.name)::text, ',') FROM organisation p
    WHERE p.id = ANY(ARRAY(SELECT a.organiser_id FROM a)) AND {_visible("p")})
"""

DEEP_WALKS = f"""
WITH s AS MATERIALIZED (SELECT p.id, p.name FROM organisation p WHERE p.slug = $2 AND {_visible("p")}),
o AS MATERIALIZED (
  SELECT o.id, o.title FROM offer o WHERE o.provider_id = (SELECT s.id FROM s) AND {_visible("o")}
  ORDER BY o.created_at DESC, o.id DESC LIMIT 11),
t AS MATERIALIZED (
  SELECT l.offer_id, t.id, t.code_folded, (t.label->'nl')::text AS j
  FROM offer_theme l JOIN theme t ON t.id = l.theme_id
  WHERE l.offer_id = ANY(ARRAY(SELECT o.id FROM o)) AND {_visible("t")}),
a AS MATERIALIZED (
  SELECT k.id AS theme_id, x.* FROM (SELECT DISTINCT t.id FROM t) k CROSS JOIN LATERAL (
    (SELECT a.organiser_id, a.title, a.starts_at FROM activity a
      WHERE a.starts_at >= $3 AND {_visible("a")}
        AND EXISTS (SELECT 1 FROM activity_theme l WHERE l.activity_id = a.id AND l.theme_id = k.id)
      ORDER BY a.starts_at, a.id LIMIT 6)
    UNION ALL
    (SELECT a.organiser_id, a.title, a.starts_at FROM activity a
      WHERE a.starts_at < $3 AND {_visible("a")}
        AND EXISTS (SELECT 1 FROM activity_theme l WHERE l.activity_id = a.id AND l.theme_id = k.id)
      ORDER BY a.starts_at DESC, a.id LIMIT 6)
    LIMIT 6) x)
SELECT
  (SELECT to_json(s.name)::text FROM s),
  (SELECT string_agg(o.id || (o.title->'nl')::text, ',') FROM o),
  (SELECT string_agg(t.offer_id || t.id || t.j, ',' ORDER BY t.code_folded, t.id) FROM t),
  (SELECT string_agg(a.theme_id || a.organiser_id || (a.title->'nl')::text || to_json(a.starts_at)::text, ',') FROM a),
  (SELECT string_agg(p.id || to_json(p.name)::text, ',') FROM organisation p
    WHERE p.id = ANY(ARRAY(SELECT a.organiser_id FROM a)) AND {_visible("p")})
"""
