"""Rows with awkward values in every column of every type, the same ones on each database."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable
from typing import Any

from schakel_server.declare.nodes import Node
from schakel_server.declare.values import PublicationStatus, Visibility
from schakel_server.storage import columns
from schakel_server.storage.columns import Moment
from schakel_server.storage.ids import id_from_uuid
from tortoise import Tortoise
from tortoise.fields.relational import ForeignKeyFieldInstance, ManyToManyFieldInstance

NOW = Moment(2026, 11, 23, 12, 30, 15, tzinfo=dt.UTC)
NODES, PARTS = 20, 24  # rows of each type: few enough to compare quickly, enough for ties and pages
LONG = "lang 🛠 tekst\n" * 300

TEXTS = [
    "",
    " ",
    "een",
    "Één",
    "EEN",
    "  een  twee ",
    "twee",
    "\"double\" 'single' `back` ''two''",
    "🛠️ 👩‍🔧 \U0001f1f3\U0001f1f1",
    "".join(chr(i) for i in range(1, 32)),
    "a\x01b\x02c\x03d\x01\x01\x02\x02",
    "\x7f\x80\x9f\u200b\u202e\ufeff",
    "\\ \\\\ \\n \\u0041 C:\\new",
    "\u2028\u2029\x85",
    '{"nl": null, "a": [1, "}"]}',
    "'); DROP TABLE offer; -- $1 ?1 %s {x}",
    "null",
    "\ud7ff\ue000\uffff\U0010ffff",
    "שלום مرحبا",
    "ß",
    "ss",
    "ﬁets İı ø",
    "\n",
    "Z",
    "100%_",
    LONG,
]
SENTENCES = [  # to be searched: forms, synonyms, compounds and codes that meet in several of them
    "Stage in een fietsenwerkplaats",
    "Internship at a bicycle workshop",
    "Stagebedrijven voor textiel en kleding",
    "Companies for circular textiles",
    "Een company zonder afval",
    "Gastlessen over hergebruik van materialen",
    "gastles materiaal",
    "Kringloopwinkel: reparatie van kleding en fietsen",
    "Circulair inkopen, R4, voor crebo 25998",
    "Maatschappelijk verantwoord ondernemen (mvo)",
    "CSR for a company",
    "Houten meubels, textielafval, fietsketting",
    "Textiel textiel textiel fiets " + "en nog een lange zin over een werkplaats, " * 12 + "materiaal",
]
BY_NAME = {
    "city": ["Groningen", "GRONINGEN ", "Een", "Één", "'s-Hertogenbosch", "", " ", "9747"],
    "postcode": ["9747 AS", "9747 ZZ", "9747 as", "9747", "9746 AA", "9748 AA", "", "x"],
}
BY_SCALAR = {
    "Url": ["https://example.org/a?b=c&d='%22", "http://een.nl", "https://example.org/é"],
    "Email": ["info@example.org", "o'neil@example.org"],
    "Duration": ["P1M", "PT36H", "P1Y2M3W4DT5H6M7.5S"],
}
WHOLES = [0, 1, 2, 2, 3, 30, 2**31 - 1, -(2**31)]
REALS = [0.1, 0.1 + 0.2, 1 / 3, 30.0, -0.0, 2.5, 1e-9, 123456.78905, 0.00005, 98765.43215]
LATITUDES = [52.9928, 53.2194, 53.240123, 52.695123, 53.2194, 52.99281449999]
LONGITUDES = [6.5642, 6.536789, 6.193456, 5.8, 6.5642]
DAYS = [
    dt.date.min,
    dt.date.max,
    dt.date(1900, 2, 28),
    dt.date(2024, 2, 29),
    dt.date(2026, 11, 23),
    dt.date(2026, 11, 23),
    dt.date(2027, 3, 28),
]
MOMENTS = [
    Moment.parse(text)
    for text in (
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "2026-03-29T00:59:59Z",  # the clock goes forward in the Netherlands
        "2026-03-29T01:00:00Z",
        "2026-10-25T00:30:00Z",  # and back: half past two, twice
        "2026-10-25T01:30:00Z",
        "2026-11-22T23:59:59Z",
        "2026-11-23T00:00:00Z",
        "2026-11-23T12:30:15Z",
        "2026-11-24T08:00:00Z",
        "2027-03-28T01:00:00Z",
        "9999-12-31T23:59:59Z",
    )
]
HIDDEN: list[dict[str, Any]] = [
    *({"status": status} for status in PublicationStatus if status is not PublicationStatus.PUBLISHED),
    *({"visibility": visibility} for visibility in Visibility if visibility is not Visibility.PUBLIC),
    {"publish_at": NOW + dt.timedelta(seconds=1)},
    {"unpublish_at": NOW},
    {"unpublish_at": NOW - dt.timedelta(seconds=1)},
    {"publish_at": dt.datetime(9999, 12, 31, tzinfo=dt.UTC)},
]
SHOWN: list[dict[str, Any]] = [
    {},
    {},
    {},
    {"publish_at": NOW},
    {"unpublish_at": NOW + dt.timedelta(seconds=1), "publish_at": dt.datetime(1, 1, 1, tzinfo=dt.UTC)},
]


async def fill(model_names: Iterable[str]) -> None:
    """The rows of these types, earlier types first; call it inside a transaction on an empty database."""
    await Maker().make_all([Tortoise.apps["schakel"][name] for name in model_names])


class Maker:
    """Makes rows; the same ones every time."""

    def __init__(self) -> None:
        self.random = random.Random(20261123)
        self.made: dict[str, list[Any]] = {}
        self.number = 0
        self.turns: Counter[Any] = Counter()

    async def make_all(self, models: list[Any]) -> None:
        for model in models:
            rows = self.made[model.__name__] = []
            for i in range(NODES if issubclass(model, Node) else PARTS):
                row = self._row(model, i)
                if all(self._keys(model, row) != self._keys(model, other) for other in rows):
                    rows.append(await model.create(**row.__dict__["_given"]))
        for model in models:
            await self._link(model)

    def _row(self, model: Any, place: int) -> Any:
        self.number += 1
        hidden = issubclass(model, Node) and place % 3 == 1
        given: dict[str, Any] = {"id": id_from_uuid(model.prefix, self.random.getrandbits(128) >> 1)}
        for name, field in sorted(model._meta.fields_map.items()):
            if isinstance(field, ForeignKeyFieldInstance):
                given[f"{name}_id"] = self._key(field)
            elif isinstance(field, columns.Column) and not (name in given or _follows(field)):
                given[name] = self._value(name, field, (model, name, hidden))
        if issubclass(model, Node):
            given |= {
                "status": PublicationStatus.PUBLISHED,
                "visibility": Visibility.PUBLIC,
                "publish_at": None,
                "unpublish_at": None,
            }
            given |= self.random.choice(HIDDEN if hidden else SHOWN)
        row = model(**given)
        row.__dict__["_given"] = given
        return row

    def _keys(self, model: Any, row: Any) -> list[Any]:
        """What has to differ between rows; only sets of columns do, as unique columns are numbered."""
        keys = [
            tuple(getattr(row, f"{n}_id", getattr(row, n, None)) for n in names)
            for names in model._meta.unique_together
        ]
        return keys or [row.pk]

    def _key(self, field: ForeignKeyFieldInstance[Any]) -> str | None:
        name = field.model_name.rpartition(".")[2]
        rows = self.made[name]
        if field.null and (not rows or self.random.random() < 0.3):
            return None
        return str(self.random.choice(rows[:8]).pk)

    def _value(self, name: str, field: columns.Column, turn: Any) -> Any:
        """A value of a column; numbers and times take turns, so that all of them are seen in each column."""
        if field.null and self.random.random() < 0.3:
            return None
        if field.unique:
            return f"{self.random.choice(TEXTS[:20])}{self.number}"
        pick = self.random.choice
        match field.kind:
            case "text":
                given = BY_SCALAR.get(field.graph.scalar if field.graph else "", [*TEXTS, *SENTENCES])
                return pick(BY_NAME.get(name, given))
            case "local":
                return self._texts()
            case "enum":
                return pick(list(field.enum)[:4])  # type: ignore[attr-defined]
            case "texts":
                enum = getattr(field, "enum", None)
                texts = [*TEXTS[:20], *SENTENCES]
                return [pick(list(enum)[:5] if enum else texts) for _ in range(pick([0, 0, 1, 2, 4]))]
            case "ints":
                return [pick(WHOLES) for _ in range(pick([0, 1, 3]))]
            case "bool":
                return pick([True, False])
        reals = {"latitude": LATITUDES, "longitude": LONGITUDES}.get(name, REALS)
        pools: dict[str, list[Any]] = {"int": WHOLES, "float": reals, "instant": MOMENTS, "date": DAYS}
        self.turns[turn] += 1
        return pools[field.kind][(self.turns[turn] * 5) % len(pools[field.kind])]

    def _texts(self) -> dict[str, str]:
        languages = self.random.choice(
            [["nl"], ["nl", "en"], ["en"], ["fy", "de"], ["de"], ["nl", "en", "fy", "de"], []]
        )
        return {language: self.random.choice([*TEXTS, *SENTENCES, *SENTENCES]) for language in languages}

    async def _link(self, model: Any) -> None:
        for name, field in sorted(model._meta.fields_map.items()):
            if isinstance(field, ManyToManyFieldInstance) and getattr(field, "graph", None):
                others = self.made[field.model_name.rpartition(".")[2]]
                for row in self.made[model.__name__]:
                    await getattr(row, name).add(
                        *self.random.sample(others, self.random.choice([0, 1, 2, 4]))
                    )


def _follows(field: columns.Column) -> bool:
    """Whether a column is kept in step with others by itself."""
    return isinstance(field, columns.Folded | columns.Languages | columns.SearchTerms)
