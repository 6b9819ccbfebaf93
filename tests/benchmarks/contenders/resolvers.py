"""The usual way: Strawberry resolvers over Tortoise with data loaders, written with care.

Only the columns that are needed are read, as plain values rather than models (which is faster); providers,
themes, activities and organisers come through loaders, one query for each; parsed and validated documents
are kept; the pool has as many connections as Schakel's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NewType

import strawberry
from schakel_server.domain import MODEL_MODULES
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types import Info
from tortoise import Tortoise

from tests.benchmarks.contenders import rows
from tests.benchmarks.contenders.schakel import POOL

DateTime = NewType("DateTime", object)
SCALARS = {
    DateTime: strawberry.scalar(name="DateTime", serialize=lambda moment: f"{moment:%Y-%m-%dT%H:%M:%SZ}")
}


@strawberry.type
class Organisation:
    id: str
    name: str
    slug: str

    @classmethod
    def of(cls, row: Any) -> Organisation:
        return cls(id=row["id"], name=row["name"], slug=row["slug"])

    @strawberry.field
    async def offers(self, first: int = 20) -> OfferConnection:
        return OfferConnection.of(await rows.newest_offers(first + 1, provider_id=self.id), first)


@strawberry.type
class Activity:
    organiser_id: strawberry.Private[str]
    title: str
    starts_at: DateTime

    @strawberry.field
    async def organiser(self, info: Info[Any, Any]) -> Organisation | None:
        row = await info.context["organisations"].load(self.organiser_id)
        return Organisation.of(row) if row else None


@strawberry.type
class ActivityConnection:
    nodes: list[Activity]


@strawberry.type
class Theme:
    theme_id: strawberry.Private[str]
    code: str
    label: str

    @strawberry.field
    async def activities(self, info: Info[Any, Any], first: int = 20) -> ActivityConnection:
        found = await info.context["activities"].load((self.theme_id, first))
        return ActivityConnection(
            nodes=[
                Activity(
                    organiser_id=r["organiser_id"], title=rows.local(r["title"]), starts_at=r["starts_at"]
                )
                for r in found
            ]
        )


@strawberry.type
class Offer:
    offer_id: strawberry.Private[str]
    provider_id: strawberry.Private[str]
    title: str
    kind: str
    summary: str | None
    closes_at: DateTime | None

    @strawberry.field
    async def provider(self, info: Info[Any, Any]) -> Organisation | None:
        row = await info.context["organisations"].load(self.provider_id)
        return Organisation.of(row) if row else None

    @strawberry.field
    async def themes(self, info: Info[Any, Any]) -> list[Theme]:
        found = await info.context["themes"].load(self.offer_id)
        return [Theme(theme_id=r["id"], code=r["code"], label=rows.local(r["label"])) for r in found]


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class OfferConnection:
    nodes: list[Offer]
    page_info: PageInfo

    @classmethod
    def of(cls, found: list[dict[str, Any]], first: int) -> OfferConnection:
        """A page out of one row more than it holds."""
        page = found[:first]
        cursor = rows.cursor_of(page[-1]) if page else None
        return cls(
            nodes=[
                Offer(
                    offer_id=row["id"],
                    provider_id=row["provider_id"],
                    title=rows.local(row["title"]),
                    kind=row["kind"].name,
                    summary=rows.local(row["summary"]),
                    closes_at=row["closes_at"],
                )
                for row in page
            ],
            page_info=PageInfo(has_next_page=len(found) > first, end_cursor=cursor),
        )


@strawberry.input(one_of=True)
class OrganisationBy:
    id: strawberry.Maybe[str]
    slug: strawberry.Maybe[str]


@strawberry.type
class Query:
    @strawberry.field
    async def offers(self, first: int = 20) -> OfferConnection:
        return OfferConnection.of(await rows.newest_offers(first + 1), first)

    @strawberry.field
    async def organisation(self, by: OrganisationBy) -> Organisation | None:
        wanted = {"slug": by.slug.value} if by.slug else {"id": by.id.value if by.id else ""}
        row = await rows.organisation(**wanted)
        return Organisation.of(row) if row else None


class Endpoint(GraphQL):  # type: ignore[type-arg]
    """GraphQL over HTTP with new loaders for each request."""

    async def get_context(self, request: Any, response: Any) -> Any:
        return {"request": request, "response": response, **rows.loaders(dt.datetime.now(dt.UTC))}


def resolvers(database_url: str) -> Starlette:
    """`/graphql` answers the questions of the benchmark, and would answer others on these fields."""
    schema = strawberry.Schema(
        Query,
        extensions=[ParserCache, ValidationCache],
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    endpoint = Endpoint(schema, graphql_ide=None)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        address = database_url.replace("postgresql:", "asyncpg:", 1)
        await Tortoise.init(
            db_url=f"{address}?minsize={POOL}&maxsize={POOL}",
            modules={"schakel": list(MODEL_MODULES)},
            use_tz=True,
            _enable_global_fallback=True,
        )
        yield
        await Tortoise.close_connections()

    async def graphql(request: Request) -> Any:
        return await endpoint.run(request)

    return Starlette(routes=[Route("/graphql", graphql, methods=["POST"])], lifespan=lifespan)
