"""Connections: pages, cursors, pageInfo and totalCount, in every order and from either end."""

import base64
import itertools
import json
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from schakel_server.domain.organisations.values import SizeClass

from tests.contract.asking import Graph
from tests.factories import make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")

PLACES = [1, 2, 2, None, 1, None, 2, 3]
FIELDS = (
    "edges { cursor node { slug } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    """Eight offers with ties and gaps in `places`, and two organisations, one with the first three offers."""
    async with shared.database.transaction():
        first = await make_organisation(slug="first", size_class=SizeClass.SOLO)
        second = await make_organisation(slug="second")
        theme = await make_theme(slug="theme")
        for i, places in enumerate(PLACES):
            provider = first if i < 3 else second
            offer = await make_offer(slug=f"o{i}", title=f"Offer {i % 2}", places=places, provider=provider)
            await offer.themes.add(theme)
    return shared


@dataclass
class Page:
    """What a page must be, worked out from the whole list as the Relay specification has it."""

    slugs: list[str]
    has_next: bool
    has_previous: bool


def expected_page(
    slugs: list[str], first: int | None, last: int | None, after: int | None, before: int | None
) -> Page:
    start = 0 if after is None else after + 1
    end = len(slugs) if before is None else before
    between = slugs[start:end]
    if last is None:
        size = first or 20
        return Page(between[:size], len(between) > size, after is not None)
    return Page(between[-last:], before is not None, len(between) > last)


def order_of(*directions: str) -> str:
    terms = zip(("PLACES", "TITLE"), directions, strict=False)
    return "[" + ", ".join(f"{{field: {field}, direction: {way}}}" for field, way in terms) + "]"


def sorted_slugs(*directions: str) -> list[str]:
    """The offers in this order; a missing value is the greatest, and the id goes the way of the last term."""
    rows = [(999 if places is None else places, i % 2, i) for i, places in enumerate(PLACES)]
    ways = [direction == "DESC" for direction in directions]
    rows.sort(key=lambda row: row[2], reverse=ways[-1])
    for position in reversed(range(len(directions))):
        rows.sort(key=lambda row: row[position], reverse=ways[position])
    return [f"o{row[2]}" for row in rows]


@pytest.mark.parametrize(
    "directions", [("ASC",), ("DESC",), ("ASC", "DESC"), ("DESC", "ASC"), ("DESC", "DESC")]
)
async def test_every_page_between_any_two_cursors(world, directions):
    asked = f"""query ($first: Int, $last: Int, $after: String, $before: String) {{
      offers(first: $first, last: $last, after: $after, before: $before, orderBy: {order_of(*directions)}) {{ {FIELDS} }}
    }}"""
    whole = (await world.data(asked))["offers"]
    slugs = [edge["node"]["slug"] for edge in whole["edges"]]
    cursors = [edge["cursor"] for edge in whole["edges"]]
    places = [None, 0, 1, 3, 4, 6, 7]

    assert slugs == sorted_slugs(*directions)
    for after, before, size in itertools.product(places, places, (1, 3, 8)):
        for first, last in ((size, None), (None, size)):
            data = await world.data(
                asked,
                first=first,
                last=last,
                after=None if after is None else cursors[after],
                before=None if before is None else cursors[before],
            )

            page = expected_page(slugs, first, last, after, before)
            assert [edge["node"]["slug"] for edge in data["offers"]["edges"]] == page.slugs
            ends = [cursors[slugs.index(slug)] for slug in (page.slugs[:1] + page.slugs[-1:])] or [None, None]
            assert data["offers"]["pageInfo"] == {
                "hasNextPage": page.has_next,
                "hasPreviousPage": page.has_previous,
                "startCursor": ends[0],
                "endCursor": ends[1],
            }
            assert data["offers"]["totalCount"] == len(slugs)


async def test_pages_of_a_relation_are_cut_for_each_parent_by_itself(world):
    asked = """query ($after: String) {
      organisations { nodes { slug offers(first: 2, after: $after, orderBy: [{field: PLACES}]) {
        totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage endCursor }
      } } }
    }"""

    def found(data: Any) -> dict[str, tuple[int, list[str], bool, bool]]:
        return {
            node["slug"]: (
                node["offers"]["totalCount"],
                [offer["slug"] for offer in node["offers"]["nodes"]],
                node["offers"]["pageInfo"]["hasNextPage"],
                node["offers"]["pageInfo"]["hasPreviousPage"],
            )
            for node in data["organisations"]["nodes"]
        }

    data = await world.data(asked)
    assert found(data) == {
        "first": (3, ["o0", "o1"], True, False),
        "second": (5, ["o4", "o6"], True, False),
    }
    (second,) = [node for node in data["organisations"]["nodes"] if node["slug"] == "second"]
    data = await world.data(asked, after=second["offers"]["pageInfo"]["endCursor"])
    assert found(data) == {
        "first": (3, [], False, True),
        "second": (5, ["o7", "o3"], True, True),
    }


async def test_a_page_without_size_has_twenty(graph_with_rows):
    data = await graph_with_rows.data(
        "{ themes { nodes { id } totalCount pageInfo { hasNextPage } } "
        "last: themes(last: 100) { nodes { id } pageInfo { hasPreviousPage } } }"
    )

    assert len(data["themes"]["nodes"]) == 20
    assert (data["themes"]["totalCount"], data["themes"]["pageInfo"]["hasNextPage"]) == (102, True)
    assert (len(data["last"]["nodes"]), data["last"]["pageInfo"]["hasPreviousPage"]) == (100, True)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def graph_with_rows(world: Graph) -> Graph:
    async with world.database.transaction():
        for _ in range(101):
            await make_theme()
    return world


@pytest.mark.parametrize("asked", ["first", "last"])
@pytest.mark.parametrize("size", [0, -1, 101, 2_147_483_647])
@pytest.mark.parametrize(
    ("before", "path"),
    [
        ("{ found: offers", ["found"]),
        ("{ themes { nodes { found: offers", ["themes", "nodes", "found"]),
    ],
)
async def test_sizes_outside_1_to_100_are_refused(world, asked, size, before, path):
    closing = "}" * before.count("{")
    error = await world.error(f"{before}({asked}: {size}) {{ totalCount }} {closing}")
    by_variable = await world.error(
        f"query ($n: Int) {before}({asked}: $n) {{ totalCount }} {closing}", n=size
    )

    assert error == by_variable
    assert error == {
        "message": f"{asked} must be from 1 to 100; it is {size}.",
        "path": path,
        "extensions": {"code": "INVALID_INPUT", "limit": 100, "value": size},
    }


async def test_first_and_last_together_are_refused(world):
    error = await world.error("{ offers(first: 1, last: 1) { totalCount } }")

    assert error == {
        "message": "Give first or last, not both.",
        "path": ["offers"],
        "extensions": {"code": "INVALID_INPUT"},
    }
    assert await world.data("{ offers(first: 1, last: null) { nodes { slug } } }") == {
        "offers": {"nodes": [{"slug": "o7"}]}
    }


async def cursor_of(graph: Graph, arguments: str = "", root: str = "offers") -> str:
    data = await graph.data(f"{{ {root}{arguments} {{ edges {{ cursor }} }} }}")
    return str(data[root]["edges"][0]["cursor"])


@pytest.mark.parametrize("side", ["after", "before"])
@pytest.mark.parametrize(
    ("made", "used"),
    [
        ("", "orderBy: [{field: PLACES}]"),
        ("(orderBy: [{field: PLACES}])", ""),
        ("(orderBy: [{field: PLACES}])", "orderBy: [{field: PLACES, direction: DESC}]"),
        ("(orderBy: [{field: PLACES}])", "orderBy: [{field: PLACES}, {field: TITLE}]"),
        ("(orderBy: [{field: CREATED_AT}])", "orderBy: [{field: UPDATED_AT}]"),
    ],
)
async def test_a_cursor_of_another_order_is_refused(world, made, used, side):
    cursor = await cursor_of(world, made)

    error = await world.error(f'{{ o: offers({side}: "{cursor}", {used}) {{ nodes {{ id }} }} }}')

    assert error == {
        "message": "This cursor belongs to another order; page on with the orderBy that it was made under.",
        "path": ["o"],
        "extensions": {"code": "INVALID_CURSOR"},
    }


async def test_a_cursor_of_another_type_is_refused(world):
    cursor = await cursor_of(world, "(orderBy: [{field: CREATED_AT}])", "organisations")

    asked = f'{{ offers(after: "{cursor}", orderBy: [{{field: CREATED_AT}}]) {{ nodes {{ id }} }} }}'
    assert await world.code(asked) == "INVALID_CURSOR"


def encoded(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: "garbage",
        lambda parts: "",
        lambda parts: "ü",
        lambda parts: "=",
        lambda parts: "x" * 100_000,
        lambda parts: encoded(parts)[:-3],
        lambda parts: encoded(None),
        lambda parts: encoded({}),
        lambda parts: encoded([]),
        lambda parts: encoded([parts[0]]),
        lambda parts: encoded(parts[:-1]),
        lambda parts: encoded([*parts, "x"]),
        lambda parts: encoded([parts[0], "1", parts[2]]),
        lambda parts: encoded([parts[0], None, parts[2]]),
        lambda parts: encoded([parts[0], 1.5, parts[2]]),
        lambda parts: encoded([parts[0], True, parts[2]]),
        lambda parts: encoded([parts[0], 10**30, parts[2]]),
        lambda parts: encoded([parts[0], 2**31, parts[2]]),
        lambda parts: encoded([parts[0], 1, None]),
        lambda parts: encoded([parts[0], 1, 5]),
        lambda parts: encoded([parts[0], 1, ["x"]]),
        lambda parts: encoded([parts[0], 1, "a\x00"]),
        lambda parts: encoded([parts[0], 1, "a\ud800"]),
        lambda parts: base64.urlsafe_b64encode(b"[" * 100_000).decode(),
        lambda parts: base64.urlsafe_b64encode(b"\xff\xfe").decode(),
        lambda parts: encoded([1, 2, 3]),
    ],
)
async def test_a_cursor_that_was_changed_is_refused(world, change):
    order = "orderBy: [{field: PLACES}]"
    cursor = await cursor_of(world, f"({order})")
    parts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    asked = f"query ($c: String) {{ offers({{side}}: $c, {order}) {{ nodes {{ id }} }} }}"

    for side in ("after", "before"):
        error = await world.error(asked.replace("{side}", side), c=change(parts))

        assert error["extensions"] == {"code": "INVALID_CURSOR"}
        assert error["path"] == ["offers"]


@pytest.mark.parametrize("kind", ["CREATED_AT", "STARTS_ON", "TITLE", "KIND", "CLOSES_AT"])
async def test_a_key_of_another_kind_in_a_cursor_is_refused(world, kind):
    order = f"orderBy: [{{field: {kind}}}]"
    cursor = await cursor_of(world, f"({order})")
    mark, key, row_id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    wrong = [5, None, [], True] + (["x", "2026-02-30", ""] if kind in ("CREATED_AT", "STARTS_ON") else [])

    for value in wrong:
        given = encoded([mark, value, row_id])
        assert (
            await world.code(f'{{ offers(after: "{given}", {order}) {{ nodes {{ id }} }} }}')
            == "INVALID_CURSOR"
        )
    assert encoded([mark, key, row_id])


async def test_a_cursor_that_is_null_or_absent_counts_for_nothing(world):
    asked = "query ($c: String) { offers(first: 1, after: $c, before: null) { nodes { slug } } }"

    assert await world.values(asked) == ["o7"]
    assert await world.values(asked, c=None) == ["o7"]


async def test_counts_under_where_at_the_root_and_below(world):
    data = await world.data(
        """{
          offers(where: {places: {eq: 2}}, first: 1) { totalCount nodes { slug } }
          none: offers(where: {places: {gt: 3}}) { totalCount nodes { slug } pageInfo { startCursor hasNextPage } }
          organisations { nodes { slug offers(where: {places: {eq: 2}}) { totalCount } all: offers { totalCount } } }
          themes(where: {slug: {eq: "theme"}}) { nodes { offers(where: {places: {isNull: true}}) { totalCount } } }
        }"""
    )

    assert data["offers"] == {"totalCount": 3, "nodes": [{"slug": "o6"}]}
    assert data["none"] == {
        "totalCount": 0,
        "nodes": [],
        "pageInfo": {"startCursor": None, "hasNextPage": False},
    }
    counts = {
        n["slug"]: (n["offers"]["totalCount"], n["all"]["totalCount"]) for n in data["organisations"]["nodes"]
    }
    assert counts == {"first": (2, 3), "second": (1, 5)}
    assert data["themes"] == {"nodes": [{"offers": {"totalCount": 2}}]}


async def test_page_info_alone_and_everything_under_aliases(world):
    data = await world.data(
        """{
          offers(first: 3) { pageInfo { more: hasNextPage hasNextPage __typename } info: pageInfo { hasPreviousPage } }
          count: offers { a: totalCount b: totalCount __typename }
          twice: offers(first: 1) {
            x: nodes { slug } y: nodes { places } e: edges { n: node { slug } __typename } f: edges { m: node { title } }
          }
        }"""
    )

    assert data == {
        "offers": {
            "pageInfo": {"more": True, "hasNextPage": True, "__typename": "PageInfo"},
            "info": {"hasPreviousPage": False},
        },
        "count": {"a": 8, "b": 8, "__typename": "OfferConnection"},
        "twice": {
            "x": [{"slug": "o7"}],
            "y": [{"places": 3}],
            "e": [{"n": {"slug": "o7"}, "__typename": "OfferEdge"}],
            "f": [{"m": {"title": "Offer 1"}}],
        },
    }
