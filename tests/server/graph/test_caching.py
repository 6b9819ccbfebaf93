"""HTTP caching: what is kept and given again, what never is, and that nobody is shown what is old."""

import asyncio
import datetime as dt
import os
import sys
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import pytest
import pytest_asyncio
from schakel_server.settings import load_settings
from starlette.applications import Starlette

from tests.factories import make_offer, make_organisation, make_theme
from tests.server.graph.serving import client_of, started, statements_of, until_open

pytestmark = pytest.mark.asyncio(loop_scope="module")

RESPONSE_JSON = "application/graphql-response+json"
OFFERS = "{ offers(first: 50) { nodes { slug title } } }"
THEMES = "{ themes(first: 50) { nodes { slug } } }"
CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=60"
OTHER_PROCESS = """
import asyncio, sys
from schakel_server.domain import MODEL_MODULES
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database
from tests.factories import make_theme

async def main():
    database = await Database.open(load_settings(database_url=sys.argv[1]), MODEL_MODULES)
    async with database.transaction():
        await make_theme(id="theme_01kasw3c9xe8v9m0r2q4t6y8za", slug="elsewhere", code="elsewhere")
    await database.close()

asyncio.run(main())
"""


class Offset:
    """A clock that runs ahead by as many seconds as a test says."""

    def __init__(self, clock: Any) -> None:
        self.seconds = 0.0
        self._clock = clock

    def __call__(self) -> float:
        return float(self._clock()) + self.seconds


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def shared(new_database_url) -> AsyncIterator[Starlette]:
    settings = load_settings(database_url=new_database_url(), pool_min=1, pool_max=3)
    async with started(settings) as app:
        app.state.database_url = settings.database_url
        yield app


@pytest_asyncio.fixture(loop_scope="module")
async def app(shared: Starlette) -> Starlette:
    """The app with nothing kept."""
    shared.state.cache.changed({"*"})
    return shared


@pytest_asyncio.fixture(loop_scope="module")
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as made:
        yield made


async def get(client: httpx.AsyncClient, query: str = OFFERS, **headers: str) -> httpx.Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.get("/graphql", params={"query": query}, headers=given)


async def count(client: httpx.AsyncClient, query: str) -> int:
    (connection,) = (await get(client, query)).json()["data"].values()
    return len(connection["nodes"])


async def test_the_second_who_asks_costs_no_statement(app, client):
    with statements_of(app) as sent:
        first = await get(client)
        second = await get(client)

    assert len(sent) == 1
    assert first.status_code == second.status_code == 200
    assert first.content == second.content
    for response in (first, second):
        assert response.headers["etag"] == first.headers["etag"]
        assert response.headers["etag"].startswith('"')
        assert response.headers["cache-control"] == CACHE_CONTROL
        assert response.headers["content-type"] == "application/json; charset=utf-8"
        assert response.headers["x-content-type-options"] == "nosniff"
        vary = {word.strip() for word in response.headers["vary"].split(",")}
        assert vary >= {"Accept", "Accept-Encoding", "Accept-Language", "Authorization"}


async def test_another_spelling_of_the_same_question_costs_no_statement(app, client):
    query = (
        "query A($a: Int, $b: Int) { offers(first: $a) { nodes { id } } themes(first: $b) { nodes { id } } }"
    )
    with statements_of(app) as sent:
        for variables in ('{"a":1,"b":2}', '{ "b": 2, "a": 1 }'):
            response = await client.get("/graphql", params={"query": query, "variables": variables})
            assert response.status_code == 200
            assert "errors" not in response.json()

    assert len(sent) == 1


@pytest.mark.parametrize("given", ["{tag}", "W/{tag}", '"other", {tag}', "*"])
async def test_who_has_it_already_gets_304_without_a_statement(app, client, given):
    tag = (await get(client)).headers["etag"]
    app.state.cache.clock = Offset(app.state.cache.clock)
    app.state.cache.clock.seconds = 7

    with statements_of(app) as sent:
        again = await get(client, if_none_match=given.format(tag=tag))
        changed = await get(client, if_none_match='"other"')

    assert sent == []
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert again.headers["cache-control"] == CACHE_CONTROL
    assert again.headers["age"] == changed.headers["age"] == "7"
    assert "content-type" not in again.headers
    assert "vary" in again.headers
    assert changed.status_code == 200


async def test_304_is_told_to_who_asks_first_too(client):
    tag = (await get(client)).headers["etag"]

    again = await client.get(
        "/graphql", params={"query": OFFERS, "variables": "{}"}, headers={"if-none-match": tag}
    )

    assert again.status_code == 304


async def test_head_has_the_headers_of_get_and_no_body(app, client):
    first = await client.head("/graphql", params={"query": OFFERS})
    with statements_of(app) as sent:
        got, head = await get(client), await client.head("/graphql", params={"query": OFFERS})

    assert sent == []
    assert head.content == first.content == b""
    assert got.content
    assert dict(head.headers) == dict(got.headers)
    assert {**first.headers, "vary": ""} == {**head.headers, "vary": ""}


