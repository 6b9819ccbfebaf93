"""`search:` on connections: what is found, in which order, page by page, in one statement, the same on both databases."""

import pytest
from schakel_server.app import the_graph
from schakel_server.domain.offers.values import OfferKind
from schakel_server.search.vocabulary import Vocabulary

from tests.contract.asking import Graph
from tests.engine.conftest import statements_of
from tests.factories import make, make_offer, make_organisation, make_theme
from tests.search.asking import found, model_of, refresh

pytestmark = pytest.mark.asyncio(loop_scope="module")

CATALOGUE = the_graph()[0]
SEARCHED = [declaration.name for declaration in CATALOGUE.nodes() if declaration.searched()]


async def offers(graph: Graph, *titles: str) -> None:
    async with graph.database.transaction():
        for title in titles:
            await make_offer(kind=OfferKind.JURY, slug=title.lower().replace(" ", "-"), title=title)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Gastlessen over textiel", "gastles"),
        ("Een stage", "stages"),
        ("Stage bij het café", "CAFE"),
        ("Één materiaal", "materialen"),
        ("Reparatie van fietsen", "repareren"),
        ("Duurzame mode", "duurzaamheid"),
        ("Internships in textiles", "internship"),
        ("Stage lopen", "internship"),
        ("Bpv bij de kringloop", "stage circulair"),
        ("MVO in de praktijk", "maatschappelijk verantwoord ondernemen"),
        ("Maatschappelijk verantwoord ondernemen", "csr"),
        ("Stage lopen", "stagebedrijf"),
        ("Stagebedrijf in de bouw", "stage"),
        ("Fietsenwerkplaats zoekt hulp", "werkplaats fiets"),
        ("Afval scheiden", "afv"),
        ("Zonnepanelen leggen", "zonnepanlen"),
        ("Zonnepanelen leggen", "zonepanelen"),
        ("Voedselverspilling tegengaan", "voedsleverspiling"),
        ("Opleiding 25998", "25998"),
        ("Trede R4 van de ladder", "r4"),
        ("Крыша из дерева", "крыша"),
        ("L'été à l'école", "ecole"),
    ],
)
async def test_a_word_is_found_in_its_other_forms(graph, title, asked):
    await offers(graph, title, "Iets heel anders")
    await refresh(graph)

    assert await found(graph, "offers", asked) == [title]


@pytest.mark.parametrize("asked", ["25999", "gastvrij", "stage bouw", "waterstoffabriek", "zonnebank"])
async def test_what_is_not_there_is_not_found(graph, asked):
    await offers(graph, "Stage met 25998", "Gastles over textiel", "Waterzuivering")
    await refresh(graph)

    assert await found(graph, "offers", asked) == []


async def test_better_matches_come_first_and_then_newer_ones(graph):
    async with graph.database.transaction():
        await make_offer(kind=OfferKind.JURY, title="Over iets", description="Met een fiets")
        await make_offer(kind=OfferKind.JURY, title="Over iets", summary="Met een fiets")
        await make_offer(kind=OfferKind.JURY, title="Fietsenmaker")
        await make_offer(kind=OfferKind.JURY, title="Rijwiel")
        await make_offer(kind=OfferKind.JURY, title="Fiets oud")
        await make_offer(kind=OfferKind.JURY, title="Fiets nieuw")

    data = await graph.data('{ offers(search: "fiets") { edges { score node { title(locale: NL) } } } }')

    pairs = [(edge["node"]["title"], edge["score"]) for edge in data["offers"]["edges"]]
    assert pairs == [
        ("Fiets nieuw", 1.0),
        ("Fiets oud", 1.0),
        ("Rijwiel", 0.8),
        ("Fietsenmaker", 0.6),
        ("Over iets", 0.6),
        ("Over iets", 0.3),
    ]


