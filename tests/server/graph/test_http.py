"""GraphQL over HTTP: media types, status codes, GET, malformed requests, and what goes wrong behind it."""

import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import pytest_asyncio
from schakel_server.app import create_app
from schakel_server.errors import Timeout, Unavailable
from schakel_server.settings import Settings, load_settings
from starlette.applications import Starlette

pytestmark = pytest.mark.asyncio(loop_scope="module")

RESPONSE_JSON = "application/graphql-response+json"
PLAIN_JSON = "application/json"
COST = {"requested": 0, "budget": 50_000, "remaining": None}
OK = {"data": {"__typename": "Query"}, "extensions": {"cost": COST}}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def app(new_database_url) -> AsyncIterator[Starlette]:
    settings = load_settings(database_url=new_database_url(), pool_min=1, pool_max=3)
    async with started(settings) as made:
        yield made


def started(settings: Settings) -> Any:
    app = create_app(settings)
    context = app.router.lifespan_context(app)

    class Started:
        async def __aenter__(self) -> Starlette:
            await context.__aenter__()
            return app

        async def __aexit__(self, *error: object) -> None:
            await context.__aexit__(*error)

    return Started()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://schakel.test") as made:
        yield made


async def post(client: httpx.AsyncClient, body: Any, **headers: str) -> httpx.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    given = {"content-type": PLAIN_JSON, **{k.replace("_", "-"): v for k, v in headers.items()}}
    return await client.post("/graphql", content=content, headers=given)


def assert_refused(response: httpx.Response, *statuses: int) -> None:
    """A GraphQL-shaped refusal that tells nothing from inside."""
    assert response.status_code in statuses, (response.status_code, response.text)
    body = response.json()
    assert set(body) <= {"errors", "data"}
    assert body.get("data") is None
    assert body["errors"]
    assert all(error["message"] and error["extensions"]["code"] for error in body["errors"])
    words = ("traceback", "select ", ".py", "schakel_server", "sqlite", "asyncpg", "orjson")
    assert not any(word in response.text.lower() for word in words)


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        (None, PLAIN_JSON),
        ("*/*", PLAIN_JSON),
        ("application/*", PLAIN_JSON),
        (PLAIN_JSON, PLAIN_JSON),
        (RESPONSE_JSON, RESPONSE_JSON),
        (f"{RESPONSE_JSON}, {PLAIN_JSON};q=0.9", RESPONSE_JSON),
        (f"{PLAIN_JSON}, {RESPONSE_JSON}", PLAIN_JSON),
        ("APPLICATION/GRAPHQL-RESPONSE+JSON; charset=utf-8", RESPONSE_JSON),
        ("text/html, */*;q=0.8", PLAIN_JSON),
    ],
)
async def test_the_answer_comes_in_the_media_type_that_is_accepted(client, accept, content_type):
    headers = {} if accept is None else {"accept": accept}
    response = await client.post("/graphql", json={"query": "{ __typename }"}, headers=headers)

    assert response.status_code == 200
    assert response.headers["content-type"] == f"{content_type}; charset=utf-8"
    assert response.json() == OK


@pytest.mark.parametrize("accept", ["text/html", "text/plain", "image/png", "application/xml", "nonsense"])
async def test_media_types_that_are_not_ours_are_not_acceptable(client, accept):
    assert_refused(await post(client, {"query": "{ __typename }"}, accept=accept), 406)


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
    ],
)
async def test_bodies_of_another_media_type_are_not_supported(client, content_type):
    assert_refused(await post(client, {"query": "{ __typename }"}, content_type=content_type), 415)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
async def test_other_methods_are_not_allowed(client, method):
    response = await client.request(method, "/graphql", json={"query": "{ __typename }"})

    assert_refused(response, 405)
    assert response.headers["allow"] == "GET, POST"


