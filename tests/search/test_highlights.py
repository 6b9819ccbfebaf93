"""Highlights: which words of which fields were found, as plain text in parts."""

import pytest
from schakel_server.domain.offers.values import OfferKind

from tests.contract.asking import Graph
from tests.factories import make_offer, make_theme
from tests.search.asking import refresh

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASKED = """query ($q: String, $l: Locale) { offers(search: $q) { edges {
  highlights(locale: $l) { field parts { text isMatch } } } } }"""


async def highlights(graph: Graph, text: str, locale: str = "NL") -> list[tuple[str, str]]:
    """Of the only offer found: each field with its text, what was found between brackets."""
    (edge,) = (await graph.data(ASKED, q=text, l=locale))["offers"]["edges"]
    return [
        (row["field"], "".join(f"[{p['text']}]" if p["isMatch"] else p["text"] for p in row["parts"]))
        for row in edge["highlights"]
    ]


async def offer(graph: Graph, **values: object) -> None:
    async with graph.database.transaction():
        await make_offer(kind=OfferKind.JURY, **values)


@pytest.mark.parametrize(
    ("title", "asked", "marked"),
    [
        ("Fietsen maken", "fiets", "[Fietsen] maken"),
        ("Bpv bij Café É", "stage cafe", "[Bpv] bij [Café] É"),
        ("Fietsenwerkplaats", "werkplaats fiets", "[Fietsenwerkplaats]"),
        ("Maatschappelijk verantwoord ondernemen", "mvo", "[Maatschappelijk] [verantwoord] [ondernemen]"),
        ("<b>Stage</b> & meer", "stage", "<b>[Stage]</b> & meer"),
        ('"Stage" \\ met \x85 😀', "stage", '"[Stage]" \\ met 😀'),
    ],
)
async def test_what_was_found_is_marked(graph, title, asked, marked):
    await offer(graph, title=title)
    await refresh(graph)

    assert await highlights(graph, asked) == [("title", marked)]


async def test_fields_come_by_weight_and_only_where_something_was_found(graph):
    await offer(graph, description="Een fiets", summary="Over hout", title="Fiets", audience="Fietsers")

    assert await highlights(graph, "fiets") == [
        ("title", "[Fiets]"),
        ("description", "Een [fiets]"),
        ("audience", "[Fietsers]"),
    ]


async def test_the_language_asked_for_is_marked(graph):
    await offer(graph, title={"nl": "Een stage", "en": "An internship"})

    assert await highlights(graph, "stage", "EN") == [("title", "An [internship]")]
    assert await highlights(graph, "internship", "NL") == [("title", "Een [stage]")]


async def test_a_long_text_is_cut_around_what_was_found(graph):
    await offer(graph, description="Woord " * 200 + "met een fiets erin " + "woord " * 200)

    ((field, text),) = await highlights(graph, "fiets")

    assert field == "description"
    assert "met een [fiets] erin" in text
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) <= 210


async def test_aliases_and_lists_are_as_asked(graph):
    async with graph.database.transaction():
        await make_theme(code="x", label="Iets", alt_labels=["kleding", "mode"])

    data = await graph.data("""{ themes(search: "kleding") { edges { found: highlights(locale: NL) {
      __typename where: field what: parts { __typename t: text } } } } }""")

    parts = [{"__typename": "HighlightPart", "t": "kleding"}, {"__typename": "HighlightPart", "t": ", "}]
    parts.append({"__typename": "HighlightPart", "t": "mode"})
    assert data["themes"]["edges"][0]["found"] == [
        {"__typename": "Highlight", "where": "altLabels", "what": parts}
    ]