@pytest.mark.parametrize("name", SEARCHED)
async def test_every_searched_column_of_every_type_is_found(graph, name):
    declaration = CATALOGUE.types[name]
    columns = [c for c in declaration.searched() if c.kind in ("text", "local", "texts") and c.enum is None]
    words = {c.column: f"zoekwoord{number}q" for number, c in enumerate(columns)}
    given = {c.column: [words[c.column]] if c.kind == "texts" else words[c.column] for c in columns}
    async with graph.database.transaction():
        await make(model_of(name), slug="found", **given)

    asked = " ".join(
        f'{column}: {declaration.many}(search: "{word}") {{ totalCount edges {{ score }} }}'
        for column, word in words.items()
    )
    data = await graph.data(f"{{ {asked} }}")

    worth = {"A": 1.0, "B": 0.6, "C": 0.3}
    expected = {c.column: {"totalCount": 1, "edges": [{"score": worth[c.search]}]} for c in columns}
    assert data == expected


async def test_what_changes_is_found_by_its_new_words_only(graph):
    async with graph.database.transaction():
        offer = await make_offer(kind=OfferKind.JURY, title="Textiel")
        offer.title = {"nl": "Waterstof"}
        await offer.save()

    assert await found(graph, "offers", "textiel") == []
    assert await found(graph, "offers", "waterstof") == ["Waterstof"]

    async with graph.database.transaction():
        offer.summary = {"nl": "Over mobiliteit"}
        await offer.save(update_fields=["summary"])
    assert await found(graph, "offers", "mobiliteit") == ["Waterstof"]

    async with graph.database.transaction():
        await offer.delete()
    assert await found(graph, "offers", "waterstof") == []


