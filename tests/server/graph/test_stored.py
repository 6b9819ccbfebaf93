"""Stored documents over HTTP: asked by hash, registered once, refused where only listed ones are taken."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from schakel_server.app import create_app
from schakel_server.graph.stored import REGISTERED_BYTES, StoredDocuments, hash_of
from schakel_server.graph.stored_file import read_documents, write_documents
from schakel_server.settings import SettingsError, load_settings
from starlette.applications import Starlette

from tests.server.graph.serving import client_of, started, statements_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

LISTED = "query Listed { themes { totalCount } }\n"
OTHER = "query Other($first: Int) { offers(first: $first) { totalCount } }"
PLAIN_JSON, RESPONSE_JSON = "application/json", "application/graphql-response+json"
NOT_FOUND = {
    "errors": [{"message": "PersistedQueryNotFound", "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND"}}]
}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def app(new_database_url, tmp_path_factory) -> AsyncIterator[Starlette]:
    path = tmp_path_factory.mktemp("documents") / "documents.json"
    write_documents(path, {"list-of-themes": LISTED}, [LISTED])
    settings = load_settings(database_url=new_database_url(), pool_min=1, pool_max=3, documents=path)
    async with started(settings) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def closed(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    """The same app, as it is with `documents_only`."""
    endpoint = app.router.routes[0].endpoint.endpoint  # type: ignore[attr-defined]
    kept, endpoint.stored = endpoint.stored, StoredDocuments({"list": LISTED}, is_closed=True)
    app.state.cache.changed({"*"})
    endpoint.ready = type(endpoint.ready)(0, lambda _: 1)  # keeps nothing
    async with client_of(app) as made:
        yield made
    endpoint.stored = kept


def persisted(text: str, **more: Any) -> dict[str, Any]:
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash_of(text)}}, **more}


def as_parameters(body: dict[str, Any]) -> dict[str, str]:
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in body.items()}


async def both(client: httpx.AsyncClient, body: dict[str, Any], **headers: str) -> list[httpx.Response]:
    """The answers to the same request by POST and by GET."""
    posted = await client.post("/graphql", json=body, headers=headers)
    return [posted, await client.get("/graphql", params=as_parameters(body), headers=headers)]


@pytest.mark.parametrize(
    "body",
    [
        {"documentId": f"sha256:{hash_of(LISTED)}"},
        {"documentId": hash_of(LISTED)},
        {"documentId": "list-of-themes"},
        {"documentId": f"sha256:{hash_of(LISTED)}", "operationName": "Listed", "variables": {}},
        persisted(LISTED),
        persisted(LISTED, query=""),
        persisted(LISTED, query=LISTED),
    ],
)
async def test_a_listed_document_is_answered_by_its_id(client, body):
    for response in await both(client, body):
        assert response.status_code == 200
        assert response.json()["data"] == {"themes": {"totalCount": 0}}


async def test_a_get_by_id_is_kept(app, client):
    parameters = {"documentId": f"sha256:{hash_of(LISTED)}"}
    first = await client.get("/graphql", params=parameters)

    with statements_of(app) as sent:
        second = await client.get("/graphql", params=parameters)
        page = await client.get("/graphql", params=parameters, headers={"accept": "text/html,*/*;q=0.8"})
        again = await client.get(
            "/graphql", params=parameters, headers={"if-none-match": first.headers["etag"]}
        )

    assert sent == []
    assert first.content == second.content == page.content
    assert again.status_code == 304


async def test_an_unknown_hash_is_told_in_the_words_that_clients_look_for(client):
    for body in (persisted("{ a }"), {"documentId": "nothing"}, {"documentId": f"sha256:{'0' * 64}"}):
        for accept, status in ((PLAIN_JSON, 200), (RESPONSE_JSON, 400)):
            for response in await both(client, body, accept=accept):
                assert response.status_code == status
                assert response.json() == NOT_FOUND
                assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("is_get", [True, False])
async def test_a_document_is_registered_by_sending_it_with_its_hash(client, is_get):
    text = f"# registered by {'GET' if is_get else 'POST'}\n{OTHER}"
    short = persisted(text, variables={"first": 5})
    before = await both(client, short)

    whole = persisted(text, query=text, variables={"first": 5})
    registered = (await both(client, whole))[is_get]
    after = await both(client, short)

    assert [response.json() for response in before] == [NOT_FOUND, NOT_FOUND]
    for response in (registered, *after):
        assert response.json()["data"] == {"offers": {"totalCount": 0}}


async def test_what_was_forgotten_can_be_registered_anew(app, client):
    registered = app.router.routes[0].endpoint.endpoint.stored.registered
    whole = persisted(OTHER, query=OTHER)
    await client.post("/graphql", json=whole)
    registered.clear()

    await client.post("/graphql", json=whole)

    assert list(registered) == [hash_of(OTHER)]


@pytest.mark.parametrize(
    "body",
    [
        persisted("{ other }", query="{ __typename }"),
        {"documentId": f"sha256:{hash_of('x')}", "query": "{ __typename }"},
        {"documentId": "list-of-themes", "query": "{ __typename }"},
        {"extensions": {"persistedQuery": {"version": 2, "sha256Hash": hash_of(LISTED)}}},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "short"}}},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash_of(LISTED).upper()}}},
        {"extensions": {"persistedQuery": {"version": 1}}},
        {"extensions": {"persistedQuery": {}}},
        {"extensions": {"persistedQuery": "x"}},
        {"extensions": {"persistedQuery": [1]}},
        {"documentId": ""},
    ],
)
async def test_a_malformed_or_wrong_hash_is_refused(client, body):
    for response in await both(client, body):
        (error,) = response.json()["errors"]
        assert response.status_code == 400
        assert error["extensions"]["code"] == "BAD_REQUEST"


@pytest.mark.parametrize("identifier", [5, [], {}, True])
async def test_an_id_that_is_no_text_is_refused(client, identifier):
    response = await client.post("/graphql", json={"documentId": identifier})

    assert response.status_code == 400


@pytest.mark.parametrize(
    "body", [{"query": LISTED}, {"documentId": "list"}, persisted(LISTED), persisted(LISTED, query=LISTED)]
)
async def test_where_only_listed_documents_are_taken_those_are_answered(closed, body):
    for response in await both(closed, body):
        assert response.json()["data"] == {"themes": {"totalCount": 0}}


@pytest.mark.parametrize(
    "body",
    [
        {"query": OTHER},
        {"query": LISTED.strip()},
        persisted(OTHER, query=OTHER),
        {"query": "{ __schema { queryType { name } } }"},
    ],
)
async def test_where_only_listed_documents_are_taken_others_are_refused(closed, body):
    for response in await both(closed, body, **{"accept-language": "en"}):
        (error,) = response.json()["errors"]
        assert response.status_code == 403
        assert error["extensions"]["code"] == "FORBIDDEN"
        assert "schakel documents add" in error["message"]
    for response in await both(closed, persisted(OTHER)):
        assert response.json() == NOT_FOUND


async def test_what_callers_register_is_bounded():
    stored = StoredDocuments()
    for number in range(20):
        text = f"# {number}\n" + "x" * (REGISTERED_BYTES // 10)
        stored.resolved(persisted(text, query=text))

    assert stored.registered.currsize <= REGISTERED_BYTES
    assert 5 < len(stored.registered) < 10


async def test_the_file_is_written_in_order_and_read_back(tmp_path):
    path = tmp_path / "documents.json"

    hashes = write_documents(path, {"b": "{ b }"}, [LISTED, LISTED])

    assert hashes == [hash_of(LISTED)]
    assert read_documents(path) == {hash_of(LISTED): LISTED, "b": "{ b }"}
    assert list(json.loads(path.read_text())) == sorted([hash_of(LISTED), "b"])
    assert [item.name for item in tmp_path.iterdir()] == ["documents.json"]
    assert read_documents(tmp_path / "missing.json") == {}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[", "no JSON"),
        ("[]", "must hold"),
        ('{"a": 1}', "must hold"),
        (json.dumps({hash_of("a"): "b"}), "is not the SHA-256"),
        (json.dumps({f"sha256:{hash_of('a')}": "b"}), "is not the SHA-256"),
    ],
)
async def test_a_file_that_is_not_right_is_told(tmp_path, content, told):
    (tmp_path / "documents.json").write_text(content)

    with pytest.raises(SettingsError, match=told):
        read_documents(tmp_path / "documents.json")


async def test_only_stored_documents_without_any_is_refused_at_the_start(tmp_path):

    with pytest.raises(SettingsError, match="SCHAKEL_DOCUMENTS_ONLY"):
        create_app(load_settings(documents=Path(tmp_path / "none.json"), documents_only=True))
