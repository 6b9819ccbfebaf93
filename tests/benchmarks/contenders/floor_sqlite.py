"""The floor on SQLite: one statement written by hand, run where it stands, out of a bare route."""

from __future__ import annotations

import datetime as dt
import sqlite3

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def _visible(alias: str) -> str:
    return (
        f"{alias}.status = 'PUBLISHED' AND {alias}.visibility = 'PUBLIC'"
        f" AND ({alias}.publish_at IS NULL OR {alias}.publish_at <= ?1)"
        f" AND ({alias}.unpublish_at IS NULL OR {alias}.unpublish_at > ?1)"
    )


EMBED = f"""
SELECT group_concat('{{"title":' || (o.title->'nl') || ',"kind":"' || o.kind || '","summary":' ||
  coalesce(o.summary->'nl', 'null') || ',"closesAt":"' || coalesce(o.closes_at, '') || '","provider":' || coalesce((
    SELECT '{{"id":"' || p.id || '","name":' || json_quote(p.name) || ',"slug":"' || p.slug || '"}}'
    FROM organisation p WHERE p.id = o.provider_id AND {_visible("p")}), 'null') || ',"themes":[' || coalesce((
    SELECT group_concat(x.j) FROM (
      SELECT '{{"code":"' || t.code || '","label":' || (t.label->'nl') || '}}' AS j
      FROM offer_theme l JOIN theme t ON t.id = l.theme_id
      WHERE l.offer_id = o.id AND {_visible("t")} ORDER BY t.code_folded, t.id) x), '') || ']}}')
FROM (
  SELECT o.id, o.provider_id, o.created_at, o.title, o.kind, o.summary, o.closes_at
  FROM offer o WHERE {_visible("o")} ORDER BY o.created_at DESC, o.id DESC LIMIT 21) o
"""


def floor_sqlite(database_url: str) -> Starlette:
    """`/EMBED` answers with what the statement gives, without a thread in between."""
    path = database_url.removeprefix("sqlite:///")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
    for pragma in ("mmap_size = 268435456", "cache_size = -16384", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")

    async def answer(request: Request) -> Response:
        await request.body()
        now = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        (text,) = connection.execute(EMBED, (now,)).fetchone()
        return Response(text, media_type="application/json")

    return Starlette(routes=[Route("/EMBED", answer, methods=["POST"])])
