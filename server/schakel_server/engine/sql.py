"""From a plan to one SQL statement: a common table per set of rows, one text per set in its answer.

A set's text is its rows one after the other, each of as many parts, parted by U+0002; gaps for other sets are
keys between U+0001. Neither can stand in JSON unescaped, so nothing that is stored can be taken for one.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from schakel_server.access.conditions import Related
from schakel_server.engine.plan import (
    ByIds,
    Counts,
    CursorOperands,
    CursorSlot,
    DistanceSlot,
    HighlightSlot,
    Many,
    One,
    OrderTerm,
    Outlet,
    PlaceFound,
    Plan,
    Root,
    Rows,
    ScoreSlot,
    Slot,
    Tally,
    Value,
)
from schakel_server.engine.sql_circle import centre_of
from schakel_server.engine.sql_facets import PART, FacetWriter
from schakel_server.engine.sql_nearby import Nearby, is_nearby
from schakel_server.storage.text import LANGUAGES

GAP = "\x01"  # around the key of another set; as PART, JSON always escapes it
ALL_TIME_S = 10**12  # longer than the calendar of 9,999 years: what is past comes after all that is to come
GREATEST = {  # stands for a missing value in an order: greater than any that is stored
    "text": "'\U0010ffff'",
    "instant": "'9999-12-31T23:59:59Z'",
    "date": "'9999-12-31'",
    "int": "2147483647",
    "float": "1.7976931348623157e308",
}


class SqlWriter(FacetWriter):
    """Writes the statement of one plan; a dialect fills in what differs."""

    def statement(self, plan: Plan) -> str:
        """The statement; its answer is one row with a text for each set of the plan, in order."""
        used = self._parents(plan)
        tables: list[str] = []
        answers: list[str] = []
        bases = self.bases(plan)
        for item in plan.sets:
            if isinstance(item, Tally):
                answers.append(f"({self._tally(item)})")
                continue
            if isinstance(item, Counts):
                tables += bases.pop(item, ())
                answers.append(f"({self.counts(item)})")
                continue
            if isinstance(item, PlaceFound):
                answers.append(f"(SELECT '1' FROM {centre_of(item.rows)})")
                continue
            tables += self._circle_tables(item)
            if item.is_read or item in used:
                tables.append(
                    f"s{item.index} AS {self.materialised(item in used)} ({self._table(item, used.get(item, ()))})"
                )
                answers.append(f"({self._answer(item)})")
            else:
                answers.append("NULL")
        head = f"WITH RECURSIVE {', '.join(tables)} " if tables else ""
        return f"{head}SELECT {', '.join(answers) or 'NULL'}"

    def _circle_tables(self, rows: Rows) -> list[str]:
        if rows.near is None:
            return []
        return [self.centre(rows), *(Nearby(self, rows).tables() if is_nearby(rows) else ())]

    def _parents(self, plan: Plan) -> dict[Rows, tuple[str, ...]]:
        """The sets that others hang on, with the columns that those need."""
        used: dict[Rows, dict[str, None]] = {}
        for item in plan.sets:
            source = item.source if isinstance(item, Rows) else item.rows.source
            if isinstance(source, One):
                used.setdefault(source.parent, {})[source.column] = None
            elif isinstance(source, Many):
                used.setdefault(source.parent, {})["id"] = None
        return {rows: tuple(names) for rows, names in used.items()}

    # A set of rows

    def _table(self, rows: Rows, needed: Sequence[str]) -> str:
        alias = self.new_alias()
        columns = [f"{alias}.{name} AS c_{name}" for name in needed]
        if self.is_sorted_last(rows):
            columns += [f"{self.key(term, alias, rows)} AS k{i}" for i, term in enumerate(rows.order)]
            columns.append(f"{alias}.id AS kid")
        columns += [f"{self._object(rows, outlet, alias)} AS o{i}" for i, outlet in enumerate(rows.outlets)]
        if rows.has_cursor:
            columns.append(f"{self._cursor(rows, alias)} AS cur")
        return self.source(rows, alias, columns)

    @abstractmethod
    def source(self, rows: Rows, alias: str, columns: list[str]) -> str:
        """The SELECT that gives a set: `pk` (the key under which it is found) and these columns."""

    def unpaged(self, rows: Rows, alias: str, columns: list[str]) -> str:
        """The SELECT of a set without a page: by ids, to one, a plain list, or one root."""
        table, condition = rows.type.table, self.conditions(rows, alias)
        match rows.source:
            case Root():
                found = f"SELECT '' AS pk, {', '.join(columns)} FROM {table} {alias} WHERE {condition}"
                return f"{found}{self._newest_first(rows, alias)} LIMIT 1"
            case ByIds(ids):
                within = self.among(f"{alias}.id", ids)
                return f"SELECT {alias}.id AS pk, {', '.join(columns)} FROM {table} {alias} WHERE {within} AND {condition}"
            case One(parent, column):
                within = self.within(f"{alias}.id", f"SELECT c_{column} FROM s{parent.index}")
                return f"SELECT {alias}.id AS pk, {', '.join(columns)} FROM {table} {alias} WHERE {within} AND {condition}"
            case Many(parent, relation):
                key, joined = self.joined(relation, table, alias)
                within = self.within(key, f"SELECT c_id FROM s{parent.index}")
                return (
                    f"SELECT {key} AS pk, {', '.join(columns)} FROM {joined} WHERE {within} AND {condition}"
                )

    def _newest_first(self, rows: Rows, alias: str) -> str:
        """Of rows with the same code the newest is meant; a key of their own rows have alone.

        Not by the bare id: a planner might read its index from the end in search of the code.
        """
        return f" ORDER BY {alias}.id || '' DESC" if isinstance(rows.condition, Related) else ""

    def paged(self, rows: Rows, alias: str, columns: list[str], parent_key: str | None) -> str:
        """The SELECT of one page: ordered and cut off, of one parent where a key is given."""
        tables, tests = f"{rows.type.table} {alias}", [self.conditions(rows, alias)]
        if parent_key is not None and isinstance(rows.source, Many):
            key, tables = self.joined(rows.source.relation, rows.type.table, alias)
            tests.insert(0, f"{key} = {parent_key}")
        return self.page_of(rows, alias, columns, (tables, tests))

    def page_of(self, rows: Rows, alias: str, columns: list[str], among: tuple[str, list[str]]) -> str:
        """The page of a set among the rows of these tables that meet these conditions."""
        page, (tables, tests) = rows.page, among
        assert page is not None
        where = " AND ".join([*tests, *self.cursor_tests(rows, alias)])
        found = f"SELECT {', '.join(columns)} FROM {tables} WHERE {where}"
        if rows.order[0].measure == "upcoming" and not page.backward and page.before is None:
            return self._walked(rows, alias, found)
        keys = [self.key(term, alias, rows) for term in rows.order]
        order = self._order_by(keys, f"{alias}.id", rows.order, page.backward)
        return f"{found} ORDER BY {order} LIMIT {page.size + 1}"

    def nearby(self, rows: Rows, alias: str, columns: list[str]) -> str:
        """The SELECT of a page out of a circle, by its ids."""
        within = self.within(f"{alias}.id", Nearby(self, rows).ids())
        return f"SELECT '' AS pk, {', '.join(columns)} FROM {rows.type.table} {alias} WHERE {within}"

    def _walked(self, rows: Rows, alias: str, found: str) -> str:
        """A page of what comes first: from today on, then from today back, each along its index."""
        assert rows.page is not None
        assert rows.today is not None
        column, size = f"{alias}.{rows.order[0].column.column}", rows.page.size + 1
        today = self.moment_of(self.bind(rows.today))
        ways = ((">=", "ASC"), ("<", "DESC"))
        walks = [
            f"SELECT * FROM ({found} AND {column} {side} {today}"
            f" ORDER BY {column} {way}, {alias}.id LIMIT {size}) w"
            for side, way in ways
        ]
        return f"{' UNION ALL '.join(walks)} LIMIT {size}"

    def cursor_tests(self, rows: Rows, alias: str) -> list[str]:
        """The conditions that the row stands on the page's side of its cursors."""
        assert rows.page is not None
        sides = ((rows.page.after, ">"), (rows.page.before, "<"))
        return [self._beyond(rows, alias, cursor, side) for cursor, side in sides if cursor is not None]

    def _beyond(
        self, rows: Rows, alias: str, cursor: CursorOperands, side: str, or_equal: bool = False
    ) -> str:
        """The row stands after (`>`) or before (`<`) the cursor in the order of the set."""
        descending = [term.descending for term in rows.order]
        descending.append(descending[-1] if descending else False)
        keys = [self.key(term, alias, rows) for term in rows.order] + [f"{alias}.id"]
        bound = [self.bind(operand) for operand in [*cursor.keys, cursor.id]]
        last = "=" if or_equal else ""
        if len(set(descending)) == 1:
            sign = side if not descending[0] else _turned(side)
            return f"({', '.join(keys)}) {sign}{last} ({', '.join(bound)})"
        test = ""
        for i in range(len(keys) - 1, -1, -1):
            sign = side if not descending[i] else _turned(side)
            test = (
                f"({keys[i]} {sign} {bound[i]} OR ({keys[i]} = {bound[i]} AND {test}))"
                if test
                else (f"{keys[i]} {sign}{last} {bound[i]}")
            )
        return test

    def _order_by(self, keys: list[str], identity: str, terms: Sequence[OrderTerm], backward: bool) -> str:
        ways = [term.descending is not backward for term in terms]
        ways.append(ways[-1] if ways else backward)
        return ", ".join(
            f"{key} {'DESC' if down else 'ASC'}" for key, down in zip([*keys, identity], ways, strict=True)
        )

    # Its answer

    def _answer(self, rows: Rows) -> str:
        parts = ["pk", *(f"o{i}" for i in range(len(rows.outlets)))]
        if rows.has_cursor:
            parts.append("cur")
        text = f" || '{PART}' || ".join(parts)
        order = ""
        if self.is_sorted_last(rows):
            keys = [f"k{i}" for i in range(len(rows.order))]
            order = self._order_by(keys, "kid", rows.order, backward=False)
        return self.aggregate(text, f"s{rows.index}", order)

    def is_sorted_last(self, rows: Rows) -> bool:
        """Whether the rows of a set still have to be put in order where they become one text."""
        return bool(rows.order)

    def _tally(self, tally: Tally) -> str:
        rows = tally.rows
        alias = self.new_alias()
        if isinstance(rows.source, Many):
            keys = f"(SELECT DISTINCT c_id AS k FROM s{rows.source.parent.index}) p"
            key, tables = self.joined(rows.source.relation, rows.type.table, alias)
            head, tests = "p.k", [f"{key} = p.k", self.conditions(rows, alias)]
        else:
            keys, head, tables = "(SELECT '' AS k) p", "p.k", f"{rows.type.table} {alias}"
            tests = [self.conditions(rows, alias)]
        parts = [head]
        if tally.total:
            total = f"(SELECT count(*) FROM {tables} WHERE {' AND '.join(tests)})"
            parts.append(Nearby(self, rows).total(total) if is_nearby(rows) else total)
        if tally.other_side:
            beyond = self.other_side_test(rows, alias)
            exists = f"EXISTS (SELECT 1 FROM {tables} WHERE {' AND '.join([*tests, beyond])})"
            exists = Nearby(self, rows).other_side(exists) if is_nearby(rows) else exists
            parts.append(f"CASE WHEN {exists} THEN 'true' ELSE 'false' END")
        return self.aggregate(f" || '{PART}' || ".join(parts), keys, "")

    def other_side_test(self, rows: Rows, alias: str) -> str:
        """The condition that the row stands at the cursor where the page begins, or beyond it."""
        assert rows.page is not None
        cursor = rows.page.before if rows.page.backward else rows.page.after
        assert cursor is not None
        return self._beyond(rows, alias, cursor, ">" if rows.page.backward else "<", or_equal=True)

    # JSON

    def _object(self, rows: Rows, outlet: Outlet, alias: str) -> str:
        pieces: list[str] = []
        literal = ""
        for piece in outlet.pieces:
            if isinstance(piece, str):
                literal += piece
                continue
            if isinstance(piece, Value) and piece.column.kind in ("enum", "id") and not piece.column.nullable:
                pieces += [_quoted(literal + '"'), f"{alias}.{piece.column.column}"]
                literal = '"'
                continue
            if isinstance(piece, Slot):
                pieces += [_quoted(literal + GAP), self.slot_key(f"{alias}.{piece.column}", piece)]
                literal = GAP
                continue
            if isinstance(piece, CursorSlot):
                pieces += [_quoted(literal + GAP), self._cursor(rows, alias)]
                literal = GAP
                continue
            if isinstance(piece, DistanceSlot):
                assert rows.near is not None
                square = self.text_of(self.distance(rows, alias))
                pieces += [_quoted(literal + GAP), f"coalesce({square}, '')"]
                literal = GAP
                continue
            if isinstance(piece, HighlightSlot):
                pieces += [_quoted(literal + GAP + "["), *self._texts(piece, alias)]
                literal = "]" + GAP
                continue
            if isinstance(piece, ScoreSlot):
                assert rows.search is not None
                points = self.text_of(self.points(rows.search, rows.type, alias))
                pieces += [_quoted(literal + GAP), points]
                literal = GAP
                continue
            assert isinstance(piece, Value)
            pieces += [_quoted(literal), self.json(piece, alias)]
            literal = ""
        pieces.append(_quoted(literal))
        return self.concatenated([piece for piece in pieces if piece != "''"])

    def _texts(self, slot: HighlightSlot, alias: str) -> list[str]:
        """The JSON of columns' text, with commas between."""
        texts = [self.json(Value(column, slot.language), alias) for column in slot.columns]
        return [piece for text in texts for piece in ("','", text)][1:]

    def slot_key(self, column: str, slot: Slot) -> str:
        """The key of a gap, empty where the column has none."""
        return column if slot.column == "id" else f"coalesce({column}, '')"

    def concatenated(self, pieces: Sequence[str]) -> str:
        """All pieces as one text, as a balanced tree, since databases bound the depth of an expression."""
        if len(pieces) <= 32:
            return "(" + " || ".join(pieces) + ")"
        middle = len(pieces) // 2
        return f"({self.concatenated(pieces[:middle])} || {self.concatenated(pieces[middle:])})"

    def json(self, value: Value, alias: str) -> str:
        """The JSON text of a column, `null` where it is missing."""
        column = value.column
        name = f"{alias}.{column.column}"
        if column.kind == "local":
            return self.localised(name, value.language, "null" if column.nullable else '""')
        text = f"('\"' || {name} || '\"')" if column.kind == "enum" else self.json_text(column, name)
        return f"coalesce({text}, 'null')" if column.nullable else text

    def localised(self, name: str, language: str, missing: str) -> str:
        """The JSON text in the language asked for, else by the fallback chain, else `missing`."""
        assert language in LANGUAGES
        return self.first_language(name, list(dict.fromkeys((language, *LANGUAGES))), missing)

    @abstractmethod
    def first_language(self, name: str, languages: Sequence[str], missing: str) -> str:
        """The JSON text of the first of these languages that a localised column has."""

    def _cursor(self, rows: Rows, alias: str) -> str:
        pieces: list[str] = []
        for term in rows.order:
            pieces += [self.key_json(term, self.key(term, alias, rows)), "','"]
        if rows.today is not None:
            pieces += [self.text_of(self.bind(rows.today)), "','"]
        return self.concatenated([*pieces, "'\"'", f"{alias}.id", "'\"'"])

    @abstractmethod
    def key_json(self, term: OrderTerm, key: str) -> str:
        """A key of an order as JSON text, without loss."""

    # Order keys

    def key(self, term: OrderTerm, alias: str, rows: Rows) -> str:
        """The expression to order by; never missing, so that pages can be cut at it."""
        column = term.column
        if term.measure == "distance":
            assert rows.near is not None
            return f"coalesce({self.distance(rows, alias)}, {GREATEST['float']})"
        if term.measure == "relevance":
            assert rows.search is not None
            return self.points(rows.search, rows.type, alias)
        if term.measure == "upcoming":
            today = rows.today
            assert today is not None
            seconds, day = self.epoch(f"{alias}.{column.column}"), self.bind(today)
            return f"CASE WHEN {seconds} >= {day} THEN {seconds} - {day} ELSE {ALL_TIME_S} + {day} - {seconds} END"
        if column.is_text:
            return f"coalesce({alias}.{column.column}_folded, {GREATEST['text']})"
        if not column.nullable:
            return f"{alias}.{column.column}"
        return f"coalesce({alias}.{column.column}, {GREATEST.get(column.kind, GREATEST['text'])})"

    @abstractmethod
    def epoch(self, name: str) -> str:
        """Seconds since 1970 of a moment."""

    @abstractmethod
    def moment_of(self, seconds: str) -> str:
        """The moment that is so many seconds since 1970."""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _turned(side: str) -> str:
    return "<" if side == ">" else ">"
