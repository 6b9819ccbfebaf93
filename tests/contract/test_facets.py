"""Facets: how many rows there are for each value, a facet's own conditions left out."""

import pytest
import pytest_asyncio
from schakel_server.domain.education.models import Programme
from schakel_server.domain.offers.models import Offer, OfferLocation
from schakel_server.domain.offers.values import Market, OfferKind, OfferState
from schakel_server.domain.organisations.values import EducationLevel
from schakel_server.storage.ids import new_id

from tests.contract.asking import Graph
from tests.factories import make, make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")

VALUES = "values { value count }"
LEVELS = EducationLevel


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    """Five offers of two providers, with themes, levels and places."""
    async with shared.database.transaction():
        textile = await make_theme(code="textiel", label={"nl": "Textiel", "en": "Textiles"})
        water = await make_theme(code="water", label="Water")
        firda = await make_organisation(slug="firda", name="Firda")
        hanze = await make_organisation(slug="hanze", name="Hanze")
        rows = [
            (firda, OfferKind.GUEST_LECTURE, ["MBO_3", "MBO_4"], [textile], ["Assen", "Assen"]),
            (firda, OfferKind.GUEST_LECTURE, ["MBO_4", "MBO_4"], [textile, water], ["Emmen"]),
            (firda, OfferKind.JURY, [], [], ["Assen", "Emmen"]),
            (hanze, OfferKind.JURY, ["BACHELOR"], [water], []),
            (hanze, OfferKind.PROJECT, ["BACHELOR", "MBO_4"], [textile], ["Zwolle"]),
        ]
        for number, (provider, kind, levels, themes, cities) in enumerate(rows):
            market = Market.STUDENTS if kind is OfferKind.PROJECT else Market.TEACHERS
            offer = await make_offer(
                slug=f"o{number}",
                title=f"Aanbod {number}",
                provider=provider,
                kind=kind,
                market=market,
                levels=[LEVELS[level] for level in levels],
                state=OfferState.OPEN,
                crebos=["25998", "0é'"] if number == 0 else [],
            )
            await offer.themes.add(*themes)
            for city in cities:
                province = "NL-OV" if city == "Zwolle" else "NL-DR"
                await make(OfferLocation, offer=offer, city=city, province=province)
    return shared


def counts(facet: dict) -> dict[str, int]:
    return {item["value"]: item["count"] for item in facet["values"]}


async def one(world: Graph, field: str, where: str = "{}", more: str = "") -> dict[str, int]:
    """The counts of one facet of all offers that meet a condition, in their order."""
    data = await world.data(
        f"{{ offers(where: {where}) {{ facets(fields: [{field}]{more}) {{ {VALUES} }} }} }}"
    )
    (facet,) = data["offers"]["facets"]
    return counts(facet)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("KIND", {"GUEST_LECTURE": 2, "JURY": 2, "PROJECT": 1}),
        ("MARKET", {"TEACHERS": 4, "STUDENTS": 1}),
        ("LEVELS", {"MBO_4": 3, "BACHELOR": 2, "MBO_3": 1}),
        ("CREBOS", {"0é'": 1, "25998": 1}),
        ("LOCATIONS_CITY", {"Assen": 2, "Emmen": 2, "Zwolle": 1}),
        ("LOCATION_MODE", {}),
        ("INITIATIVE", {}),
    ],
)
async def test_rows_are_counted_by_value_most_first(world, field, expected):
    found = await one(world, field)

    assert list(found.items()) == list(expected.items())


async def test_related_nodes_are_counted_by_id_and_named(world):
    data = await world.data(
        """{ offers { facets(fields: [THEMES, PROVIDER]) {
          field values { value count nl: label(locale: NL) en: label(locale: EN) fy: label(locale: FY) } } } }"""
    )
    ids = await world.data("{ themes { nodes { id code } } organisations { nodes { id name } } }")

    theme = {item["code"]: item["id"] for item in ids["themes"]["nodes"]}
    org = {item["name"]: item["id"] for item in ids["organisations"]["nodes"]}
    themes, providers = data["offers"]["facets"]
    assert themes == {
        "field": "THEMES",
        "values": [
            {"value": theme["textiel"], "count": 3, "nl": "Textiel", "en": "Textiles", "fy": "Textiel"},
            {"value": theme["water"], "count": 2, "nl": "Water", "en": "Water", "fy": "Water"},
        ],
    }
    assert [(v["value"], v["count"], v["en"]) for v in providers["values"]] == [
        (org["Firda"], 3, "Firda"),
        (org["Hanze"], 2, "Hanze"),
    ]


@pytest.mark.parametrize(("locale", "label"), [("NL", "Gastles"), ("EN", "Guest lecture"), ("FY", "Gastles")])
async def test_a_word_of_an_enum_is_named_in_the_language_of_the_request(world, locale, label):
    data = await world.data(
        "{ offers { facets(fields: [KIND], first: 1) { values { label } } } }", locale=locale
    )

    assert data["offers"]["facets"] == [{"values": [{"label": label}]}]


