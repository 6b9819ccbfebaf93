-- What PostGraphile shows: the rows and columns that an anonymous visitor of Schakel sees, in Dutch.
-- Views are opened up by the planner, so the indexes of the tables serve them; functions of one SELECT too.
-- The smart tags in comments are how PostGraphile is told of keys and relations of views.
DROP SCHEMA IF EXISTS peer CASCADE;
CREATE SCHEMA peer;

CREATE VIEW peer.organisation AS
  SELECT id, slug, name FROM public.organisation
  WHERE status = 'PUBLISHED' AND visibility = 'PUBLIC'
    AND (publish_at IS NULL OR publish_at <= now()) AND (unpublish_at IS NULL OR unpublish_at > now());

CREATE VIEW peer.offer AS
  SELECT id, title->>'nl' AS title, kind, summary->>'nl' AS summary, closes_at, created_at, provider_id
  FROM public.offer
  WHERE status = 'PUBLISHED' AND visibility = 'PUBLIC'
    AND (publish_at IS NULL OR publish_at <= now()) AND (unpublish_at IS NULL OR unpublish_at > now());

CREATE VIEW peer.theme AS
  SELECT id, code, label->>'nl' AS label, code_folded FROM public.theme
  WHERE status = 'PUBLISHED' AND visibility = 'PUBLIC'
    AND (publish_at IS NULL OR publish_at <= now()) AND (unpublish_at IS NULL OR unpublish_at > now());

CREATE VIEW peer.activity AS
  SELECT id, title->>'nl' AS title, starts_at, organiser_id FROM public.activity
  WHERE status = 'PUBLISHED' AND visibility = 'PUBLIC'
    AND (publish_at IS NULL OR publish_at <= now()) AND (unpublish_at IS NULL OR unpublish_at > now());

-- The themes of an offer, in the order in which Schakel gives them.
CREATE FUNCTION peer.offer_themes(o peer.offer) RETURNS SETOF peer.theme LANGUAGE sql STABLE AS $$
  SELECT t.* FROM public.offer_theme l JOIN peer.theme t ON t.id = l.theme_id
  WHERE l.offer_id = o.id ORDER BY t.code_folded, t.id
$$;

-- What comes first: from today on, then from today back, each along the index on the time. The number is an
-- argument, since only a limit inside both halves lets the planner walk the index.
CREATE FUNCTION peer.theme_activities(t peer.theme, up_to int) RETURNS SETOF peer.activity LANGUAGE sql STABLE AS $$
  (SELECT a.* FROM peer.activity a
    WHERE a.starts_at >= date_trunc('day', now(), 'UTC')
      AND EXISTS (SELECT 1 FROM public.activity_theme l WHERE l.activity_id = a.id AND l.theme_id = t.id)
    ORDER BY a.starts_at, a.id LIMIT up_to)
  UNION ALL
  (SELECT a.* FROM peer.activity a
    WHERE a.starts_at < date_trunc('day', now(), 'UTC')
      AND EXISTS (SELECT 1 FROM public.activity_theme l WHERE l.activity_id = a.id AND l.theme_id = t.id)
    ORDER BY a.starts_at DESC, a.id LIMIT up_to)
  LIMIT up_to
$$;

COMMENT ON VIEW peer.organisation IS E'@primaryKey id\n@unique slug';
COMMENT ON VIEW peer.offer IS
  E'@primaryKey id\n@foreignKey (provider_id) references peer.organisation (id)|@fieldName provider|@foreignFieldName offers';
COMMENT ON VIEW peer.theme IS E'@primaryKey id';
COMMENT ON VIEW peer.activity IS
  E'@primaryKey id\n@foreignKey (organiser_id) references peer.organisation (id)|@fieldName organiser|@foreignFieldName activities';
COMMENT ON FUNCTION peer.offer_themes(peer.offer) IS E'@behavior -connection +list';
COMMENT ON FUNCTION peer.theme_activities(peer.theme, int) IS E'@behavior -connection +list';
