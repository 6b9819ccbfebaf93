"""`orderBy`: missing values, text by its folded key, several terms, and each type's own order."""

import datetime as dt

import pytest
from schakel_server.app import the_graph
from schakel_server.domain.offers.values import OfferKind

from tests.factories import (
    STARTS_AT,
    make_activity,
    make_offer,
    make_organisation,
    make_programme,
    make_theme,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOW = dt.datetime.now(dt.UTC)
CATALOGUE = the_graph()[0]


async def test_text_is_ordered_by_its_folded_key(graph):
    names = [
        "Zwolle",
        "zand",
        "Élan",
        "elan",
        "Émile",
        "Ångström",
        "aarde",
        "Ære",
        "10",
        "9",
        "",
        " Lucht",
        "\u200b",
    ]
    async with graph.database.transaction():
        for name in names:
            await make_organisation(name=name)

    data = await graph.values("{ organisations { nodes { name } } }")

    assert data == [
        "",
        "10",
        "9",
        "aarde",
        "Ære",
        "Ångström",
        "Élan",
        "elan",
        "Émile",
        " Lucht",
        "zand",
        "Zwolle",
        "\u200b",
    ]


@pytest.mark.parametrize(
    ("direction", "expected"),
    [("ASC", ["a", "b", "c", "none"]), ("DESC", ["none", "c", "b", "a"])],
)
@pytest.mark.parametrize(
    ("field", "column", "values"),
    [
        ("PLACES", "places", [-5, 0, 7]),
        ("STARTS_ON", "starts_on", [dt.date(1, 1, 1), dt.date(2026, 1, 1), dt.date(9999, 12, 30)]),
        ("CLOSES_AT", "closes_at", [NOW - dt.timedelta(1), NOW, NOW + dt.timedelta(days=1)]),
        ("HOURS_PER_WEEK_MIN", "hours_min", [8, 16, 24]),
    ],
)
async def test_a_missing_value_is_the_greatest(graph, field, column, values, direction, expected):
    async with graph.database.transaction():
        for slug, value in zip(("a", "b", "c", "none"), [*values, None], strict=True):
            await make_offer(slug=slug, **{column: value})

    data = await graph.values(
        f"{{ offers(orderBy: [{{field: {field}, direction: {direction}}}]) {{ nodes {{ slug }} }} }}"
    )

    assert data == expected


async def test_a_missing_float_or_text_is_the_greatest_too(graph):
    async with graph.database.transaction():
        for slug, value in (("b", 1e300), ("a", -1e300), ("none", None), ("c", 1.5e300)):
            await make_programme(slug=slug, study_load_value=value)
        for slug, city in (("b", "Zwolle"), ("none", None), ("a", "\U0010fffe")):
            await make_activity(slug=slug, city=city)

    loads = await graph.values("{ programmes(orderBy: [{field: STUDY_LOAD_VALUE}]) { nodes { slug } } }")
    cities = await graph.values("{ activities(orderBy: [{field: LOCATION_CITY}]) { nodes { slug } } }")

    assert loads == ["a", "b", "c", "none"]
    assert cities == ["b", "a", "none"]


async def test_terms_come_one_after_another_each_in_its_own_direction(graph):
    rows = [
        ("a", 1, OfferKind.JURY),
        ("b", 2, OfferKind.JURY),
        ("c", 1, OfferKind.PROJECT),
        ("d", 2, OfferKind.PROJECT),
    ]
    async with graph.database.transaction():
        for slug, places, kind in rows:
            await make_offer(slug=slug, places=places, kind=kind)
    asked = "query ($by: [OfferOrder!]) { offers(orderBy: $by) { nodes { slug } } }"
    up, down = {"field": "KIND", "direction": "ASC"}, {"field": "KIND", "direction": "DESC"}
    most, least = {"field": "PLACES", "direction": "DESC"}, {"field": "PLACES"}

    assert await graph.values(asked, by=[up, most]) == ["b", "a", "d", "c"]
    assert await graph.values(asked, by=[down, least]) == ["c", "d", "a", "b"]
    assert await graph.values(asked, by=[most, up]) == ["b", "d", "a", "c"]
    assert await graph.values(asked, by=[least, down]) == ["c", "a", "d", "b"]
    assert await graph.values(asked, by=[up, {**down}, least, most]) == ["a", "b", "c", "d"]
    assert await graph.values(asked, by=least) == ["a", "c", "b", "d"]


@pytest.mark.parametrize(("direction", "expected"), [("ASC", ["a", "b", "c"]), ("DESC", ["c", "b", "a"])])
async def test_the_id_breaks_ties_in_the_direction_of_the_last_term(graph, direction, expected):
    async with graph.database.transaction():
        for slug in "abc":
            await make_offer(slug=slug, places=1)

    data = await graph.values(
        f"{{ offers(orderBy: [{{field: PLACES, direction: {direction}}}]) {{ nodes {{ slug }} }} }}"
    )

    assert data == expected


@pytest.mark.parametrize("order", ["", "(orderBy: [])", "(orderBy: null)"])
async def test_offers_come_newest_first(graph, order):
    async with graph.database.transaction():
        for slug, day in (("old", 1), ("new", 3), ("middle", 2)):
            await make_offer(slug=slug, created_at=dt.datetime(2026, 1, day, tzinfo=dt.UTC))

    assert await graph.values(f"{{ offers{order} {{ nodes {{ slug }} }} }}") == ["new", "middle", "old"]


async def test_activities_come_upcoming_first_and_then_the_past_backwards(graph):
    today = NOW.replace(hour=0, minute=0, second=0, microsecond=0)
    starts = {
        "last-year": today - dt.timedelta(days=300),
        "yesterday": today - dt.timedelta(seconds=1),
        "today": today,
        "tomorrow": today + dt.timedelta(days=1, hours=9),
        "next-year": today + dt.timedelta(days=365),
    }
    async with graph.database.transaction():
        organiser = await make_organisation()
        for slug, starts_at in starts.items():
            await make_activity(slug=slug, starts_at=starts_at, organiser=organiser)
    expected = ["today", "tomorrow", "next-year", "yesterday", "last-year"]

    data = await graph.data(
        "{ activities { nodes { slug } } organisations { nodes { activities { nodes { slug } } } } }"
    )

    assert [node["slug"] for node in data["activities"]["nodes"]] == expected
    (organisation,) = data["organisations"]["nodes"]
    assert [node["slug"] for node in organisation["activities"]["nodes"]] == expected


async def test_upcoming_first_can_be_paged_both_ways(graph):
    today = NOW.replace(hour=0, minute=0, second=0, microsecond=0)
    async with graph.database.transaction():
        for days in (-20, -1, 0, 1, 30):
            await make_activity(slug=f"d{days}", starts_at=today + dt.timedelta(days=days, hours=1))
    expected = ["d0", "d1", "d30", "d-1", "d-20"]
    asked = """query ($f: Int, $l: Int, $a: String, $b: String) {
      activities(first: $f, last: $l, after: $a, before: $b) { nodes { slug } pageInfo { startCursor endCursor } }
    }"""

    forward: list[str] = []
    backward: list[str] = []
    after = before = None
    for _ in range(3):
        page = (await graph.data(asked, f=2, a=after))["activities"]
        forward += [node["slug"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        page = (await graph.data(asked, l=2, b=before))["activities"]
        backward = [node["slug"] for node in page["nodes"]] + backward
        before = page["pageInfo"]["startCursor"]

    assert forward == backward == expected


async def test_other_types_come_in_their_own_order(graph):
    async with graph.database.transaction():
        for code, label in (("b", "Aarde"), ("a", "Beton")):
            await make_theme(code=code, label=label)
        for name in ("Zwolle", "assen"):
            await make_organisation(name=name)

    data = await graph.data("{ themes { nodes { code } } organisations { nodes { name } } }")

    assert data == {
        "themes": {"nodes": [{"code": "a"}, {"code": "b"}]},
        "organisations": {"nodes": [{"name": "assen"}, {"name": "Zwolle"}]},
    }


async def test_each_type_declares_the_order_of_the_contract():
    own = {declaration.many: declaration.default_order for declaration in CATALOGUE.nodes()}

    assert own == {
        "themes": ("code",),
        "organisations": ("name",),
        "programmes": ("name",),
        "courses": ("name",),
        "initiatives": ("name",),
        "offers": ("-created_at",),
        "activitySeriesList": ("title",),
        "workingGroups": ("name",),
        "activities": ("upcoming:starts_at",),
        "memberships": ("-created_at",),
        "resources": ("-created_at",),
    }


@pytest.mark.parametrize("declaration", CATALOGUE.nodes(), ids=lambda declaration: declaration.name)
async def test_every_order_of_every_type_works_both_ways(graph, declaration):
    for name in declaration.orders():
        for direction in ("ASC", "DESC"):
            order = f"orderBy: [{{field: {name}, direction: {direction}}}]"
            data = await graph.data(f"{{ {declaration.many}({order}) {{ edges {{ cursor }} totalCount }} }}")

            assert data == {declaration.many: {"edges": [], "totalCount": 0}}


async def test_a_moment_orders_by_time_not_by_text(graph):
    async with graph.database.transaction():
        for slug, hours in (("late", 2), ("early", -2)):
            zone = dt.timezone(dt.timedelta(hours=-11 if hours > 0 else 11))
            moment = (STARTS_AT + dt.timedelta(hours=hours)).astimezone(zone)
            await make_offer(slug=slug, closes_at=moment)

    data = await graph.values("{ offers(orderBy: [{field: CLOSES_AT}]) { nodes { slug } } }")

    assert data == ["early", "late"]
