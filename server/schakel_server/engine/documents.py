"""Documents: parsed and validated once per text, and what of their operations decides a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

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
    type_from_ast,
    visit,
)
from graphql.execution.values import get_variable_values

from schakel_server.engine.failures import failure
from schakel_server.engine.kept import Kept
from schakel_server.engine.measure import META_FIELDS, check_values
from schakel_server.engine.parsing import DocumentErrors, read_document
from schakel_server.engine.references import plain, refer
from schakel_server.engine.searching import texts_of

CACHE_BYTES = 24 * 2**20  # of parsed documents
BYTES_PER_LETTER = 128  # that a parsed document holds for each letter of its text, as measured: 95 to 125


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
        check_values(given)
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


@dataclass(frozen=True)
class KeptDocument:
    """The operations of a document by name, and what it holds in memory, in bytes."""

    operations: dict[str | None, PreparedOperation]
    size: int


@dataclass
class Documents:
    """The documents that were seen lately, bounded by what they hold in memory."""

    schema: GraphQLSchema
    kept: Kept[str, KeptDocument] = field(
        default_factory=lambda: Kept(CACHE_BYTES, lambda document: document.size)
    )

    def operation(self, text: str, name: str | None) -> PreparedOperation:
        """The operation of this name; without a name, the only one."""
        kept = self.kept.find(text)
        operations = kept.operations if kept else None
        if operations is None:
            operations = self._prepare(text)
            self.kept.keep(text, KeptDocument(operations, document_size(text)))
        if name:
            if name not in operations:
                raise failure("unknown_operation", given=name, names=_names(operations))
            return operations[name]
        if len(operations) > 1:
            raise failure("which_operation", names=_names(operations))
        return next(iter(operations.values()))

    def faults(self, text: str) -> list[str]:
        """What keeps a document from being answered, each with its place; empty where nothing does."""
        try:
            self._prepare(text)
        except DocumentErrors as problems:
            return [_told(error) for error in problems.errors]
        except GraphQLError as error:
            return [_told(error)]
        return []

    def names(self, text: str) -> list[str]:
        """The names of a valid document's operations, `(unnamed)` for one without."""
        return [name or "(unnamed)" for name in self._prepare(text)]

    def _prepare(self, text: str) -> dict[str | None, PreparedOperation]:
        document = read_document(self.schema, text)
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        found = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
        if not found:
            raise failure("no_operation")
        sizes = _page_sizes(document)
        return {
            d.name.value if d.name else None: self._operation(document, d, fragments, sizes) for d in found
        }

    def _operation(
        self,
        document: DocumentNode,
        node: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        page_sizes: frozenset[str],
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
            document, node, fragments, types, id_arguments, page_sizes, texts_of(document), has_meta
        )

    def _type(self, definition: VariableDefinitionNode) -> GraphQLInputType:
        found: Any = type_from_ast(self.schema, definition.type)
        return found  # type: ignore[no-any-return]


def document_size(text: str) -> int:
    """What a parsed document holds in memory, in bytes, estimated."""
    return BYTES_PER_LETTER * len(text)


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


def _told(error: GraphQLError) -> str:
    places = ", ".join(f"line {place.line}, column {place.column}" for place in error.locations or ())
    return f"{error.message} ({places})" if places else error.message


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


__all__ = ["META_FIELDS", "DocumentErrors", "Documents", "PreparedOperation", "VariableErrors"]
