"""Scalars and nulls: how each kind of value leaves the graph, and what is taken in."""

import datetime as dt

import pytest
from schakel_server.app import the_graph
from schakel_server.declare.catalogue import ManyField
from schakel_server.domain.education.models import ProgrammeLocation
from schakel_server.domain.organisations.models import Address, Recognition
from schakel_server.domain.organisations.values import AddressKind, EducationLevel
from schakel_server.graph.scalars import SCALARS, Duration, Email, Url

from tests.factories import make, make_activity, make_offer, make_organisation, make_programme, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")

CATALOGUE = the_graph()[0]


async def test_moments_and_dates(graph):
    closes_at = dt.datetime(2027, 7, 1, 0, 30, 15, 999_999, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    async with graph.database.transaction():
        await make_offer(closes_at=closes_at, starts_on=dt.date(2027, 2, 28), opens_at=None)

    data = await graph.data("{ offers { nodes { closesAt startsOn opensAt endsOn } } }")

    assert data["offers"]["nodes"] == [
        {"closesAt": "2027-06-30T22:30:15Z", "startsOn": "2027-02-28", "opensAt": None, "endsOn": None}
    ]


@pytest.mark.parametrize("year", [1, 999, 1582, 9999])
async def test_moments_and_dates_of_any_year(graph, year):
    moment = dt.datetime(year, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    async with graph.database.transaction():
        await make_offer(closes_at=moment, starts_on=moment.date())
    text = f"{year:04d}-01-02T03:04:05Z"

    data = await graph.data(
        "query ($at: DateTime, $on: Date) { offers(where: {closesAt: {eq: $at}, startsOn: {eq: $on}}) "
        "{ nodes { closesAt startsOn } } }",
        at=text,
        on=text[:10],
    )

    assert data["offers"]["nodes"] == [{"closesAt": text, "startsOn": text[:10]}]


MOMENTS = [
    ("2026-11-23T18:00:00Z", True),
    ("2026-11-23T18:00:00.5+01:00", True),
    ("2026-11-23T18:00:00-11:30", True),
    ("2026-11-23T18:00:00", False),
    ("2026-11-23", False),
    ("2026-02-29T00:00:00Z", False),
    ("2026-11-23T25:00:00Z", False),
    ("9999-12-31T23:59:59-01:00", False),
    ("tomorrow", False),
    ("", False),
    (1_700_000_000, False),
    (True, False),
    ([], False),
]


@pytest.mark.parametrize(("given", "is_taken"), MOMENTS)
async def test_moments_that_are_taken(graph, given, is_taken):
    response = await graph.response(
        "query ($at: DateTime) { offers(where: {closesAt: {gt: $at}}) { totalCount } }", at=given
    )

    assert ("errors" not in response) is is_taken
    if not is_taken:
        assert response["errors"][0]["extensions"]["code"] == "INVALID_INPUT"


@pytest.mark.parametrize(
    ("given", "is_taken"),
    [
        ("2026-11-23", True),
        ("2028-02-29", True),
        ("2026-02-29", False),
        ("20261123", False),
        ("2026-W48-1", False),
        ("2026-11-23T00:00:00Z", False),
        ("2026-13-01", False),
        (20261123, False),
    ],
)
async def test_dates_that_are_taken(graph, given, is_taken):
    response = await graph.response(
        "query ($on: Date) { offers(where: {startsOn: {lte: $on}}) { totalCount } }", on=given
    )

    assert ("errors" not in response) is is_taken


async def test_a_wrong_literal_says_what_to_write(graph):
    error = await graph.error('{ offers(where: {startsOn: {eq: "23-11-2026"}}) { totalCount } }')

    assert error["message"] == "'23-11-2026' is no date; write e.g. '2026-11-23'."
    assert error["extensions"] == {"code": "VALIDATION_FAILED"}


@pytest.mark.parametrize(
    ("scalar", "taken", "refused"),
    [
        (
            Url,
            ["https://example.org", "http://a.nl/b?c=d#e", "HTTPS://EXAMPLE.ORG/ä"],
            ["", "example.org", "ftp://example.org", "javascript:alert(1)", "https://", "https://a b", 1],
        ),
        (
            Email,
            ["info@example.org", "a.b+c@d.example.org"],
            ["", "info", "info@example", "@example.org", "a@b@c.nl", "a b@c.nl", "a@.nl", None],
        ),
        (
            Duration,
            ["P1M", "P1Y2M3W4DT5H6M7.5S", "PT2H", "P2W"],
            ["", "P", "PT", "1M", "P1H", "P-1D", "P1M ", 1],
        ),
    ],
    ids=["Url", "Email", "Duration"],
)
async def test_urls_addresses_and_durations_that_are_taken(scalar, taken, refused):
    parse = SCALARS[scalar].parse_value

    for value in taken:
        assert parse(value) == value
    for value in refused:
        with pytest.raises(Exception, match=r"must be text such as|is no "):
            parse(value)


@pytest.mark.parametrize(
    ("latitude", "shown"),
    [
        (52.695123456, 52.695123),
        (52.6951235, 52.695124),
        (-0.0000004, 0),
        (53.0, 53),
        (1e-7, 0),
        (0.1 + 0.2, 0.3),
        (-179.9999999, -180),
        (1 / 3, 0.333333),
    ],
)
async def test_coordinates_have_six_places(graph, latitude, shown):
    async with graph.database.transaction():
        await make_activity(latitude=latitude)

    data = await graph.data("{ activities { nodes { location { latitude longitude } } } }")

    assert data["activities"]["nodes"] == [{"location": {"latitude": shown, "longitude": None}}]


@pytest.mark.parametrize("load", [30.0, 7.5, 0.1, 1e15, 123456789.1, 0.04])
async def test_a_study_load_has_one_place(graph, load):
    async with graph.database.transaction():
        await make_programme(study_load_value=load)

    data = await graph.data("{ programmes { nodes { studyLoad { value } } } }")

    assert data["programmes"]["nodes"] == [{"studyLoad": {"value": round(load, 1)}}]


async def test_money_is_in_whole_cents(graph):
    async with graph.database.transaction():
        await make_offer(pay_min=45_000, pay_max=2_147_483_647, pay_currency="EUR", pay_period="P1M")

    data = await graph.data("{ offers { nodes { compensation { min max currency period kind note } } } }")

    assert data["offers"]["nodes"][0]["compensation"] == {
        "min": 45_000,
        "max": 2_147_483_647,
        "currency": "EUR",
        "period": "P1M",
        "kind": None,
        "note": None,
    }


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud800", "a\udfffb"])
async def test_nul_and_lone_surrogates_are_refused_in_variables(graph, text):
    asked = (
        "query ($s: String, $w: OfferWhere!) { offers(where: {AND: [{slug: {eq: $s}}, $w]}) { totalCount } }"
    )

    for variables in ({"s": text, "w": {}}, {"s": "", "w": {"title": {"contains": text}}}):
        error = await graph.error(asked, **variables)

        assert error == {
            "message": "Text can't hold NUL characters or lone surrogates; leave them out.",
            "extensions": {"code": "INVALID_INPUT"},
        }


async def test_nul_is_refused_in_literals(graph):
    error = await graph.error('{ offers(where: {title: {contains: "a\\u0000"}}) { totalCount } }')

    assert error == {
        "message": "Text can't hold NUL characters or lone surrogates; leave them out.",
        "path": ["offers"],
        "extensions": {"code": "INVALID_INPUT"},
    }


async def test_text_is_in_nfc_whichever_way_it_came(graph):
    async with graph.database.transaction():
        await make_organisation(name="Cafe\u0301")

    data = await graph.data(
        "query ($n: String) { a: organisations(where: {name: {eq: $n}}) { nodes { name } } "
        'b: organisations(where: {name: {eq: "Cafe\\u0301"}}) { nodes { name } } }',
        n="Cafe\u0301",
    )

    assert data == {"a": {"nodes": [{"name": "Caf\u00e9"}]}, "b": {"nodes": [{"name": "Caf\u00e9"}]}}


async def test_lists_are_never_null(graph):
    async with graph.database.transaction():
        await make_offer(levels=[], crebos=[])

    data = await graph.data(
        "{ offers { nodes { levels crebos sdgs themes { id } slots { id: startsAt } programmes { nodes { id } } } } "
        "themes { nodes { id } edges { cursor } } }"
    )

    assert data == {
        "offers": {
            "nodes": [
                {
                    "levels": [],
                    "crebos": [],
                    "sdgs": [],
                    "themes": [],
                    "slots": [],
                    "programmes": {"nodes": []},
                }
            ]
        },
        "themes": {"nodes": [], "edges": []},
    }


async def test_every_list_is_declared_without_nulls():
    types = the_graph()[1]._schema.type_map
    for declaration in CATALOGUE.types.values():
        for item in declaration.fields.values():
            printed = str(types[declaration.name].fields[item.name].type)  # type: ignore[attr-defined]
            assert "[" not in printed or (printed.startswith("[") and printed.endswith("!]!")), item


async def test_every_plain_list_has_a_declared_order():
    lists = [
        (declaration.name, name)
        for declaration in CATALOGUE.types.values()
        for name, item in declaration.relations.items()
        if isinstance(item, ManyField) and not item.is_connection and not item.order
    ]

    assert lists == []


async def test_plain_lists_come_in_their_declared_order(graph):
    async with graph.database.transaction():
        organisation = await make_organisation()
        for kind, city, postcode in [
            ("POSTAL", "Assen", "1"),
            ("VISIT", "Zwolle", "2"),
            ("VISIT", "assen", "3"),
        ]:
            await make(
                Address, organisation=organisation, kind=AddressKind[kind], city=city, postcode=postcode
            )
        for crebo, level in [("2", "MBO_4"), ("1", None), ("1", "MBO_3")]:
            level = EducationLevel[level] if level else None
            await make(Recognition, organisation=organisation, crebo=crebo, level=level)
        for code in ("b", "c", "a"):
            await organisation.themes.add(await make_theme(code=code))

    data = await graph.data(
        "{ organisations { nodes { addresses { postcode } recognitions { crebo level } themes { code } } } }"
    )

    assert data["organisations"]["nodes"] == [
        {
            "addresses": [{"postcode": "3"}, {"postcode": "2"}, {"postcode": "1"}],
            "recognitions": [
                {"crebo": "1", "level": "MBO_3"},
                {"crebo": "1", "level": None},
                {"crebo": "2", "level": "MBO_4"},
            ],
            "themes": [{"code": "a"}, {"code": "b"}, {"code": "c"}],
        }
    ]


async def test_lists_of_values_keep_the_order_given(graph):
    async with graph.database.transaction():
        await make_offer(
            levels=[EducationLevel.MBO_4, EducationLevel.AD, EducationLevel.MBO_1], sdgs=[12, 4, 8]
        )

    data = await graph.data("{ offers { nodes { levels sdgs } } }")

    assert data["offers"]["nodes"] == [{"levels": ["MBO_4", "AD", "MBO_1"], "sdgs": [12, 4, 8]}]


async def test_places_of_a_programme_by_city_whatever_its_case(graph):
    async with graph.database.transaction():
        programme = await make_programme()
        for city in ("zwolle", "Meppel", "Ässen", "assen"):
            await make(ProgrammeLocation, programme=programme, city=city)

    data = await graph.data("{ programmes { nodes { locations { city } } } }")

    cities = [place["city"] for place in data["programmes"]["nodes"][0]["locations"]]
    assert cities == ["Ässen", "assen", "Meppel", "zwolle"]