async def test_other_values_are_their_own_label(world):
    data = await world.data(
        "{ offers { facets(fields: [LOCATIONS_CITY], first: 1) { values { label value } } } }"
    )

    assert data["offers"]["facets"] == [{"values": [{"label": "Assen", "value": "Assen"}]}]


ALL_KINDS = {"GUEST_LECTURE": 2, "JURY": 2, "PROJECT": 1}


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{kind: {eq: JURY}}", ALL_KINDS),
        ("{kind: {oneOf: [JURY], isNull: false}}", ALL_KINDS),
        ("{AND: [{kind: {eq: JURY}}, {AND: [{kind: {eq: PROJECT}}]}]}", ALL_KINDS),
        ("{kind: {eq: JURY}, market: {eq: TEACHERS}}", {"GUEST_LECTURE": 2, "JURY": 2}),
        ("{AND: [{kind: {eq: JURY}, market: {eq: TEACHERS}}]}", {"GUEST_LECTURE": 2, "JURY": 2}),
        ("{OR: [{kind: {eq: JURY}}]}", {"JURY": 2}),
        ("{NOT: {kind: {eq: JURY}}}", {"GUEST_LECTURE": 2, "PROJECT": 1}),
        ("{AND: [], kind: {eq: JURY}}", ALL_KINDS),
        ('{AND: [{}], provider: {slug: {eq: "hanze"}}}', {"JURY": 1, "PROJECT": 1}),
        ('{themes: {some: {code: {eq: "water"}}}}', {"GUEST_LECTURE": 1, "JURY": 1}),
        ('{themes: {none: {code: {eq: "water"}}}}', {"GUEST_LECTURE": 1, "JURY": 1, "PROJECT": 1}),
        ("{OR: []}", {}),
    ],
)
async def test_a_facet_leaves_out_its_own_conditions_that_stand_in_conjunction(world, where, expected):
    assert await one(world, "KIND", where) == expected


ALL_CITIES = {"Assen": 2, "Emmen": 2, "Zwolle": 1}


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ('{locations: {some: {city: {eq: "Assen"}}}}', ALL_CITIES),
        ('{locations: {some: {city: {eq: "Assen"}, province: {eq: "NL-DR"}}}}', {"Assen": 2, "Emmen": 2}),
        ('{locations: {some: {AND: [{city: {eq: "Assen"}}]}}}', ALL_CITIES),
        ('{locations: {some: {OR: [{city: {eq: "Zwolle"}}]}}}', {"Zwolle": 1}),
        ('{locations: {none: {city: {eq: "Assen"}}}}', {"Emmen": 1, "Zwolle": 1}),
        ("{locations: {some: {}}, kind: {eq: JURY}}", {"Assen": 1, "Emmen": 1}),
    ],
)
async def test_a_facet_of_parts_leaves_out_what_is_said_of_the_same_column(world, where, expected):
    assert await one(world, "LOCATIONS_CITY", where) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ('{themes: {some: {code: {eq: "water"}}}}', [3, 2]),
        ('{themes: {none: {code: {eq: "water"}}}}', [2]),
        ('{themes: {some: {code: {eq: "water"}}}, kind: {eq: JURY}}', [1]),
        ('{NOT: {themes: {some: {code: {eq: "textiel"}}}}}', [1]),
    ],
)
async def test_a_facet_of_nodes_leaves_out_what_is_said_of_them(world, where, expected):
    assert list((await one(world, "THEMES", where)).values()) == expected


async def test_the_provider_that_is_chosen_does_not_hide_the_others(world):
    found = await one(world, "PROVIDER", '{provider: {slug: {eq: "firda"}}}')

    assert list(found.values()) == [3, 2]


async def test_facets_of_a_relation_are_counted_for_each_parent(world):
    data = await world.data(
        """{ organisations { nodes { slug offers(first: 1, where: {kind: {eq: JURY}}) {
          totalCount facets(fields: [KIND, LEVELS, LOCATIONS_CITY]) { values { value count } } } } } }"""
    )

    found = {
        node["slug"]: [counts(f) for f in node["offers"]["facets"]] for node in data["organisations"]["nodes"]
    }
    assert found == {
        "firda": [{"GUEST_LECTURE": 2, "JURY": 1}, {}, {"Assen": 1, "Emmen": 1}],
        "hanze": [{"JURY": 1, "PROJECT": 1}, {"BACHELOR": 1}, {}],
    }


async def test_facets_through_a_link_are_counted_for_each_parent(world):
    data = await world.data(
        "{ themes { nodes { code offers { facets(fields: [KIND, PROVIDER]) { values { count label } } } } } }"
    )

    found = {
        node["code"]: [[(v["label"], v["count"]) for v in f["values"]] for f in node["offers"]["facets"]]
        for node in data["themes"]["nodes"]
    }
    assert found == {
        "textiel": [[("Guest lecture", 2), ("Project", 1)], [("Firda", 2), ("Hanze", 1)]],
        "water": [[("Guest lecture", 1), ("Jury", 1)], [("Firda", 1), ("Hanze", 1)]],
    }