async def test_a_page_goes_on_where_the_one_before_ended_both_ways(graph):
    titles = [f"Fiets {number}" if number % 3 else f"Rijwiel {number}" for number in range(1, 12)]
    await offers(graph, *titles)
    asked = """query ($first: Int, $last: Int, $after: String, $before: String) {
      offers(search: "fiets", first: $first, last: $last, after: $after, before: $before) { totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { title(locale: NL) } } }"""
    whole = [row["title"] for row in (await graph.data(asked))["offers"]["nodes"]]

    forwards, after = [], None
    while True:
        page = (await graph.data(asked, first=4, after=after))["offers"]
        forwards += [row["title"] for row in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    backwards, before = [], None
    while True:
        page = (await graph.data(asked, last=4, before=before))["offers"]
        backwards = [row["title"] for row in page["nodes"]] + backwards
        before = page["pageInfo"]["startCursor"]
        if not page["pageInfo"]["hasPreviousPage"]:
            break

    assert len(whole) == page["totalCount"] == 11
    assert forwards == whole
    assert backwards == whole


async def test_search_goes_with_where_and_other_orders_and_within_relations(graph):
    async with graph.database.transaction():
        firda = await make_organisation(slug="firda", name="Firda")
        for title, places in (("Stage fiets", 3), ("Stage textiel", 1), ("Stage hout", 2), ("Les hout", 4)):
            await make_offer(kind=OfferKind.JURY, title=title, places=places, provider=firda)
        await make_offer(kind=OfferKind.JURY, title="Stage elders", places=9)

    data = await graph.data("""{
      offers(search: "stage", where: {places: {gt: 1}}, orderBy: [{field: PLACES, direction: DESC}]) {
        nodes { title(locale: NL) } totalCount }
      worst: offers(search: "hout stage", orderBy: [{field: RELEVANCE, direction: DESC}]) { totalCount }
      organisation(by: {slug: "firda"}) { offers(search: "hout") { totalCount edges { score } } }
      organisations { nodes { name offers(search: "stage", first: 1) { totalCount nodes { title(locale: NL) } } } }
    }""")

    assert [row["title"] for row in data["offers"]["nodes"]] == ["Stage elders", "Stage fiets", "Stage hout"]
    assert data["worst"]["totalCount"] == 1
    assert data["organisation"]["offers"] == {"totalCount": 2, "edges": [{"score": 1.0}, {"score": 1.0}]}
    by_name = {row["name"]: row["offers"] for row in data["organisations"]["nodes"]}
    assert by_name["Firda"] == {"totalCount": 3, "nodes": [{"title": "Stage hout"}]}


@pytest.mark.parametrize("asked", ["", "   ", "de het een", "?!", None])
async def test_nothing_to_look_for_leaves_everything(graph, asked):
    await offers(graph, "Een", "Twee")

    data = await graph.data(
        "query ($q: String) { offers(search: $q) { totalCount edges { score highlights { field } } } }",
        q=asked,
    )

    assert data["offers"] == {"totalCount": 2, "edges": [{"score": None, "highlights": []}] * 2}


@pytest.mark.parametrize(
    ("asked", "limit", "given"),
    [("x" * 201, 200, 201), (" ".join(f"woord{n}" for n in range(11)), 10, 11)],
)
async def test_too_much_to_look_for_is_refused_with_the_limit(graph, asked, limit, given):
    error = await graph.error("query ($q: String) { offers(search: $q) { totalCount } }", q=asked)

    assert error["extensions"]["code"] == "INVALID_INPUT"
    assert error["path"] == ["offers"]
    assert str(limit) in error["message"]
    assert str(given) in error["message"]


async def test_relevance_without_search_and_a_cursor_of_another_order_are_refused(graph):
    await offers(graph, "Stage een", "Stage twee")
    cursor = (await graph.data('{ offers(search: "stage") { pageInfo { endCursor } } }'))["offers"]
    after = cursor["pageInfo"]["endCursor"]

    alone = await graph.code("{ offers(orderBy: [{field: RELEVANCE}]) { totalCount } }")
    other = await graph.code("query ($c: String) { offers(after: $c) { nodes { id } } }", c=after)
    tampered = await graph.code('{ offers(search: "stage", after: "WyJ4Il0") { nodes { id } } }')

    assert (alone, other, tampered) == ("INVALID_INPUT", "INVALID_CURSOR", "INVALID_CURSOR")


async def test_a_search_is_one_statement_and_its_text_stands_in_none(graph):
    await offers(graph, "Stage fiets", "Stage textiel", "Zonnepanelen")
    asked = """query ($q: String!) {
      offers(search: $q) { totalCount edges { score highlights { field parts { text } } node { id } } }
      search(text: $q) { totalCount nodes { ... on Node { id } } } }"""
    await graph.data(asked, q="onbekendwoord")

    with statements_of(graph) as sent:
        for text in ("fiets", "textiel", "zonnepanelen"):
            await graph.data(asked, q=text)

    assert len(sent) == 3
    assert len({sql for sql, _ in sent}) == 1
    assert not any(text in sql for sql, _ in sent for text in ("fiets", "textiel", "zonnepanelen"))


async def test_an_unknown_word_costs_one_small_statement_and_finds_what_was_just_written(graph, monkeypatch):
    monkeypatch.setattr("schakel_server.search.vocabulary.RELOAD_AFTER_S", 0.0)
    await offers(graph, "Waterschapsheuvel")

    with statements_of(graph) as sent:
        titles = await found(graph, "offers", "watershapsheuvel")

    assert titles == ["Waterschapsheuvel"]
    assert len(sent) == 2
    assert isinstance(graph.service.engine.searcher.vocabulary, Vocabulary)


async def test_quotes_operators_and_signs_of_the_databases_mean_nothing(graph):
    await offers(graph, "Stage and or not near")
    await make_nothing(graph)

    for text in (
        "'",
        '"',
        "a:* & !b | (c)",
        "stage' OR 1=1 --",
        'NEAR("x" "y")',
        "{a b}: c",
        "*",
        "^stage",
        "\\",
    ):
        answer = await graph.response("query ($q: String) { offers(search: $q) { totalCount } }", q=text)
        assert "errors" not in answer, (text, answer)


async def make_nothing(graph: Graph) -> None:
    async with graph.database.transaction():
        await make_theme(label="'\"& | ! ( ) : * < >")