@pytest.mark.parametrize(
    ("body", "status", "plain_status", "code"),
    [
        ({"query": "{ __typename }"}, 200, 200, None),
        ({"query": "{"}, 400, 200, "PARSE_FAILED"),
        ({"query": "{ nothing }"}, 400, 200, "VALIDATION_FAILED"),
        ({"query": "query ($n: Int!) { offers(first: $n) { totalCount } }"}, 400, 200, "INVALID_INPUT"),
        ({"query": "{ offers(first: 0) { totalCount } }"}, 200, 200, "INVALID_INPUT"),
        ({"query": '{ node(id: "x") { id } }'}, 200, 200, "INVALID_ID"),
        ({"query": "query A { __typename } query B { __typename }"}, 400, 400, "BAD_REQUEST"),
        ({"query": "query A { __typename }", "operationName": "B"}, 400, 400, "BAD_REQUEST"),
        ({"query": ""}, 400, 400, "BAD_REQUEST"),
    ],
)
async def test_status_codes_of_both_media_types(client, body, status, plain_status, code):
    for accept, expected in ((RESPONSE_JSON, status), (PLAIN_JSON, plain_status)):
        response = await post(client, body, accept=accept)

        assert response.status_code == expected
        assert response.headers["content-type"].startswith(accept)
        codes = {error["extensions"]["code"] for error in response.json().get("errors", [])}
        assert codes == ({code} if code else set())


async def test_get_with_variables_and_operation_name(client):
    query = "query A { a: __typename } query B($n: Int!) { offers(first: $n) { nodes { id } } }"

    one = await client.get("/graphql", params={"query": "{ __typename }"})
    named = await client.get(
        "/graphql", params={"query": query, "operationName": "B", "variables": '{"n": 5}'}
    )
    empty = await client.get(
        "/graphql", params={"query": "{ __typename }", "variables": "", "extensions": ""}
    )

    assert one.json() == empty.json() == OK
    assert named.json()["data"] == {"offers": {"nodes": []}}


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"query": ""},
        {"query": "   "},
        {"query": "{ __typename }", "variables": "{"},
        {"query": "{ __typename }", "variables": "1"},
        {"query": "{ __typename }", "variables": "[]"},
        {"query": "{ __typename }", "variables": '"x"'},
        {"query": "{ __typename }", "extensions": "1"},
        {"query": "{ __typename }", "extensions": "0"},
        {"query": "{ __typename \x00}"},
    ],
)
async def test_a_malformed_get_is_refused(client, parameters):
    assert_refused(await client.get(f"/graphql?{urlencode(parameters)}"), 400)


async def test_head_answers_like_get(client):
    response = await client.head("/graphql", params={"query": "{ __typename }"})

    assert response.status_code == 200


QUERY = b'{"query": "{ __typename }"'
MALFORMED = {
    "number": b"1",
    "text": b'"x"',
    "null": b"null",
    "true": b"true",
    "list": b"[]",
    "batch": b'[{"query": "{ __typename }"}]',
    "empty": b"",
    "blank": b"  ",
    "open": b"{",
    "trailing": QUERY + b"} x",
    "no-utf-8": b'{"query": "\xff\xfe"}',
    "utf-16": '{"query": "{ __typename }"}'.encode("utf-16"),
    "nested": b"[" * 100_000,
    "nested-variables": QUERY + b', "variables": {"a": ' + b"[" * 5_000 + b"]" * 5_000 + b"}}",
    "long-number": b"1" * 5_000,
    "nan": QUERY + b', "variables": {"a": NaN}}',
    "surrogate": b'{"query": "{ __typename \\ud800 }"}',
    "nul": b'{"query": "{ __typename \\u0000 }"}',
    "no-query": b"{}",
    "query-null": b'{"query": null}',
    "query-number": b'{"query": 1}',
    "query-list": b'{"query": ["{ __typename }"]}',
    "query-object": b'{"query": {}}',
    "query-blank": b'{"query": " \\n "}',
    "variables-list": QUERY + b', "variables": []}',
    "variables-text": QUERY + b', "variables": "{}"}',
    "variables-number": QUERY + b', "variables": 0}',
    "variables-false": QUERY + b', "variables": false}',
    "name-number": QUERY + b', "operationName": 1}',
    "name-list": QUERY + b', "operationName": []}',
    "extensions-text": QUERY + b', "extensions": "x"}',
    "extensions-list": QUERY + b', "extensions": [1]}',
    "extensions-empty-list": QUERY + b', "extensions": []}',
    "extensions-zero": QUERY + b', "extensions": 0}',
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED)
async def test_a_malformed_body_is_refused(client, body):
    for accept in (PLAIN_JSON, RESPONSE_JSON):
        assert_refused(await post(client, body, accept=accept), 400)


