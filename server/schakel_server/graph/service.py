"""Answering one GraphQL request: document, variables, engine or Strawberry, errors; always GraphQL-shaped."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
import strawberry
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionSetNode,
    execute_sync,
)

from schakel_server.access.viewer import ANONYMOUS, Viewer
from schakel_server.declare.catalogue import Catalogue
from schakel_server.engine.documents import (
    META_FIELDS,
    DocumentErrors,
    Documents,
    PreparedOperation,
    VariableErrors,
    document_size,
)
from schakel_server.engine.engine import Bound, Engine, Reads, Request
from schakel_server.engine.failures import Failure, failure
from schakel_server.engine.kept import Kept
from schakel_server.engine.limits import NODES
from schakel_server.engine.selection import Operation, collect
from schakel_server.errors import SchakelError, Timeout
from schakel_server.graph.rate import REFUSED, UNCOUNTED, Account, price_of

LONGEST_MESSAGE = 600  # characters
DESCRIBED_BYTES = 8 * 2**20  # of answers about the schema that are kept; the longest usual one has 540 KB

log = logging.getLogger(__name__)

READY_BYTES = 2 * 2**10  # that a request made ready holds besides its body and its plan, as measured


@dataclass(frozen=True)
class GraphRequest:
    """What a caller asks, as it came in."""

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation_name: str | None = None
    locale: str = "NL"
    viewer: Viewer = ANONYMOUS
    may_write: bool = True


@dataclass(frozen=True)
class Answer:
    """A GraphQL response; `status` is what `application/graphql-response+json` gives with it.

    `tables` are those that the data was read from, where a safe request was answered without errors and for
    everybody alike; None where the answer is not to be shown to others.
    """

    body: bytes
    status: int = 200
    is_request_error: bool = False
    tables: frozenset[str] | None = None


@dataclass
class Prepared:
    """A request that only has to be run: its operation checked, its plan made, its variables bound.

    `values` are the variables, checked and coerced; `operation` is there where meta fields are asked for,
    since a parsed document is large; `price` is what it takes from its caller's account; `told` is the start
    of what the answer tells of its cost; `size` is what all this holds in memory, in bytes, estimated.
    """

    request: GraphRequest
    operation: PreparedOperation | None
    values: Mapping[str, Any]
    bound: Bound
    price: int
    told: bytes
    size: int


class GraphService:
    """The graph of one server: its schema, and the engine over its database."""

    def __init__(self, schema: strawberry.Schema, catalogue: Catalogue, database: Reads) -> None:
        self.schema = schema
        self.core = schema._schema
        self.catalogue = catalogue
        self.documents = Documents(self.core)
        self.engine = Engine(self.core, catalogue, database)
        self.described: Kept[Any, dict[str, bytes]] = Kept(
            DESCRIBED_BYTES, lambda texts: sum(map(len, texts.values()))
        )

    async def answer(self, request: GraphRequest, account: Account = UNCOUNTED) -> Answer:
        """The response to a request, for which `account` pays; never raises but when cancelled."""
        prepared = self.prepared(request)
        if isinstance(prepared, Answer):
            account.charge(REFUSED)
            return prepared
        return await self.run(prepared, account)

    def prepared(self, request: GraphRequest) -> Prepared | Answer:
        """The request made ready to run, or the answer that says why it can't be."""
        try:
            operation = self.documents.operation(request.query, request.operation_name)
            values = operation.variables(self.core, request.variables)
        except Failure as problem:
            return request_error([problem], locale=request.locale)
        except DocumentErrors as problems:
            return request_error(problems.errors, problems.code)
        except VariableErrors as problems:
            return request_error(problems.errors, "INVALID_INPUT")
        except Exception:
            return masked()
        try:
            bound = self.engine.bound(operation, values, Request(request.viewer, request.locale))
        except GraphQLError as problem:
            return _failed(problem, request.locale)
        except Exception:
            return masked()
        cost, size = bound.compiled.cost, READY_BYTES + bound.compiled.size
        price, kept = price_of(cost, is_introspection=operation.has_meta), None
        if operation.has_meta:
            kept, size = operation, size + document_size(request.query)
        return Prepared(request, kept, values, bound, price, _told(cost), size)

    async def run(self, prepared: Prepared, account: Account = UNCOUNTED) -> Answer:
        """The response to a request that was made ready, now or before."""
        account.charge(prepared.price)
        try:
            members = await self.engine.members(prepared.bound)
            if prepared.operation is not None:
                members = self._with_meta(prepared, prepared.operation, members)
        except GraphQLError as problem:
            return _failed(problem, prepared.request.locale)
        except SchakelError as problem:
            status = 504 if isinstance(problem, Timeout) else 503 if problem.code == "INTERNAL" else 200
            error = GraphQLError(problem.message, extensions={"code": problem.code})
            return _failed(error, prepared.request.locale, status)
        except Exception:
            return masked()
        data = b",".join([b'"%b":%b' % (key.encode(), text) for key, text in members.items()])
        return _told_to(prepared, account, data)

    def _with_meta(
        self, prepared: Prepared, operation: PreparedOperation, members: dict[str, bytes]
    ) -> dict[str, bytes]:
        """The members with `__schema` and `__type` answered by graphql-core, each in its place."""
        asked = Operation(
            self.core, self.catalogue, ANONYMOUS, operation.node, operation.fragments, prepared.values, {}
        )
        fields = collect(asked, "Query", [operation.node.selection_set])
        meta = [node for nodes in fields.values() for node in nodes if node.name.value in META_FIELDS]
        described = self._described(prepared.request, _only(operation, meta))
        return {key: members[key] if key in members else described[key] for key in fields}

    def _described(self, request: GraphRequest, document: DocumentNode) -> dict[str, bytes]:
        """What the schema says of itself; kept, as a tool's whole introspection takes 0.15 s."""
        key = (request.query, request.operation_name, orjson.dumps(request.variables))
        texts = self.described.find(key)
        if texts is None:
            result = execute_sync(self.core, document, variable_values=dict(request.variables))
            if result.errors:
                raise result.errors[0]
            texts = {name: orjson.dumps(value) for name, value in (result.data or {}).items()}
            self.described.keep(key, texts)
        return texts


