"""The schema as text."""


async def test_schema_is_plain_text_that_browsers_show(make_client):
    client = await make_client(sdl=lambda: "type Query { één: Int }")

    response = await client.get("/schema.graphql")

    assert response.text == "type Query { één: Int }"
    assert response.headers["content-type"] == "text/plain; charset=utf-8"


async def test_unchanged_schema_answers_304(client):
    first = await client.get("/schema.graphql")

    second = await client.get("/schema.graphql", headers={"If-None-Match": first.headers["etag"]})

    assert second.status_code == 304
    assert second.content == b""


async def test_schema_is_printed_once(make_client):
    asked = []
    client = await make_client(sdl=lambda: asked.append(1) or "type Query { a: Int }")

    await client.get("/schema.graphql")
    await client.get("/schema.graphql")

    assert asked == [1]