@pytest.mark.parametrize(
    "body",
    [
        b'{"query": "{"}',
        QUERY + b', "variables": {"a": ' + b"1" * 5_000 + b"}}",
        b'{"query": "query ($a: Int) { offers(first: $a) { totalCount } }", "variables": {"a": 1e400}}',
        b'{"query": "' + b"{ a " * 20_000 + b'"}',
        b'{"query": "{ __typename }", "query": "{ nothing }"}',
        b'{"query": "' + b"{offers{nodes" * 300 + b'"}',
        b'{"query": "query ($a: OfferWhere) { offers(where: $a) { totalCount } }", "variables": {"a": '
        + b'{"NOT":' * 400
        + b"{}"
        + b"}" * 400
        + b"}}",
        b'{"query": "{ offers(where: ' + b"{NOT:" * 300 + b"{}" + b"}" * 300 + b') { totalCount } }"}',
    ],
)
async def test_a_hostile_body_is_never_an_error_of_ours(client, body):
    response = await post(client, body, accept=RESPONSE_JSON)

    assert response.status_code == 200 or 400 <= response.status_code < 500
    if response.status_code != 200:
        assert_refused(response, response.status_code)


async def test_the_last_of_two_equal_keys_counts(client):
    response = await post(client, b'{"query": "{ nothing }", "query": "{ __typename }"}')

    assert response.json() == OK


async def test_a_body_over_256_kib_is_refused(client):
    for size in (256 * 2**10, 10 * 2**20):
        body = json.dumps({"query": "{ __typename }", "variables": {"a": "x" * size}}).encode()

        assert_refused(await post(client, body), 413)


async def test_extensions_and_null_parts_are_taken(client):
    body = {"query": "{ __typename }", "variables": None, "operationName": None, "extensions": None}

    assert (await post(client, body)).json() == OK
    assert (await post(client, {**body, "extensions": {"a": 1}, "unknown": 5})).json() == OK


async def test_a_browser_gets_a_page(client):
    html = "text/html,application/xhtml+xml,*/*;q=0.8"

    page = await client.get("/graphql", headers={"accept": html})
    data = await client.get("/graphql", params={"query": "{ __typename }"}, headers={"accept": html})

    assert page.status_code in (200, 503)
    assert page.headers["content-type"].startswith("text/html")
    assert data.json() == OK


async def test_any_page_may_ask_from_a_browser(client):
    preflight = await client.options(
        "/graphql",
        headers={
            "origin": "https://school.example",
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        },
    )
    asked = await post(client, {"query": "{ __typename }"}, origin="https://school.example")

    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in asked.headers


async def test_headers_for_caches_and_browsers(client):
    response = await post(client, {"query": "{ __typename }"})

    assert {word.strip() for word in response.headers["vary"].split(",")} >= {"Accept", "Accept-Language"}
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        ("nl-NL,nl;q=0.9", "Geef first of last, niet allebei."),
        ("en-GB,en;q=0.9,nl;q=0.8", "Give first or last, not both."),
        ("fr", "Geef first of last, niet allebei."),
        ("", "Geef first of last, niet allebei."),
    ],
)
async def test_messages_are_in_the_language_that_is_accepted(client, languages, message):
    body = {"query": "{ offers(first: 1, last: 1) { totalCount } }"}

    response = await post(client, body, accept_language=languages)

    assert response.json()["errors"][0]["message"] == message


async def test_what_nobody_expected_is_masked_and_logged(app, client, monkeypatch, caplog):
    async def broken(*_: object) -> None:
        raise ZeroDivisionError("secret of SELECT 1")

    monkeypatch.setattr(app.state.database, "fetch_row", broken)

    response = await post(client, {"query": "{ offers { nodes { id } } }"})

    assert_refused(response, 500)
    (error,) = response.json()["errors"]
    reference = error["extensions"]["id"]
    assert error["extensions"]["code"] == "INTERNAL"
    assert reference in error["message"]
    assert "secret" not in response.text
    (record,) = [record for record in caplog.records if reference in record.getMessage()]
    assert record.exc_info is not None


@pytest.mark.parametrize(
    ("problem", "status", "code"),
    [
        (Unavailable("The database is away."), 503, "INTERNAL"),
        (Timeout("It took too long."), 504, "TIMED_OUT"),
    ],
)
async def test_a_database_that_is_away_is_said_plainly(app, client, monkeypatch, problem, status, code):
    async def away(*_: object) -> None:
        raise problem

    monkeypatch.setattr(app.state.database, "fetch_row", away)

    for accept in (PLAIN_JSON, RESPONSE_JSON):
        response = await post(client, {"query": "{ offers { nodes { id } } }"}, accept=accept)

        assert response.status_code == status
        assert response.json() == {
            "data": None,
            "errors": [{"message": problem.message, "extensions": {"code": code}}],
        }
