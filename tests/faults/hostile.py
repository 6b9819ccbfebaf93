"""Requests that are made to cost much, each with the code that it is refused with."""

from dataclasses import dataclass, field
from typing import Any

LEVELS = 24
KIB = 2**10


@dataclass(frozen=True)
class Attack:
    """A document with its variables; `limit` is what the error names, None where it is refused otherwise."""

    name: str
    query: str
    code: str
    limit: int | None = None
    variables: dict[str, Any] = field(default_factory=dict)


def bomb(step: str, last: str = "id") -> str:
    """Fragments that each spread the next one twice: 2^24 of the last one when written out."""
    chain = "".join(
        f"fragment F{i} on Organisation {{ {step.replace('@', f'...F{i + 1}')} }} " for i in range(LEVELS)
    )
    return (
        f"{{ organisations {{ nodes {{ ...F0 }} }} }} {chain} fragment F{LEVELS} on Organisation {{ {last} }}"
    )


def pages(levels: int, size: int) -> str:
    """Organisations and their children, so many levels deep."""
    inner = "{ nodes { id } }"
    for _ in range(levels - 1):
        inner = f"{{ nodes {{ children(first: {size}) {inner} }} }}"
    return f"{{ organisations(first: {size}) {inner} }}"


def nested(levels: int) -> str:
    return '{ organisation(by: {slug: "x"}) ' + "{ parent " * levels + "{ id }" + " }" * (levels + 1)


def introspection(levels: int) -> str:
    return '{ __type(name: "Query") ' + "{ fields { type " * levels + "{ name }" + " } }" * levels + " }"


def where(value: str) -> str:
    return f"{{ organisations(where: {value}) {{ totalCount }} }}"


ANY_WHERE = "query ($w: [OrganisationWhere!]) { organisations(where: {OR: $w}) { totalCount } }"
ANY_IDS = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
TWINS = "{ organisations { nodes { " + "parent { id } " * 400 + "} } }"
SPREADS = " ".join(f"...F{i}" for i in range(120))
FRAGMENTS = " ".join(f"fragment F{i} on Query {{ a: __typename }}" for i in range(120))

VARIABLES = " ".join(f"$v{i}: Int" for i in range(490))
ALL_TYPES = " ".join(f"a{i}: types {{ fields {{ name }} }}" for i in range(20))
CYCLE = " ".join(f"fragment F{i} on Query {{ ...F{(i + 1) % 50} }}" for i in range(50))
PAIR = "fragment A on Organisation { parent { ...B } } fragment B on Organisation { parent { ...A } }"
WRONG = " ".join(f"descriptin{i}" for i in range(900))

ATTACKS = [
    Attack("fragments 2^24", bomb("@ @"), "TOO_COMPLEX", 30),
    Attack("fragments 2^24 in objects", bomb("parent { @ } children { nodes { @ } }"), "TOO_COMPLEX", 1000),
    Attack("fragments 2^24 with aliases", bomb("a: parent { @ } b: parent { @ }"), "TOO_COMPLEX", 1000),
    Attack("fragments 2^24 of directives", bomb("@ @", "id @include(if: true)"), "TOO_COMPLEX", 30),
    Attack("10,000 aliases", "{ " + " ".join(f"a{i}: __typename" for i in range(10_000)) + " }", "TOO_COMPLEX"),
    Attack("600 aliases", "{ offers { nodes { " + " ".join(f"a{i}: id" for i in range(600)) + " } } }", "TOO_COMPLEX", 30),
    Attack("31 root fields", "{ " + " ".join(f"a{i}: __typename" for i in range(31)) + " }", "TOO_COMPLEX", 30),
    Attack("50 levels", nested(50), "TOO_COMPLEX", 15),
    Attack("600 levels", nested(600), "TOO_COMPLEX", 15),
    Attack("1,000 duplicate fields", "{ offers { nodes { " + "id " * 1000 + "} } }", "TOO_COMPLEX", 30),
    Attack("400 duplicate objects", TWINS, "TOO_COMPLEX", 30),
    Attack("120 fragments", f"{{ {SPREADS} }} {FRAGMENTS}", "TOO_COMPLEX", 50),
    Attack("390 operations", " ".join(f"query Q{i} {{ __typename }}" for i in range(390)), "TOO_COMPLEX", 20),
    Attack("400 directives", "{ __typename " + "@skip(if: false) " * 240 + "}", "TOO_COMPLEX", 50),
    Attack("490 variables", f"query ({VARIABLES}) {{ __typename }}", "TOO_COMPLEX", 100),
    Attack("deep introspection", introspection(9), "TOO_COMPLEX", 15),
    Attack("introspection seven times", introspection(6), "TOO_COMPLEX", 3),
    Attack("wide introspection", f"{{ __schema {{ {ALL_TYPES} }} }}", "TOO_COMPLEX", 3),
    Attack("cyclic fragments", "{ organisations { nodes { ...A } } } " + PAIR, "VALIDATION_FAILED"),
    Attack("50 cyclic fragments", f"{{ ...F0 }} {CYCLE}", "VALIDATION_FAILED"),
    Attack("900 unknown fields", f"{{ offers {{ nodes {{ {WRONG} }} }} }}", "VALIDATION_FAILED"),
    Attack("a name of 60 KiB", "{ " + "x" * 60 * KIB + " }", "VALIDATION_FAILED"),
    Attack("250 KiB of commas", "," * 250 * KIB, "TOO_COMPLEX", 65536),
    Attack("250 KiB of comment", "#" * 250 * KIB + "\n{ __typename }", "TOO_COMPLEX", 65536),
    Attack("250 KiB of brackets", "{" * 250 * KIB, "TOO_COMPLEX", 65536),
    Attack("250 KiB of text", where('{slug: {eq: "' + "x" * 250 * KIB + '"}}'), "TOO_COMPLEX", 65536),
    Attack("60 KiB of junk", "!" * 60 * KIB, "PARSE_FAILED"),
    Attack("a number of 5,000 digits", f"{{ organisations(first: {'9' * 5000}) {{ totalCount }} }}", "VALIDATION_FAILED"),
    Attack("a condition 300 levels deep", where("{NOT: " * 300 + "{}" + "}" * 300), "TOO_COMPLEX", 40),
    Attack("a list 900 levels deep", where("[" * 900 + "]" * 900), "TOO_COMPLEX", 40),
    Attack("40,000 ids", ANY_IDS, "TOO_COMPLEX", 10_000, {"ids": ["x"] * 40_000}),
    Attack("5,000 branches", ANY_WHERE, "TOO_COMPLEX", 10_000, {"w": [{"slug": {"eq": "a"}}] * 5_000}),
    Attack("1,001 comparisons", ANY_WHERE, "TOO_COMPLEX", 1_000, {"w": [{"slug": {"eq": "a"}}] * 1_001}),
    Attack("a million rows", "{ organisations(first: 1000000) { nodes { id } } }", "INVALID_INPUT", 100),
    Attack("four pages of 100 in each other", pages(4, 100), "TOO_COMPLEX", 50_000),
    Attack("five pages of 20 in each other", pages(5, 20), "TOO_COMPLEX", 50_000),
]  # fmt: skip