async def test_languages_and_media_types_are_kept_apart(app, client):
    async with app.state.database.transaction():
        await make_theme(slug="talen", code="talen", label={"nl": "Talen", "en": "Languages"})
    query = '{ theme(by: {slug: "talen"}) { label } }'

    for _ in range(2):
        dutch, english = await get(client, query), await get(client, query, accept_language="en")
        other = await get(client, query, accept=RESPONSE_JSON)

        assert dutch.json()["data"]["theme"]["label"] == "Talen"
        assert english.json()["data"]["theme"]["label"] == "Languages"
        assert other.headers["content-type"].startswith(RESPONSE_JSON)
        assert other.content == dutch.content
        assert len({each.headers["etag"] for each in (dutch, english, other)}) == 3


async def test_a_large_body_is_sent_as_the_caller_takes_it(app, client):
    async with app.state.database.transaction():
        await make_theme(slug="lang", code="lang", definition={"nl": "kringloop " * 500})
    query = '{ theme(by: {slug: "lang"}) { definition } }'
    plain = await get(client, query)

    with statements_of(app) as sent:
        for accepted in ("gzip", "br", "zstd", "gzip, deflate, br, zstd"):
            for _ in range(2):
                response = await get(client, query, accept_encoding=accepted)

                assert response.headers["content-encoding"] == accepted.split()[-1]
                assert int(response.headers["content-length"]) < len(plain.content) / 5
                assert response.json() == plain.json()
                assert response.headers["etag"] != plain.headers["etag"]
                tag = response.headers["etag"]
                again = await get(client, query, accept_encoding=accepted, if_none_match=tag)
                assert again.status_code == 304

    assert sent == []
    assert "content-encoding" not in plain.headers


async def test_what_is_not_kept_is_compressed_too(app, client):
    async with app.state.database.transaction():
        await make_theme(slug="breed", code="breed", definition={"nl": "kringloop " * 500})
    body = {"query": '{ theme(by: {slug: "breed"}) { definition } }'}

    plain = await client.post("/graphql", json=body)
    packed = await client.post("/graphql", json=body, headers={"accept-encoding": "br"})

    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "br"
    assert packed.json() == plain.json()
    assert packed.headers["cache-control"] == "no-store"


async def test_a_write_is_seen_at_once_and_what_it_does_not_touch_stays(app, client):
    before, themes = await get(client), await get(client, THEMES)

    async with app.state.database.transaction():
        await make_offer(slug="gezien", provider=await make_organisation())
    with statements_of(app) as sent:
        after, same = await get(client), await get(client, THEMES)

    assert len(sent) == 1
    assert "gezien" in after.text
    assert "gezien" not in before.text
    assert after.headers["etag"] != before.headers["etag"]
    assert same.headers["etag"] == themes.headers["etag"]


@pytest.mark.parametrize(
    "query",
    [
        '{ offer(by: {slug: "geraakt"}) { themes { slug } } }',
        '{ offers(where: {themes: {some: {slug: {eq: "raakt"}}}}) { totalCount } }',
        '{ themes(where: {slug: {eq: "raakt"}}) { nodes { offers { totalCount } } } }',
    ],
)
async def test_a_link_alone_is_seen_at_once(app, client, query):
    async with app.state.database.transaction():
        offer = await make_offer(slug="geraakt")
        theme = await make_theme(slug="raakt", code="raakt")
    try:
        before = (await get(client, query)).json()
        async with app.state.database.transaction():
            await offer.themes.add(theme)

        after = (await get(client, query)).json()

        assert after != before
    finally:
        async with app.state.database.transaction():
            await offer.delete()
            await theme.delete()


async def test_a_write_of_another_process_is_seen_soon(app, client):
    before = await count(client, THEMES)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OTHER_PROCESS, app.state.database_url, env=environment
    )

    assert await process.wait() == 0

    async with asyncio.timeout(5):
        while await count(client, THEMES) == before:  # noqa: ASYNC110 - nothing tells a caller but asking
            await asyncio.sleep(0.05)
    assert await count(client, THEMES) == before + 1


async def test_what_was_read_before_a_commit_is_not_kept_after_it(app, client, monkeypatch):
    database = app.state.database
    read = database.fetch_row

    async def read_then_write(sql: str, args: Any) -> Any:
        row = await read(sql, args)
        async with database.transaction():
            await make_theme(slug="ertussen", code="ertussen")
        return row

    monkeypatch.setattr(database, "fetch_row", read_then_write)
    old = await get(client, THEMES)
    monkeypatch.setattr(database, "fetch_row", read)

    new = await get(client, THEMES)

    assert "ertussen" not in old.text
    assert "ertussen" in new.text


