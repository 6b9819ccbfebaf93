"""Conditions as SQL: the rules of types, `where`, circles on the map, and the operands that they bind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from schakel_server.access.conditions import (
    EVERYTHING,
    All,
    Always,
    Condition,
    Literal,
    Negation,
    Now,
    OneOf,
    Related,
    Test,
)
from schakel_server.access.viewer import Viewer
from schakel_server.declare.catalogue import Catalogue, ManyField, ToOneField, TypeDeclaration
from schakel_server.engine.plan import Many, Operand, Rows, Search
from schakel_server.engine.references import NOW
from schakel_server.search.questions import LEVELS
from schakel_server.storage.text import LANGUAGES


class ConditionWriter(ABC):
    """Writes conditions and collects their operands; a dialect fills in what differs."""

    def __init__(self, catalogue: Catalogue, viewer: Viewer) -> None:
        self.catalogue = catalogue
        self.viewer = viewer
        self.operands: list[Operand] = []
        self.now = Operand(NOW, "instant")
        self.aliases = 0
        self.positions: dict[int, int] = {}

    def joined(self, relation: ManyField, table: str, alias: str) -> tuple[str, str]:
        """The expression of the parent's id, and the tables to select from."""
        if relation.link_table is None:
            return f"{alias}.{relation.parent_column}", f"{table} {alias}"
        link = self.new_alias()
        joined = f"{relation.link_table} {link} JOIN {table} {alias} ON {alias}.id = {link}.{relation.target_column}"
        return f"{link}.{relation.parent_column}", joined

    def conditions(self, rows: Rows, alias: str) -> str:
        """What the viewer may see of the type, and what the caller asked for."""
        parts = [
            self._seen(rows.type, alias, rows.source.relation if isinstance(rows.source, Many) else None),
            self.condition(rows.condition, rows.type, alias),
        ]
        if rows.search is not None and rows.search.levels:
            parts.append(self.matches(rows.type, alias, rows.search.match))
        return " AND ".join(part for part in parts if part != "true") or "true"

    def _seen(
        self, declaration: TypeDeclaration, alias: str, reached_by: ToOneField | ManyField | None
    ) -> str:
        """What the viewer may see of a type; of a part, only with the nodes that it belongs to."""
        came_from = reached_by.parent_column if isinstance(reached_by, ManyField) else ""
        owners = [
            Related(name, EVERYTHING)
            for name in declaration.belongs_to
            if getattr(declaration.relations[name], "column", "") != came_from
        ]
        return self.condition(All((declaration.rule(self.viewer), *owners)), declaration, alias)

    def condition(self, condition: Condition, declaration: TypeDeclaration, alias: str) -> str:
        """A condition on the rows of a type as SQL; it may be NULL where it means false."""
        match condition:
            case Always(holds):
                return "true" if holds else "false"
            case All(parts):
                return _balanced([self.condition(part, declaration, alias) for part in parts], "AND", "true")
            case OneOf(parts):
                return _balanced([self.condition(part, declaration, alias) for part in parts], "OR", "false")
            case Negation(part):
                inner = self.condition(part, declaration, alias)
                return f"NOT {inner}" if isinstance(part, Related) else f"({inner}) IS NOT TRUE"
            case Related(relation, inner_condition):
                return self._related(declaration.relations[relation], inner_condition, alias)
            case Test():
                return self._test(condition, alias)

    def _related(self, relation: ToOneField | ManyField, condition: Condition, alias: str) -> str:
        target, other = self.catalogue.types[relation.target], self.new_alias()
        if isinstance(relation, ToOneField):
            tables, link = f"{target.table} {other}", f"{other}.id = {alias}.{relation.column}"
        else:
            key, tables = self.joined(relation, target.table, other)
            link = f"{key} = {alias}.id"
        tests = [
            link,
            self._seen(target, other, relation),
            self.condition(condition, target, other),
        ]
        return f"EXISTS (SELECT 1 FROM {tables} WHERE {' AND '.join(t for t in tests if t != 'true')})"

    def _test(self, test: Test, alias: str) -> str:
        name = f"{alias}.{test.column}"
        if test.operator == "isNull":
            return f"{name} IS NULL"
        match test.value:
            case Literal(word):
                value = f"'{word}'"
            case Now():
                value = self.bind(self.now)
            case Operand():
                value = self.bind(test.value)
            case _:
                value = ""
        return self.test(test, name, value)

    def test(self, test: Test, name: str, value: str) -> str:
        """One operator on one column."""
        signs = {"eq": "=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
        match test.operator:
            case "contains" | "startsWith":
                return self.contains(f"{name}_folded", value)
            case "eq" | "oneOf" if test.kind == "local":
                texts = [self.language_text(name, k) for k in LANGUAGES]
                compare = self.equal_or_among(test.operator, value)
                return _balanced([f"{text} {compare}" for text in texts], "OR", "false")
            case "oneOf":
                return f"{name} {self.equal_or_among('oneOf', value)}"
            case "notOneOf":
                return f"({name} IS NOT NULL AND NOT {name} {self.equal_or_among('oneOf', value)})"
            case "has" | "hasAny" | "hasAll" | "isEmpty":
                return self.list_test(test, name, value)
        return f"{name} {signs[test.operator]} {value}"

    def points(self, search: Search, declaration: TypeDeclaration, alias: str) -> str:
        """The points of a row that matches: of each concept the highest level that it reaches, added up."""
        least = LEVELS[-1]
        counted = []
        for levels in search.levels:
            steps = zip(levels, LEVELS[:-1], strict=True)
            cases = " ".join(
                f"WHEN {self.matches(declaration, alias, level)} THEN {points}" for level, points in steps
            )
            counted.append(f"CASE {cases} ELSE {least} END")
        return f"({' + '.join(counted) or '0 + 0'})"

    @abstractmethod
    def matches(self, declaration: TypeDeclaration, alias: str, formula: Operand) -> str:
        """The row's terms meet a formula; it may be NULL where there is none."""

    def among(self, name: str, operand: Operand) -> str:
        """The column is one of the operand's values."""
        return f"{name} {self.equal_or_among('oneOf', self.bind(operand))}"

    @abstractmethod
    def within(self, name: str, select: str) -> str:
        """The column is one of what a SELECT gives."""

    @abstractmethod
    def equal_or_among(self, operator: str, value: str) -> str:
        """What follows a column: equal to a value, or among a list of values."""

    @abstractmethod
    def contains(self, name: str, value: str) -> str:
        """The folded text has the needle in it."""

    @abstractmethod
    def language_text(self, name: str, language: str) -> str:
        """The text of one language, NULL where it is missing."""

    @abstractmethod
    def list_test(self, test: Test, name: str, value: str) -> str:
        """An operator on a column that holds a list."""

    @abstractmethod
    def placeholder(self, position: int, operand: Operand) -> str:
        """How the statement names the operand at this position, from 1."""

    def bind(self, operand: Operand) -> str:
        """The placeholder of an operand."""
        identity = id(operand)
        if identity not in self.positions:
            self.operands.append(operand)
            self.positions[identity] = len(self.operands)
        return self.placeholder(self.positions[identity], operand)

    def new_alias(self) -> str:
        """A name for a table that the statement has not used."""
        self.aliases += 1
        return f"t{self.aliases}"


def _balanced(parts: Iterable[str], word: str, empty: str) -> str:
    """All parts joined as a balanced tree, since databases bound the depth of an expression."""
    items = list(parts)
    neutral = [item for item in items if item != empty]
    if not neutral:
        return empty
    if len(neutral) == 1:
        return neutral[0]
    if len(neutral) <= 8:
        return "(" + f" {word} ".join(neutral) + ")"
    middle = len(neutral) // 2
    halves = (_balanced(neutral[:middle], word, empty), _balanced(neutral[middle:], word, empty))
    return f"({halves[0]} {word} {halves[1]})"
