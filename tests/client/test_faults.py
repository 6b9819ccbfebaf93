"""Platforms that are slow, gone, cut off, or are no platforms at all."""

import asyncio
import pickle
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from schakel_client import (
    AsyncSchakel,
    Conflict,
    ConnectionFailed,
    DeadlineExceeded,
    GraphError,
    InvalidInput,
    NotFound,
    PermissionDenied,
    RateLimited,
    SchakelError,
    ServerError,
)

from tests.client.conftest import Serve, free_port

QUESTION = "{ offers { totalCount } }"
GOOD_BODY = b'{"data":{"offers":{"totalCount":1}}}'
GOOD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 36\r\n\r\n" + GOOD_BODY

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def answering(body: object, status: int = 200, headers: dict[str, str] | None = None):
    async def handler(_request: web.Request) -> web.Response:
        if isinstance(body, str):
            return web.Response(
                text=body, status=status, headers={"Content-Type": "text/html", **(headers or {})}
            )
        return web.json_response(body, status=status, headers=headers)

    return handler


@asynccontextmanager
async def raw_platform(talk: Talk) -> AsyncIterator[str]:
    """The address of a server that talks bytes; `talk` is called for each connection."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def read_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    (length,) = [line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    return await reader.readexactly(int(length.partition(b":")[2]))


async def test_nobody_there() -> None:
    async with AsyncSchakel(f"http://127.0.0.1:{free_port()}") as client:
        with pytest.raises(ConnectionFailed, match="can't be reached"):
            await client.execute(QUESTION)


async def test_name_that_does_not_exist() -> None:
    async with AsyncSchakel("http://schakel.invalid") as client:
        with pytest.raises(ConnectionFailed, match=r"schakel\.invalid"):
            await client.offers.list()


async def test_slow_platform_meets_the_deadline(serve: Serve) -> None:
    async def handler(_request: web.Request) -> web.Response:
        await asyncio.sleep(30)
        raise AssertionError

    async with AsyncSchakel(await serve(handler), timeout_s=30) as client:
        began = time.monotonic()
        with pytest.raises(DeadlineExceeded, match=r"within 0\.2 seconds"):
            await client.offers.list(timeout_s=0.2)

    assert time.monotonic() - began < 2


async def test_body_that_trickles_meets_the_deadline(serve: Serve) -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        for _ in range(300):
            await response.write(b" ")
            await asyncio.sleep(0.1)
        return response

    async with AsyncSchakel(await serve(handler), timeout_s=0.5) as client:
        with pytest.raises(DeadlineExceeded):
            await client.execute(QUESTION)


async def test_connection_that_is_never_answered_meets_the_deadline() -> None:
    async def talk(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    async with raw_platform(talk) as url, AsyncSchakel(url, timeout_s=0.2) as client:
        with pytest.raises(DeadlineExceeded):
            await client.execute(QUESTION)


async def test_cancelled_call_is_cancelled_and_not_an_error_of_ours(serve: Serve) -> None:
    async def handler(_request: web.Request) -> web.Response:
        await asyncio.sleep(30)
        raise AssertionError

    async with AsyncSchakel(await serve(handler)) as client:
        call = asyncio.create_task(client.offers.list())
        await asyncio.sleep(0.1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call


async def test_body_cut_off_half_way() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(GOOD[:-10])
        await writer.drain()

    async with raw_platform(talk) as url, AsyncSchakel(url) as client:
        with pytest.raises(ConnectionFailed, match="broke off"):
            await client.execute(QUESTION)


async def test_answer_that_is_no_http() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
        await writer.drain()

    async with raw_platform(talk) as url, AsyncSchakel(url) as client:
        with pytest.raises(ServerError, match="does not answer in HTTP"):
            await client.execute(QUESTION)


async def test_read_is_sent_again_when_the_kept_connection_had_closed() -> None:
    connections = 0

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        await read_request(reader)
        if connections == 2:
            return
        page = b'{"data":{"page":{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}}}}'
        writer.write(GOOD.split(b"Content-Length")[0] + b"Content-Length: %d\r\n\r\n" % len(page) + page)
        await writer.drain()
        if connections == 1:
            await read_request(reader)

    async with raw_platform(talk) as url, AsyncSchakel(url) as client:
        assert len(await client.offers.list()) == 0
        with pytest.raises(ConnectionFailed):
            await client.execute(QUESTION)
        assert len(await client.offers.list()) == 0
        assert connections == 3


async def test_own_document_is_sent_once_only_as_it_may_write() -> None:
    requests = 0

    async def talk(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        nonlocal requests
        await read_request(reader)
        requests += 1

    async with raw_platform(talk) as url, AsyncSchakel(url) as client:
        with pytest.raises(ConnectionFailed):
            await client.execute("mutation { publishOffer { offer { id } } }")

    assert requests == 1


async def test_page_of_a_proxy(serve: Serve) -> None:
    page = "<html><title>502</title><body><h1>Bad Gateway</h1>nginx</body></html>"
    async with AsyncSchakel(await serve(answering(page, 502))) as client:
        with pytest.raises(ServerError, match="text/html with HTTP status 502") as caught:
            await client.offers.list()

    assert (caught.value.code, caught.value.status) == ("INTERNAL", 502)
    assert caught.value.message.endswith("It begins: 502 Bad Gateway nginx")


@pytest.mark.parametrize("body", [{}, {"detail": "Not Found"}, [], 1, None, {"errors": []}, {"errors": [1]}])
async def test_json_that_is_no_graphql(serve: Serve, body: object) -> None:
    async with AsyncSchakel(await serve(answering(body))) as client:
        with pytest.raises(ServerError, match="no GraphQL"):
            await client.execute(QUESTION)


async def test_moved_platform_names_the_new_address_and_gets_no_token(serve: Serve) -> None:
    headers = {"Location": "https://elsewhere.example/graphql"}
    async with AsyncSchakel(await serve(answering("moved", 308, headers)), token="secret") as client:
        with pytest.raises(ServerError, match=r"moved to https://elsewhere\.example/graphql"):
            await client.execute(QUESTION)


async def test_partial_data_is_kept(serve: Serve) -> None:
    errors = [
        {"message": "Later.", "path": ["b", 0, "c"], "extensions": {"code": "TIMED_OUT", "limit": 5}},
        {"message": "Other."},
    ]
    body = {"data": {"a": {"id": "1"}, "b": None}, "errors": errors}
    async with AsyncSchakel(await serve(answering(body))) as client:
        with pytest.raises(ServerError, match=r"^Later\. \[TIMED_OUT\]$") as caught:
            await client.execute("{ a { id } b { c } }")

    error = caught.value
    assert (error.path, error.data) == (("b", 0, "c"), {"a": {"id": "1"}, "b": None})
    assert [(detail.message, detail.code) for detail in error.errors] == [
        ("Later.", "TIMED_OUT"),
        ("Other.", ""),
    ]
    assert error.errors[0].extensions == {"code": "TIMED_OUT", "limit": 5}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("NOT_FOUND", NotFound),
        ("BAD_REQUEST", InvalidInput),
        ("PARSE_FAILED", InvalidInput),
        ("VALIDATION_FAILED", InvalidInput),
        ("INVALID_ID", InvalidInput),
        ("INVALID_CURSOR", InvalidInput),
        ("INVALID_INPUT", InvalidInput),
        ("TOO_COMPLEX", InvalidInput),
        ("UNAUTHENTICATED", PermissionDenied),
        ("FORBIDDEN", PermissionDenied),
        ("CONFLICT", Conflict),
        ("RATE_LIMITED", RateLimited),
        ("TIMED_OUT", ServerError),
        ("INTERNAL", ServerError),
        ("SOMETHING_NEW", GraphError),
    ],
)
async def test_each_code_is_its_error_and_pickles(serve: Serve, code: str, kind: type[GraphError]) -> None:
    body = {"data": None, "errors": [{"message": "So.", "extensions": {"code": code, "retryAfter": 3}}]}
    async with AsyncSchakel(await serve(answering(body))) as client:
        with pytest.raises(SchakelError) as caught:
            await client.execute(QUESTION)

    copy = pickle.loads(pickle.dumps(caught.value))
    assert type(caught.value) is type(copy) is kind
    assert (copy.message, copy.code, copy.errors) == ("So.", code, caught.value.errors)
    assert getattr(copy, "retry_after_s", 3.0) == 3.0


@pytest.mark.parametrize(("header", "seconds"), [("7", 7.0), ("Wed, 21 Oct 2026 07:28:00 GMT", None)])
async def test_limit_of_a_proxy_says_when_to_come_back(
    serve: Serve, header: str, seconds: float | None
) -> None:
    async with AsyncSchakel(await serve(answering("slow down", 429, {"Retry-After": header}))) as client:
        with pytest.raises(RateLimited) as caught:
            await client.offers.list()

    assert caught.value.retry_after_s == seconds


async def test_token_and_language_go_along(serve: Serve) -> None:
    seen: list[dict[str, str]] = []

    async def handler(request: web.Request) -> web.Response:
        seen.append({name.lower(): value for name, value in request.headers.items()})
        return web.json_response({"data": {}}, headers={"Set-Cookie": "a=1; Path=/"})

    url = await serve(handler)
    async with AsyncSchakel(url, token="secret", language="en") as client, AsyncSchakel(url) as plain:
        await client.execute(QUESTION)
        await client.execute(QUESTION)
        await plain.execute(QUESTION)

    assert [headers.get("authorization") for headers in seen] == ["Bearer secret", "Bearer secret", None]
    assert [headers.get("accept-language") for headers in seen] == ["en", "en", None]
    assert not any("cookie" in headers for headers in seen)
    assert "secret" not in repr(client)
