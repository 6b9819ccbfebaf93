"""The column types that both databases store alike: what goes in, what comes out, and the SQL type of each.

Text is `COLLATE "C"` on PostgreSQL, so that it compares as SQLite does: by code point. Moments are whole
seconds of UTC in one text form on SQLite, so that comparing text compares time.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any

from tortoise.fields.base import Field

from schakel_server.storage.ids import new_id
from schakel_server.storage.text import LANGUAGES, fold_all, normalise


class Moment(dt.datetime):
    """An aware UTC datetime of whole seconds; SQLite stores it as `2026-11-23T18:00:00Z`."""

    @classmethod
    def of(cls, value: dt.datetime) -> Moment:
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone, e.g. datetime.now(UTC)")
        utc = value.astimezone(dt.UTC)
        return cls(utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second, tzinfo=dt.UTC)

    @classmethod
    def parse(cls, text: str) -> Moment:
        return cls.of(dt.datetime.fromisoformat(text))

    def __str__(self) -> str:
        return self.replace(tzinfo=None).isoformat() + "Z"


sqlite3.register_adapter(Moment, str)


class Column(Field[Any]):
    """A column of which a migration records only what the database needs to know."""

    kind = ""
    graph: Any = None

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        flags = {"primary_key": self.pk, "null": self.null, "unique": self.unique, "db_index": self.index}
        kwargs = {
            name: True for name, is_set in flags.items() if is_set and not (self.pk and name != "primary_key")
        }
        return f"{type(self).__module__}.{type(self).__name__}", [], kwargs

    def to_db_value(self, value: Any, instance: Any) -> Any:
        self.validate(value)
        return None if value is None else self.stored(value)

    def to_python_value(self, value: Any) -> Any:
        return None if value is None else self.loaded(value)

    def stored(self, value: Any) -> Any:
        return value

    def loaded(self, value: Any) -> Any:
        return value


class Text(Column):
    """Plain text."""

    kind = "text"
    field_type = str
    SQL_TYPE = "TEXT"

    class _db_postgres:
        SQL_TYPE = 'TEXT COLLATE "C"'

    def stored(self, value: Any) -> Any:
        return normalise(str(value))


class Id(Text):
    """A primary key in the TypeID form, made when the row is made."""

    kind = "id"

    def __init__(self, prefix: str = "", **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "primary_key": True})
        self.prefix = prefix
        if prefix:
            self.default = lambda: new_id(prefix)


class Choice(Text):
    """One of the values of an enum, stored by name."""

    kind = "enum"

    def __init__(self, enum: type[Enum] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.enum = enum

    def stored(self, value: Any) -> Any:
        return value.name if isinstance(value, Enum) else value

    def loaded(self, value: Any) -> Any:
        return self.enum[value] if self.enum and isinstance(value, str) else value


class Folded(Column):
    """The folded form of another text column, kept in step with it whenever the row is written."""

    kind = "folded"
    field_type = str
    SQL_TYPE = "TEXT"

    class _db_postgres:
        SQL_TYPE = 'TEXT COLLATE "C"'

    def __init__(self, source: str = "", **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "null": True})
        self.source = source

    def to_db_value(self, value: Any, instance: Any) -> Any:
        return fold_all(getattr(instance, self.source)) if hasattr(instance, "_saved_in_db") else value


class SearchTerms(Column):
    """The terms under which a row is found, kept in step with its searched columns whenever it is written.

    `terms` makes them of a row; migrations don't know it.
    """

    kind = "terms"
    field_type = str
    SQL_TYPE = "TEXT"

    class _db_postgres:
        SQL_TYPE = "TSVECTOR"

    def __init__(self, terms: Callable[[Any], str] | None = None, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "null": True})
        self.terms = terms

    def to_db_value(self, value: Any, instance: Any) -> Any:
        if self.terms is None or not hasattr(instance, "_saved_in_db"):
            return value
        return self.terms(instance)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Json(Column):
    """A JSON value, stored minified."""

    kind = "json"
    SQL_TYPE = "TEXT"

    class _db_postgres:
        SQL_TYPE = "JSONB"

    def stored(self, value: Any) -> Any:
        return _encode(value)

    def loaded(self, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value


class LocalText(Json):
    """Text in up to four languages: `{"nl": "Stage", "en": "Internship"}`."""

    kind = "local"

    def stored(self, value: Any) -> Any:
        unknown = set(value) - set(LANGUAGES)
        if unknown:
            raise ValueError(f"unknown language {sorted(unknown)[0]!r}; use one of {', '.join(LANGUAGES)}")
        texts = {k: normalise(value[k]) for k in LANGUAGES if value.get(k)}
        return super().stored(texts) if texts or not self.null else None


class TextList(Json):
    """A list of short texts or enum values, kept in the order given."""

    kind = "texts"

    def __init__(self, enum: type[Enum] | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        super().__init__(**kwargs)
        self.enum = enum

    def stored(self, value: Any) -> Any:
        return super().stored([v.name if isinstance(v, Enum) else normalise(v) for v in value])

    def loaded(self, value: Any) -> Any:
        items = super().loaded(value)
        return [self.enum[v] if isinstance(v, str) else v for v in items] if self.enum else items


class IntList(Json):
    """A list of whole numbers."""

    kind = "ints"

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        super().__init__(**kwargs)


class Languages(TextList):
    """The languages in which the row's localised columns have text, kept in step whenever it is written."""

    kind = "texts"

    def to_db_value(self, value: Any, instance: Any) -> Any:
        if hasattr(instance, "_saved_in_db"):
            texts = (getattr(instance, name) or {} for name in _localised(instance._meta))
            held = {language for text in texts for language, words in text.items() if words}
            value = [language.upper() for language in LANGUAGES if language in held]
        return super().to_db_value(value, instance)


@cache
def _localised(meta: Any) -> tuple[str, ...]:
    """The localised columns of a model, by what Tortoise knows of it."""
    return tuple(name for name, item in meta.fields_map.items() if isinstance(item, LocalText))


class Whole(Column):
    """A whole number of 32 bits; money is in cents."""

    kind = "int"
    field_type = int
    SQL_TYPE = "INT"


class Real(Column):
    """A number with a fraction; `places` decimals leave the graph."""

    kind = "float"
    field_type = float
    SQL_TYPE = "DOUBLE PRECISION"

    class _db_sqlite:
        SQL_TYPE = "REAL"

    def __init__(self, places: int = 4, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.places = places


class Flag(Column):
    """True or false."""

    kind = "bool"
    field_type = bool
    SQL_TYPE = "BOOL"

    class _db_sqlite:
        SQL_TYPE = "INT"

    def loaded(self, value: Any) -> Any:
        return bool(value)


class Instant(Column):
    """A moment in UTC, whole seconds."""

    kind = "instant"
    field_type = dt.datetime
    SQL_TYPE = "TIMESTAMPTZ(0)"

    class _db_sqlite:
        SQL_TYPE = "TEXT"

    def stored(self, value: Any) -> Any:
        return Moment.parse(value) if isinstance(value, str) else Moment.of(value)

    def loaded(self, value: Any) -> Any:
        return self.stored(value)


class Day(Column):
    """A calendar date."""

    kind = "date"
    field_type = dt.date
    SQL_TYPE = "DATE"

    class _db_sqlite:
        SQL_TYPE = "TEXT"

    def stored(self, value: Any) -> Any:
        return self.loaded(value)

    def loaded(self, value: Any) -> Any:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value