def _told_to(prepared: Prepared, account: Account, data: bytes) -> Answer:
    """The answer; what may be given to others says nothing of what remains to who asked first."""
    is_public = not prepared.request.may_write and prepared.request.viewer == ANONYMOUS
    remaining = UNCOUNTED.told() if is_public else account.told()
    tables = prepared.bound.compiled.tables if is_public else None
    return Answer(b'{"data":{%b},%b%b}}}' % (data, prepared.told, remaining), tables=tables)


def _told(cost: int) -> bytes:
    """The start of `extensions.cost`, to which only what remains of the caller's rate has to be added."""
    return b'"extensions":{"cost":{"requested":%d,"budget":%d,"remaining":' % (cost, NODES.most)


def _only(operation: PreparedOperation, fields: Sequence[FieldNode]) -> DocumentNode:
    selection = SelectionSetNode(selections=tuple(fields))
    kept = OperationDefinitionNode(
        operation=operation.node.operation,
        name=operation.node.name,
        variable_definitions=operation.node.variable_definitions,
        directives=operation.node.directives,
        selection_set=selection,
    )
    return DocumentNode(definitions=(kept, *operation.fragments.values()))


def formatted(problem: GraphQLError, code: str | None = None, locale: str = "EN") -> dict[str, Any]:
    """An error as the response shows it, with its code and in the request's language."""
    error: dict[str, Any] = dict(problem.formatted)
    error["message"] = problem.in_language(locale) if isinstance(problem, Failure) else _shortened(problem)
    error["extensions"] = {"code": code or "BAD_REQUEST", **(problem.extensions or {})}
    return error


def _shortened(problem: GraphQLError) -> str:
    """The message, which may repeat a name or a value of any length that the caller sent."""
    text = problem.message
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:LONGEST_MESSAGE]}…"


def request_error(
    problems: Sequence[GraphQLError], code: str | None = None, locale: str = "EN", status: int = 400
) -> Answer:
    """The request could not be carried out at all: no `data` in the answer."""
    errors = [formatted(problem, code, locale) for problem in problems]
    return Answer(orjson.dumps({"errors": errors}), status, is_request_error=True)


def refused(status: int, message: str) -> Answer:
    """The request is no GraphQL request that we take."""
    return request_error([GraphQLError(message)], "BAD_REQUEST", status=status)


def _failed(problem: GraphQLError, locale: str, status: int = 200) -> Answer:
    body = orjson.dumps({"data": None, "errors": [formatted(problem, None, locale)]})
    return Answer(body, status)


def masked() -> Answer:
    """Something unexpected went wrong; the log has it under the id that the answer gives."""
    reference = uuid.uuid4().hex[:12]
    log.exception("unexpected error %s", reference)
    message = f"Something went wrong on our side; it is logged as {reference}."
    error = {"message": message, "extensions": {"code": "INTERNAL", "id": reference}}
    return Answer(orjson.dumps({"data": None, "errors": [error]}), 500)


__all__ = ["Answer", "GraphRequest", "GraphService", "failure", "masked", "refused", "request_error"]
