"""The page at the root: languages, links, headers."""

import re
from html.parser import HTMLParser

import pytest


class Page(HTMLParser):
    """The parts of a page that these tests look at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = ""
        self.tags: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.attributes.update(values)
        if tag == "html":
            self.language = values["lang"] or ""
        if tag in ("a", "link"):
            self.links.append(values)

    @property
    def addresses(self) -> set[str]:
        return {link["href"] or "" for link in self.links}


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "nl"),
        ("en", "en"),
        ("en-GB,en;q=0.9,nl;q=0.8", "en"),
        ("nl;q=0.5, en;q=0.4", "nl"),
        ("nl;q=0.4, en;q=0.5", "en"),
        ("de, fr;q=0.9", "nl"),
        ("fy, en;q=0.7", "en"),
        ("en;q=0", "nl"),
        ("en;q=half", "nl"),
        (", ,;;q=,=", "nl"),
    ],
)
async def test_page_is_in_the_language_that_the_browser_prefers(client, accepted, language):
    response = await client.get("/", headers={"Accept-Language": accepted})

    assert response.status_code == 200
    assert Page(response.text).language == language


@pytest.mark.parametrize(("asked", "language"), [("nl", "nl"), ("en", "en"), ("fr", "en"), ("", "en")])
async def test_language_in_the_address_wins_when_it_is_one_of_ours(client, asked, language):
    response = await client.get(f"/?lang={asked}", headers={"Accept-Language": "en"})

    assert Page(response.text).language == language


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_both_languages_are_linked_and_the_present_one_is_marked(client, language):
    page = Page((await client.get(f"/?lang={language}")).text)

    by_language = {link["hreflang"]: link for link in page.links if "hreflang" in link}
    assert {key: link["href"] for key, link in by_language.items()} == {"nl": "?lang=nl", "en": "?lang=en"}
    assert [key for key, link in by_language.items() if "aria-current" in link] == [language]


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_address_on_the_page_answers(client, language):
    page = Page((await client.get(f"/?lang={language}")).text)

    local = {address for address in page.addresses if address.startswith("/")}
    answers = {address: (await client.get(address)).status_code for address in local}

    assert {"/graphql", "/schema.graphql", "/readyz"} <= local
    answers.pop("/graphql")  # 200 or 503 by whether the query page was built
    assert set(answers.values()) == {200}


async def test_app_under_a_prefix_links_within_it(make_client):
    client = await make_client(prefix="/keten")

    page = Page((await client.get("/keten/")).text)

    local = {address for address in page.addresses if address.startswith("/")}
    assert local
    assert all(address.startswith("/keten/") for address in local)
    assert (await client.get(next(a for a in local if "page.css" in a))).status_code == 200


async def test_page_runs_under_a_policy_without_exceptions(client):
    response = await client.get("/")

    assert response.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert response.headers["x-frame-options"] == "DENY"
    assert response.headers["cross-origin-opener-policy"] == "same-origin"
    assert response.headers["vary"] == "Accept, Accept-Language"
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_page_has_no_script_and_no_inline_style(client, language):
    page = Page((await client.get(f"/?lang={language}")).text)

    assert not {"script", "style", "iframe"} & set(page.tags)
    assert not {name for name in page.attributes if name == "style" or name.startswith("on")}


async def test_both_languages_say_the_same_in_structure(client):
    dutch, english = [Page((await client.get(f"/?lang={code}")).text) for code in ("nl", "en")]

    assert dutch.tags == english.tags
    assert dutch.addresses - {"/?lang=nl"} == english.addresses - {"/?lang=en"}


async def test_styles_are_kept_for_ever_under_an_address_of_their_content(client):
    html = (await client.get("/")).text
    address = re.search(r'href="(/static/page\.css\?v=[0-9a-f]{8})"', html)
    assert address

    response = await client.get(address[1])

    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["content-type"].startswith("text/css")
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/static/missing.css", "/static/..%2fpages.py", "/static/graphiql/missing.js"]
)
async def test_other_files_are_not_there(client, path):
    response = await client.get(f"/static/{path}")

    assert response.status_code == 404
    assert "cache-control" not in response.headers