async def test_the_page_does_not_change_the_counts(world):
    data = await world.data("{ offers(first: 1) { nodes { slug } pageInfo { endCursor } } }")
    cursor = data["offers"]["pageInfo"]["endCursor"]

    data = await world.data(
        f'{{ offers(first: 1, after: "{cursor}") {{ nodes {{ slug }} facets(fields: [KIND]) {{ {VALUES} }} }} }}'
    )

    assert data["offers"]["nodes"] == [{"slug": "o3"}]
    assert counts(data["offers"]["facets"][0]) == ALL_KINDS


async def test_aliases_keep_their_own_fields_sizes_and_languages(world):
    data = await world.data(
        """{ offers {
          a: facets(fields: [KIND, MARKET], first: 1) { field values { value } }
          b: facets(fields: [KIND]) { name: field kind: __typename items: values { nl: label(locale: NL) __typename } }
          c: facets(fields: [STATE, STATE]) { field }
          d: facets(fields: []) { field }
        } }"""
    )

    items = [{"nl": label, "__typename": "FacetValue"} for label in ("Gastles", "Jury", "Project")]
    assert data["offers"] == {
        "a": [
            {"field": "KIND", "values": [{"value": "GUEST_LECTURE"}]},
            {"field": "MARKET", "values": [{"value": "TEACHERS"}]},
        ],
        "b": [{"name": "KIND", "kind": "Facet", "items": items}],
        "c": [{"field": "STATE"}, {"field": "STATE"}],
        "d": [],
    }


async def test_everything_can_be_a_variable(world):
    asked = """query ($fields: [OfferFacet!]!, $first: Int, $locale: Locale, $kind: OfferKind) {
      offers(where: {kind: {eq: $kind}}) { facets(fields: $fields, first: $first) {
        field values { label(locale: $locale) } } } }"""

    both = await world.data(asked, fields=["MARKET", "KIND"], first=1, locale="NL", kind="JURY")
    other = await world.data(asked, fields=["KIND"], first=None, locale="EN")

    assert both["offers"]["facets"] == [
        {"field": "MARKET", "values": [{"label": "Teachers"}]},
        {"field": "KIND", "values": [{"label": "Gastles"}]},
    ]
    labels = [{"label": "Guest lecture"}, {"label": "Jury"}, {"label": "Project"}]
    assert other["offers"]["facets"] == [{"field": "KIND", "values": labels}]


@pytest.mark.parametrize("first", [0, -1, 101])
async def test_a_number_of_values_out_of_bounds_is_refused(world, first):
    error = await world.error(f"{{ offers {{ facets(fields: [KIND], first: {first}) {{ field }} }} }}")

    assert error["extensions"]["code"] == "INVALID_INPUT"
    assert error["message"] == f"first must be from 1 to 100; it is {first}."
    assert error["path"] == ["offers", "facets"]


async def test_a_facet_that_a_type_does_not_have_is_refused_with_its_name(world):
    error = await world.error("{ offers { facets(fields: [SIZE_CLASS]) { field } } }")

    assert error["extensions"]["code"] == "VALIDATION_FAILED"
    assert "'SIZE_CLASS'" in error["message"]


async def test_what_is_wrong_with_a_condition_is_told_though_the_facet_leaves_it_out(world):
    asked = "{ offers(where: {themes: {some: {id: {eq: %s}}}}) { facets(fields: [THEMES]) { field values { count } } } }"

    assert await world.code(asked % '"textiel"') == "INVALID_ID"
    assert await world.code(asked % f'"{new_id("org")}"') == "INVALID_ID"


async def test_facets_keep_to_the_circle_on_the_map(world):
    async with world.database.transaction():
        here = await make(
            OfferLocation, offer=await Offer.get(slug="o4"), city="Hier", latitude=53.0, longitude=6.5
        )

    point = "near: {latitude: 53.0, longitude: 6.5, distanceKm: 1}"
    place = 'near: {place: "Hier", distanceKm: 1}'
    data = await world.data(
        f"{{ offers({point}) {{ facets(fields: [KIND, MARKET]) {{ {VALUES} }} }} "
        f"named: offers({place}) {{ totalCount facets(fields: [KIND, MARKET]) {{ {VALUES} }} }} }}"
    )
    async with world.database.transaction():
        await here.delete()

    found = [counts(facet) for facet in data["offers"]["facets"]]
    assert found == [{"PROJECT": 1}, {"STUDENTS": 1}]
    assert [counts(facet) for facet in data["named"]["facets"]] == found


async def test_numbers_are_counted_in_their_order(world):
    async with world.database.transaction():
        rows = [await make(Programme, eqf=eqf) for eqf in (10, 9, 9, None)]
        rows.append(await make(Programme, eqf=11))

    data = await world.data("{ programmes { facets(fields: [EQF]) { values { value label count } } } }")
    async with world.database.transaction():
        for row in rows:
            await row.delete()

    found = [(v["value"], v["label"], v["count"]) for v in data["programmes"]["facets"][0]["values"]]
    assert found == [("9", "9", 2), ("10", "10", 1), ("11", "11", 1)]
