"""Documents: parsed and validated once per text, and what of their operations decides a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache
from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLInputType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    parse,
    type_from_ast,
    validate,
    visit,
)
from graphql.execution.values import get_variable_values

from schakel_server.engine.failures import failure
from schakel_server.engine.references import plain, refer
from schakel_server.engine.searching import texts_of

CACHE_BYTES = 64 * 2**20  # of parsed documents, estimated
DOCUMENT_BYTES = 128 * 2**10  # of one parsed document of 2,000 tokens, about the largest there can be
MAX_TOKENS = 2000  # DESIGN, "Ids, pages, limits"
META_FIELDS = ("__schema", "__type")


@dataclass
class PreparedOperation:
    """An operation with its fragments, ready to be planned."""

    document: DocumentNode
    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    types: dict[str, GraphQLInputType]
    id_arguments: list[tuple[FieldNode, ValueNode]]
    page_sizes: frozenset[str]
    search_texts: tuple[ValueNode, ...]
    has_meta: bool

    @property
    def is_query(self) -> bool:
        return self.node.operation is OperationType.QUERY

    def variables(self, schema: GraphQLSchema, given: Mapping[str, Any]) -> dict[str, Any]:
        """The variables, checked and coerced; raises all faults at once."""
        definitions = self.node.variable_definitions
        if not definitions:
            return {}
        result = get_variable_values(schema, definitions, dict(given), max_errors=20)
        if isinstance(result, list):
            raise VariableErrors(result)
        coerced: dict[str, Any] = plain(_as_dict(result))
        return coerced

    def references(self, values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[Any, ...]]:
        """The variables as references, and the shape that a plan depends on."""
        pairs = {
            name: (value, value) if name in self.page_sizes else refer(value, self.types[name], (name,))
            for name, value in values.items()
        }
        return {k: v for k, (v, _) in pairs.items()}, tuple((k, shape) for k, (_, shape) in pairs.items())


class VariableErrors(Exception):
    """The variables don't fit the operation."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__(errors)
        self.errors = errors


class DocumentErrors(Exception):
    """The document can't be parsed or isn't valid for the schema."""

    def __init__(self, code: str, errors: list[GraphQLError]) -> None:
        super().__init__(errors)
        self.code = code
        self.errors = errors


@dataclass(frozen=True)
class KeptDocument:
    """The operations of a document by name, and what it holds in memory, in bytes."""

    operations: dict[str | None, PreparedOperation]
    size: int


@dataclass
class Documents:
    """The documents that were seen lately, bounded by what they hold in memory."""

    schema: GraphQLSchema
    kept: LRUCache[str, KeptDocument] = field(
        default_factory=lambda: LRUCache(CACHE_BYTES, getsizeof=lambda kept: kept.size)
    )

    def operation(self, text: str, name: str | None) -> PreparedOperation:
        """The operation of this name; without a name, the only one."""
        kept = self.kept.get(text)
        operations = kept.operations if kept else None
        if operations is None:
            operations = self._prepare(text)
            self.kept[text] = KeptDocument(operations, DOCUMENT_BYTES + len(text))
        if name:
            if name not in operations:
                raise failure("unknown_operation", given=name, names=_names(operations))
            return operations[name]
        if len(operations) > 1:
            raise failure("which_operation", names=_names(operations))
        return next(iter(operations.values()))

    def _prepare(self, text: str) -> dict[str | None, PreparedOperation]:
        try:
            document = parse(text, max_tokens=MAX_TOKENS)
        except GraphQLError as error:
            if "tokens" in error.message and not error.nodes and len(text) > MAX_TOKENS:
                raise failure("too_many_tokens", limit=MAX_TOKENS, given=MAX_TOKENS + 1) from None
            raise DocumentErrors("PARSE_FAILED", [error]) from None
        except RecursionError:
            raise DocumentErrors("PARSE_FAILED", [GraphQLError("The document is nested too deep.")]) from None
        errors = validate(self.schema, document, max_errors=20)
        if errors:
            raise DocumentErrors("VALIDATION_FAILED", errors)
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        found = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
        if not found:
            raise failure("no_operation")
        return {d.name.value if d.name else None: self._operation(document, d, fragments) for d in found}

    def _operation(
        self,
        document: DocumentNode,
        node: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
    ) -> PreparedOperation:
        fields = list(_root_fields(node.selection_set, fragments))
        id_arguments = [
            (item, argument.value)
            for item in fields
            if item.name.value in ("node", "nodes")
            for argument in item.arguments or ()
        ]
        has_meta = any(item.name.value in META_FIELDS for item in fields)
        types = {d.variable.name.value: self._type(d) for d in node.variable_definitions or ()}
        return PreparedOperation(
            document,
            node,
            fragments,
            types,
            id_arguments,
            _page_sizes(document),
            texts_of(document),
            has_meta,
        )

    def _type(self, definition: VariableDefinitionNode) -> GraphQLInputType:
        found: Any = type_from_ast(self.schema, definition.type)
        return found  # type: ignore[no-any-return]


class _PageSizes(Visitor):
    """Collects the variables that stand for `first` or `last`: they are part of a plan."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        if node.name.value in ("first", "last") and isinstance(node.value, VariableNode):
            self.names.add(node.value.name.value)


def _page_sizes(document: DocumentNode) -> frozenset[str]:
    visitor = _PageSizes()
    visit(document, visitor)
    return frozenset(visitor.names)


def _as_dict(result: Any) -> Any:
    return getattr(result, "coerced", result)


def _names(operations: Mapping[str | None, Any]) -> str:
    return ", ".join(repr(name) for name in operations)


def _root_fields(
    selection_set: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]
) -> Iterator[FieldNode]:
    """Every field at the root, through fragments; each fragment once."""
    seen: set[str] = set()
    waiting = [selection_set]
    while waiting:
        for item in waiting.pop().selections:
            if isinstance(item, FieldNode):
                yield item
            elif hasattr(item, "selection_set"):
                waiting.append(item.selection_set)
            elif item.name.value not in seen:  # type: ignore[attr-defined]
                seen.add(item.name.value)  # type: ignore[attr-defined]
                waiting.append(fragments[item.name.value].selection_set)  # type: ignore[attr-defined]
