"""Rows in bulk: what a model would store for each, collected per table and written a table at a time."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.models import Model

from schakel_server.storage.columns import Folded, Languages, SearchTerms

Record: TypeAlias = tuple[Any, ...]
Counts: TypeAlias = dict[str, int]

DERIVED = (Folded, Languages, SearchTerms)
REMEMBERED = 20_000  # stored forms of one table that are kept, as sentences and lists come back often
WRITE_TIMEOUT_S = 300.0  # for one batch of one table; the server's own deadline is for readers
LINKS = "links"  # under this name the links of all tables are counted together


class Table:
    """One model's table: turns facts into the record that the model would store."""

    def __init__(self, model: Any) -> None:
        meta = model._meta
        self.name: str = meta.db_table
        self.type_name: str = model.__name__
        self.is_node = "slug" in meta.fields_map
        names = list(meta.fields_db_projection)
        self.columns = [meta.fields_db_projection[name] for name in names]
        self._fields = {name: (place, meta.fields_map[name]) for place, name in enumerate(names)}
        self._derived = [
            (place, field) for place, field in self._fields.values() if isinstance(field, DERIVED)
        ]
        plain = {name: _plain_default(meta.fields_map[name]) for name in meta.fields_map}
        self._row: Any = type("Row", (), {**plain, "_meta": meta, "_saved_in_db": False})
        self._absent = [self._absent_value(field) for _, field in self._fields.values()]
        self._stored: dict[Hashable, Any] = {}

    def record(self, facts: dict[str, Any]) -> Record:
        """The stored values by column; facts are the model's attributes, references end in `_id`."""
        row = self._row()
        row.__dict__.update(facts)
        record = list(self._absent)
        for name, value in facts.items():
            place, field = self._fields[name]
            record[place] = self._remembered(place, field, value, row)
        for place, field in self._derived:
            if isinstance(field, Folded):
                record[place] = self._remembered(place, field, getattr(row, field.source), row)
            else:
                record[place] = field.to_db_value(None, row)
        return tuple(record)

    def _remembered(self, place: int, field: Any, value: Any, row: Any) -> Any:
        """The stored form; for a folded column, `value` is that of its source."""
        key: Hashable
        if isinstance(value, dict):
            key = (place, *value.values(), *value)
        elif isinstance(value, list):
            key = (place, *value)
        elif isinstance(field, Folded):
            key = (place, value)
        else:
            return field.to_db_value(value, row)
        if key not in self._stored:
            if len(self._stored) >= REMEMBERED:
                self._stored.clear()
            self._stored[key] = field.to_db_value(value, row)
        return self._stored[key]

    @staticmethod
    def _absent_value(field: Any) -> Any:
        if field.pk or isinstance(field, DERIVED) or field.default is None:
            return None
        value = field.default() if callable(field.default) else field.default
        return field.to_db_value(value, None)


def _plain_default(field: Any) -> Any:
    """The value of an attribute that is not given, as far as other columns derive from it."""
    default = getattr(field, "default", None)
    return None if callable(default) else default


@cache
def table_of(model: type[Model]) -> Table:
    """The table of a model; models must have been given to an open database before."""
    return Table(model)


class Rows:
    """Records by table, in the order in which the tables were first named: earlier ones are referred to."""

    def __init__(self, models: Sequence[type[Model]]) -> None:
        self._tables = {model: table_of(model) for model in models}
        self._records: dict[type[Model], list[Record]] = {model: [] for model in models}
        self._links: dict[tuple[str, str, str], list[Record]] = {}
        self.counts: Counter[str] = Counter()

    def add(self, model: type[Model], **facts: Any) -> None:
        self._records[model].append(self._tables[model].record(facts))
        self.counts[self._tables[model].type_name] += 1

    def link(self, model: type[Model], name: str, own_id: str, other_ids: Iterable[str]) -> None:
        """Add links of the relation `name`, each one once."""
        field: Any = model._meta.fields_map[name]
        links = self._links.setdefault((field.through, field.backward_key, field.forward_key), [])
        found = [(own_id, other_id) for other_id in dict.fromkeys(other_ids)]
        links.extend(found)
        self.counts[LINKS] += len(found)

    def take(self) -> "Batch":
        """What was collected since the last time, to be written before what comes next."""
        batch = Batch([])
        for model, records in self._records.items():
            batch.parts.append((self._tables[model].name, self._tables[model].columns, records))
            self._records[model] = []
        for key, records in self._links.items():
            through, *columns = key
            batch.parts.append((through, columns, records))
            self._links[key] = []
        return batch


@dataclass(frozen=True)
class Batch:
    """Records by table with the names of their columns, in the order in which they can be written."""

    parts: list[tuple[str, list[str], list[Record]]]

    async def write(self, client: BaseDBAsyncClient) -> None:
        """Write all of it, in the client's transaction."""
        for table, columns, records in self.parts:
            if records:
                await _write(client, table, columns, records)


async def analyse(client: BaseDBAsyncClient) -> None:
    """Let the database look at what the tables hold now, so that it plans well."""
    async with client.acquire_connection() as connection:
        if client.capabilities.dialect == "postgres":
            await connection.execute("ANALYZE", timeout=WRITE_TIMEOUT_S)
        else:
            await connection.execute("ANALYZE")


async def _write(
    client: BaseDBAsyncClient, table: str, columns: Sequence[str], records: Sequence[Record]
) -> None:
    async with client.acquire_connection() as connection:
        if client.capabilities.dialect == "postgres":
            await connection.copy_records_to_table(
                table, records=records, columns=columns, timeout=WRITE_TIMEOUT_S
            )
            return
        named = ", ".join(f'"{column}"' for column in columns)
        places = ", ".join("?" for _ in columns)
        await connection.executemany(f'INSERT INTO "{table}" ({named}) VALUES ({places})', records)  # noqa: S608