async def test_many_readers_beside_a_writer_never_see_what_was_before_its_commit(app, client):
    seen, is_over = [0], False

    async def write() -> None:
        nonlocal is_over
        for number in range(30):
            async with app.state.database.transaction():
                await make_theme(slug=f"snel-{number}", code=f"snel-{number}")
            seen[0] = number + 1
        is_over = True

    async def read_on() -> None:
        query = '{ themes(where: {slug: {startsWith: "snel-"}}) { totalCount } }'
        while not is_over:
            await asyncio.sleep(0)  # an answer that is kept comes without a pause, so make one
            committed = seen[0]
            answer = (await get(client, query)).json()
            assert "errors" not in answer, answer
            assert answer["data"]["themes"]["totalCount"] >= committed

    await asyncio.gather(write(), *(read_on() for _ in range(4)))


async def test_what_is_published_with_time_appears_and_goes(app, client):
    clock = app.state.cache.clock = Offset(app.state.cache.clock)
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
    async with app.state.database.transaction():
        await make_theme(slug="straks", code="straks", publish_at=soon)
    query = '{ theme(by: {slug: "straks"}) { slug } }'

    before = await get(client, query)
    await asyncio.sleep(2.1)
    clock.seconds += 58
    after = await get(client, query)

    assert before.json()["data"] == {"theme": None}
    assert after.json()["data"] == {"theme": {"slug": "straks"}}


@pytest.mark.parametrize("headers", [{"authorization": "Bearer x"}, {"authorization": ""}])
async def test_who_says_who_they_are_gets_nothing_that_is_kept(app, client, headers):
    await get(client)

    with statements_of(app) as sent:
        responses = [await get(client, **headers) for _ in range(2)]

    assert len(sent) == 2
    assert {response.headers["cache-control"] for response in responses} == {"no-store"}
    assert not any("etag" in response.headers for response in responses)


async def test_a_header_that_comes_twice_cannot_spoil_what_others_get(app, client):
    pairs = [("accept", RESPONSE_JSON), ("accept", "application/json")]
    spoilt = await client.get("/graphql", params={"query": OFFERS}, headers=pairs)
    clean = await get(client, accept="application/json")

    assert spoilt.headers["cache-control"] == "no-store"
    assert clean.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize(
    "query",
    [
        "{ nothing }",
        "{",
        "{ offers(first: 0) { totalCount } }",
        "query A { a: __typename } query B { b: __typename }",
    ],
)
async def test_errors_are_never_kept(app, client, query):
    for accept in ("application/json", RESPONSE_JSON):
        response = await get(client, query, accept=accept)

        assert "errors" in response.json()
        assert response.headers["cache-control"] == "no-store"
        assert "etag" not in response.headers
    assert len(app.state.cache) == 0


async def test_what_failed_is_asked_again(app, client, monkeypatch):
    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app.state.database, "fetch_row", broken)
    failed = await get(client)
    monkeypatch.undo()

    assert failed.status_code == 500
    assert failed.headers["cache-control"] == "no-store"
    assert (await get(client)).status_code == 200


async def test_post_is_neither_kept_nor_answered_from_what_is_kept(app, client):
    await get(client)

    with statements_of(app) as sent:
        responses = [await client.post("/graphql", json={"query": OFFERS}) for _ in range(2)]

    assert len(sent) == 2
    assert {response.headers["cache-control"] for response in responses} == {"no-store"}


async def test_what_is_given_to_everybody_does_not_tell_what_is_left_to_one(app, client):
    counted = {"x-forwarded-for": "203.0.113.9"}
    kept = (await get(client, **counted)).json()["extensions"]["cost"]
    answer = await client.post("/graphql", json={"query": OFFERS}, headers=counted)
    posted = answer.json()["extensions"]["cost"]

    assert kept["remaining"] is None
    assert posted["remaining"] > 0
    assert kept["requested"] == posted["requested"]


async def test_introspection_and_constants_are_kept(app, client):
    query = '{ __typename __type(name: "Offer") { name } }'

    first, second = await get(client, query), await get(client, query)

    assert first.json() == second.json()
    assert first.json()["data"] == {"__typename": "Query", "__type": {"name": "Offer"}}
    assert len(app.state.cache) == 1


async def test_any_site_may_read_what_is_kept(client):
    site = {"origin": "https://school.example"}
    for headers in (site, site, {}):
        response = await get(client, **headers)

        assert response.headers.get_list("access-control-allow-origin") == ["*"]
        assert response.headers.get_list("access-control-expose-headers") == ["Age, ETag, Retry-After"]


async def test_a_page_may_send_the_tag_along(client):
    preflight = await client.options(
        "/graphql",
        headers={
            "origin": "https://school.example",
            "access-control-request-method": "GET",
            "access-control-request-headers": "if-none-match",
        },
    )

    assert preflight.status_code == 200


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_nothing_kept_is_given_while_others_are_not_heard(app, client, monkeypatch):
    await get(client)
    monkeypatch.setattr("schakel_server.changes.news.RETRY_S", 3600)
    other = await asyncpg.connect(app.state.database_url)
    await other.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'schakel news' AND datname = current_database()"
    )
    await until_open(app, False)

    with statements_of(app) as sent:
        responses = [await get(client) for _ in range(2)]

    assert len(sent) == 2
    assert [response.status_code for response in responses] == [200, 200]
    await other.close()
