"""Languages: which text one gets, and what a node says of its own languages."""

import itertools

import pytest
from schakel_server.domain.offers.models import OfferSkill

from tests.factories import make, make_activity, make_offer

pytestmark = pytest.mark.asyncio(loop_scope="module")

LANGUAGES = ("nl", "en", "fy", "de")


@pytest.mark.parametrize("stored", [c for n in (1, 2, 3, 4) for c in itertools.combinations(LANGUAGES, n)])
async def test_the_language_asked_then_dutch_then_english_then_any(graph, stored):
    async with graph.database.transaction():
        await make_offer(title={language: f"in {language}" for language in stored})
    fields = " ".join(f"{language}: title(locale: {language.upper()})" for language in LANGUAGES)

    for locale in LANGUAGES:
        (node,) = (await graph.data(f"{{ offers {{ nodes {{ title {fields} }} }} }}", locale=locale.upper()))[
            "offers"
        ]["nodes"]

        def found(asked: str) -> str:
            return f"in {next(language for language in (asked, *LANGUAGES) if language in stored)}"

        assert node == {"title": found(locale), **{language: found(language) for language in LANGUAGES}}


async def test_the_locale_can_be_a_variable(graph):
    async with graph.database.transaction():
        await make_offer(title={"nl": "Stage", "en": "Internship"})
    asked = "query ($l: Locale) { offers { nodes { title(locale: $l) } } }"

    assert await graph.values(asked, locale="EN", l="NL") == ["Stage"]
    assert await graph.values(asked, locale="NL", l="EN") == ["Internship"]
    assert await graph.values(asked, locale="EN", l=None) == ["Internship"]
    assert await graph.values(asked, locale="EN") == ["Internship"]
    assert await graph.code(asked, l="FR") == "INVALID_INPUT"


async def test_the_language_holds_below_and_in_groups(graph):
    async with graph.database.transaction():
        offer = await make_offer(title={"nl": "Stage"}, pay_note={"nl": "Reiskosten", "en": "Travel"})
        await make(OfferSkill, offer=offer, name={"nl": "Lassen", "en": "Welding"})

    data = await graph.data(
        "{ offers { nodes { skills { name n: name(locale: NL) } compensation { note n: note(locale: NL) } } } }"
    )

    assert data["offers"]["nodes"] == [
        {
            "skills": [{"name": "Welding", "n": "Lassen"}],
            "compensation": {"note": "Travel", "n": "Reiskosten"},
        }
    ]


async def test_text_in_no_language_is_null_or_empty(graph):
    async with graph.database.transaction():
        await make_offer(title={}, summary=None, description={})

    data = await graph.data("{ offers { nodes { title summary description languages } } }")

    assert data["offers"]["nodes"] == [{"title": "", "summary": None, "description": None, "languages": []}]


async def test_languages_are_those_of_any_text_of_the_node(graph):
    async with graph.database.transaction():
        await make_activity(
            title={"nl": "Overleg"}, summary={"de": "Treffen", "en": ""}, audience={"fy": "Dosinten"}
        )

    data = await graph.data("{ activities { nodes { languages } } }")

    assert data["activities"]["nodes"] == [{"languages": ["NL", "FY", "DE"]}]
    for language, count in (("FY", 1), ("EN", 0)):
        asked = f"{{ activities(where: {{languages: {{has: {language}}}}}) {{ totalCount }} }}"
        assert (await graph.data(asked))["activities"]["totalCount"] == count
