"""What the resolvers read: the same rows that an anonymous visitor sees in Schakel."""

from __future__ import annotations

import base64
import datetime as dt
import json
import zlib
from collections.abc import Sequence
from typing import Any

from schakel_server.domain.offers.models import Offer
from schakel_server.domain.organisations.models import Organisation
from schakel_server.domain.themes.models import Theme
from strawberry.dataloader import DataLoader
from tortoise import connections
from tortoise.expressions import Q

LANGUAGES = ("nl", "en", "fy", "de")
CURSOR_MARK = f"{zlib.crc32(b'Offer:CREATED_AT-'):08x}"  # the same cursors as Schakel's, for equal answers
OFFER_COLUMNS = ("id", "provider_id", "title", "kind", "summary", "closes_at", "created_at")
UPCOMING = """
    SELECT x.theme_id, x.organiser_id, x.title, x.starts_at
    FROM (
        SELECT l.theme_id, a.organiser_id, a.title, a.starts_at, row_number() OVER (
                 PARTITION BY l.theme_id
                 ORDER BY a.starts_at < $3, abs(extract(epoch FROM a.starts_at - $3)), a.id
               ) AS place
        FROM activity_theme l JOIN activity a ON a.id = l.activity_id
        WHERE l.theme_id = ANY($1) AND a.status = 'PUBLISHED' AND a.visibility = 'PUBLIC'
          AND (a.publish_at IS NULL OR a.publish_at <= $4)
          AND (a.unpublish_at IS NULL OR a.unpublish_at > $4)
    ) x
    WHERE x.place <= $2
    ORDER BY x.theme_id, x.place
"""  # Tortoise has no way to say "the first five of each", so a careful engineer writes this one by hand


def local(text: dict[str, str] | None) -> Any:
    """Dutch, else the next language that there is."""
    return next((text[k] for k in LANGUAGES if k in text), None) if text else None


def cursor_of(row: dict[str, Any]) -> str:
    """Where an offer stands in the order newest first."""
    text = f'["{CURSOR_MARK}","{row["created_at"]:%Y-%m-%dT%H:%M:%SZ}","{row["id"]}"]'
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def visible(now: dt.datetime) -> Q:
    """Published, public, and within its window."""
    return (
        Q(status="PUBLISHED", visibility="PUBLIC")
        & (Q(publish_at__isnull=True) | Q(publish_at__lte=now))
        & (Q(unpublish_at__isnull=True) | Q(unpublish_at__gt=now))
    )


async def newest_offers(count: int, **wanted: str) -> list[dict[str, Any]]:
    """The newest visible offers, perhaps of one provider."""
    query = Offer.filter(visible(dt.datetime.now(dt.UTC)), **wanted).order_by("-created_at", "-id")
    return await query.limit(count).values(*OFFER_COLUMNS)


async def organisation(**wanted: str) -> dict[str, Any] | None:
    """One visible organisation."""
    found = await Organisation.filter(visible(dt.datetime.now(dt.UTC)), **wanted).values("id", "name", "slug")
    return found[0] if found else None


def loaders(now: dt.datetime) -> dict[str, DataLoader[Any, Any]]:
    """The loaders of one request."""

    async def organisations(ids: list[str]) -> Sequence[Any]:
        found = await Organisation.filter(visible(now), id__in=ids).values("id", "name", "slug")
        by_id = {row["id"]: row for row in found}
        return [by_id.get(each) for each in ids]

    async def themes(offer_ids: list[str]) -> Sequence[Any]:
        query = Theme.filter(visible(now), offer_theme_rows__id__in=offer_ids).order_by("code_folded", "id")
        lists: dict[str, list[Any]] = {each: [] for each in offer_ids}
        for row in await query.values("id", "code", "label", offer="offer_theme_rows__id"):
            lists[row["offer"]].append(row)
        return [lists[each] for each in offer_ids]

    async def activities(keys: list[tuple[str, int]]) -> Sequence[Any]:
        today = now.replace(hour=0, minute=0, second=0, microsecond=0)
        lists: dict[str, list[Any]] = {theme_id: [] for theme_id, _ in keys}
        most = max(first for _, first in keys)
        args: list[Any] = [list(lists), most, today, now]
        for row in await connections.get("default").execute_query_dict(UPCOMING, args):
            lists[row["theme_id"]].append({**row, "title": json.loads(row["title"])})
        return [lists[theme_id][:first] for theme_id, first in keys]

    return {
        "organisations": DataLoader(organisations),
        "themes": DataLoader(themes),
        "activities": DataLoader(activities),
    }
