"""The answer to a browser at the GraphQL address, with and without the built page."""

import json

import pytest
from schakel_server.web import graphiql


@pytest.fixture
def built(tmp_path, monkeypatch):
    manifest = {"src/main.jsx": {"file": "main-abc.js"}, "style.css": {"file": "style-def.css"}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    monkeypatch.setattr(graphiql, "ASSETS_FOLDER", tmp_path)


@pytest.fixture
def not_built(tmp_path, monkeypatch):
    monkeypatch.setattr(graphiql, "ASSETS_FOLDER", tmp_path / "missing")


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("prefix", ["", "/keten"])
async def test_built_page_is_loaded_from_this_server(make_client, prefix):
    client = await make_client(prefix=prefix)

    response = await client.get(f"{prefix}/graphql")

    assert response.status_code == 200
    assert f'<script type="module" src="{prefix}/static/graphiql/main-abc.js"></script>' in response.text
    assert f'<link rel="stylesheet" href="{prefix}/static/graphiql/style-def.css">' in response.text
    assert "//" not in response.text.replace("</", "").replace("://schakel.test", "")
    assert graphiql.is_built()


@pytest.mark.usefixtures("built")
async def test_built_page_runs_under_a_strict_policy(client):
    response = await client.get("/graphql")

    assert response.headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self'; "
        "style-src-attr 'unsafe-inline'; worker-src 'self'; font-src 'self' data:; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert response.headers["vary"] == "Accept, Accept-Language"


@pytest.mark.usefixtures("not_built")
@pytest.mark.parametrize(
    ("language", "heading"),
    [("nl", "De vragenpagina ontbreekt"), ("en", "The query page is missing")],
)
async def test_missing_page_says_what_to_do(client, language, heading):
    response = await client.get("/graphql", headers={"Accept-Language": language})

    assert response.status_code == 503
    assert response.headers["cache-control"] == "no-store"
    assert f'<html lang="{language}">' in response.text
    assert f"<h1>{heading}</h1>" in response.text
    assert "SCHAKEL_REQUIRE_GRAPHIQL=1 pip install -e server" in response.text
    assert "<script" not in response.text
    assert not graphiql.is_built()


@pytest.mark.usefixtures("not_built")
async def test_server_without_the_page_serves_the_rest(client):
    assert (await client.get("/")).status_code == 200
    assert (await client.get("/static/graphiql/main.js")).status_code == 404
