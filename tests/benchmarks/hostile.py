"""Documents that mean harm: how soon each is refused, and what that costs the server."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

import orjson

from tests.benchmarks.cpu import process_cpu_s
from tests.benchmarks.servers import running

TRIES = 5
TIMEOUT_S = 60


@dataclass(frozen=True)
class Refused:
    """What came of one kind of document: the slowest answer, and processor time for each."""

    name: str
    status: int
    code: str
    slowest_ms: float
    cpu_ms: float


def _query(text: str) -> bytes:
    return orjson.dumps({"query": text})


def _fragment_bomb(number: int) -> bytes:
    fragments = [f"fragment f{i} on Offer {{ ...f{i + 1} ...f{i + 1} }}" for i in range(24)]
    return _query(
        f"{{ a{number}: offers {{ nodes {{ ...f0 }} }} }} {' '.join(fragments)} fragment f24 on Offer {{ id }}"
    )


def _cycle(number: int) -> bytes:
    return _query(
        f"{{ a{number}: offers {{ nodes {{ ...a }} }} }} fragment a on Offer {{ ...b }} fragment b on Offer {{ ...a }}"
    )


def _aliases(number: int) -> bytes:
    return _query("{" + " ".join(f"a{number}_{i}: __typename" for i in range(10_000)) + "}")


def _deep(number: int) -> bytes:
    step = "provider { offers { nodes { "
    return _query(f"{{ a{number}: offers {{ nodes {{ {step * 17} id {'} } }' * 17} }} }} }}")


def _duplicates(number: int) -> bytes:
    return _query(f"{{ a{number}: offers {{ nodes {{ {'title ' * 1_000} }} }} }}")


def _introspection(number: int) -> bytes:
    step = "fields { type { "
    return _query(f'{{ a{number}: __type(name: "Offer") {{ {step * 40} name {"} }" * 40} }} }}')


def _nested_json(number: int) -> bytes:
    return (
        b'{"query": "{ __typename }", "variables": {"a%d": ' % number
        + b"[" * 100_000
        + b"]" * 100_000
        + b"}}"
    )


def _long_number(number: int) -> bytes:
    return _query(f"{{ a{number}: offers(first: {'9' * 5_000}) {{ totalCount }} }}")


def _long_number_in_json(number: int) -> bytes:
    text = b"query ($n: Int) { a%d: offers(first: $n) { totalCount } }" % number
    return b'{"query": "%b", "variables": {"n": %b}}' % (text, b"9" * 5_000)


def _directives(number: int) -> bytes:
    return _query(f"{{ a{number}: offers {{ nodes {{ id {'@include(if: true) ' * 1_000} }} }} }}")


def _nested_where(number: int) -> bytes:
    return _query(f"{{ a{number}: offers(where: {'{NOT: ' * 200}{{}}{'}' * 200}) {{ totalCount }} }}")


def _huge_page(number: int) -> bytes:
    return _query(f"{{ a{number}: offers(first: 1000000) {{ nodes {{ id }} }} }}")


def _product_of_pages(number: int) -> bytes:
    step = "offers(first: 100) { nodes { provider { "
    end = "} } }"
    return _query(f"{{ a{number}: organisations(first: 100) {{ nodes {{ {step * 3} id {end * 3} }} }} }}")


def _junk(number: int) -> bytes:
    return b"%d" % number + b"\xff{" * (128 * 2**10 - 8)


def _large_body(number: int) -> bytes:
    return b'{"query": "%d' % number + b" " * (10 * 2**20) + b'"}'


DOCUMENTS: dict[str, Callable[[int], bytes]] = {
    "fragment bomb of 2^24": _fragment_bomb,
    "fragments in a circle": _cycle,
    "10,000 aliases": _aliases,
    "50 levels": _deep,
    "1,000 duplicate fields": _duplicates,
    "1,000 directives": _directives,
    "deep introspection": _introspection,
    "JSON nested 100,000 deep": _nested_json,
    "a number of 5,000 digits": _long_number,
    "the same in the variables": _long_number_in_json,
    "NOT 200 deep": _nested_where,
    "first: 1000000": _huge_page,
    "pages of 100 three deep": _product_of_pages,
    "256 KiB of junk": _junk,
    "a body of 10 MiB": _large_body,
}


def hostile(database_url: str) -> list[Refused]:
    """Send each kind a few times, never the same text twice, to a server that has warmed up."""
    with running("schakel", database_url) as server:
        for number in range(3):
            _post(server.url, _query(f"{{ a{number}: offers {{ nodes {{ id }} }} }}"))
        return [_measured(name, make, server.url, server.pid) for name, make in DOCUMENTS.items()]


def _measured(name: str, make: Callable[[int], bytes], url: str, pid: int) -> Refused:
    bodies = [make(number) for number in range(TRIES)]
    before, times = process_cpu_s(pid), []
    for body in bodies:
        began = time.perf_counter()
        status, answer = _post(url, body)
        times.append(time.perf_counter() - began)
    cpu_s = process_cpu_s(pid) - before
    return Refused(name, status, _code(answer), 1000 * max(times), 1000 * cpu_s / TRIES)


def _post(url: str, body: bytes) -> tuple[int, bytes]:
    headers = {"Content-Type": "application/json"}
    try:
        request = urllib.request.Request(f"{url}/graphql", body, headers)
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    except OSError as error:  # a server may well hang up on a body that it will not read
        return 0, str(error).encode()


def _code(answer: bytes) -> str:
    """The code of the first error; "answered" where there is none."""
    try:
        errors = orjson.loads(answer).get("errors")
    except orjson.JSONDecodeError:
        return answer.decode(errors="replace")[:60]
    return str(errors[0]["extensions"]["code"]) if errors else "answered"
