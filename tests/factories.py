"""Rows for tests: published and public unless said otherwise, each later one a minute younger.

Call the makers inside `database.transaction()`. Text in several languages can be given as plain text, which
is Dutch then; a related row that is required and not given is made along.
"""

import datetime as dt
import itertools
from typing import Any, TypeVar

from schakel_server.declare.nodes import Node, Part
from schakel_server.declare.values import PublicationStatus
from schakel_server.domain.activities.models import Activity
from schakel_server.domain.education.models import Programme
from schakel_server.domain.offers.models import Offer
from schakel_server.domain.organisations.models import Organisation
from schakel_server.domain.themes.models import Theme
from schakel_server.storage import columns
from schakel_server.storage.ids import id_from_uuid
from tortoise.fields.relational import ForeignKeyFieldInstance

Row = TypeVar("Row", bound=Node | Part)

FIRST_CREATED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
STARTS_AT = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)

_numbers = itertools.count(1)


async def make(model: type[Row], **values: Any) -> Row:
    """A row of any type, with a value in every column that needs one."""
    number = next(_numbers)
    given: dict[str, Any] = {"id": id_from_uuid(model.prefix, number)}
    if issubclass(model, Node):
        created = FIRST_CREATED + dt.timedelta(minutes=number)
        given |= {"status": PublicationStatus.PUBLISHED, "created_at": created, "updated_at": created}
    keys = {f"{name}_id" for name in model._meta.fk_fields}
    for name, field in model._meta.fields_map.items():
        if name in values or name in given or name in keys:
            continue
        if isinstance(field, ForeignKeyFieldInstance) and not field.null and f"{name}_id" not in values:
            given[name] = await make(field.related_model)
        elif isinstance(field, columns.Column) and not field.null and field.default is None:
            given[name] = _sample(field, name, number)
    for name, value in values.items():
        is_local = isinstance(model._meta.fields_map.get(name), columns.LocalText)
        given[name] = {"nl": value} if is_local and isinstance(value, str) else value
    return await model.create(**given)


def _sample(field: columns.Column, name: str, number: int) -> Any:
    samples = {
        "text": f"{name.replace('_', '-')}-{number}",
        "local": {"nl": f"{name} {number}"},
        "int": number,
        "float": number / 8,
        "bool": False,
        "instant": STARTS_AT + dt.timedelta(days=number),
        "date": (STARTS_AT + dt.timedelta(days=number)).date(),
        "texts": [],
    }
    return next(iter(field.enum)) if isinstance(field, columns.Choice) and field.enum else samples[field.kind]


async def make_theme(**values: Any) -> Theme:
    """A theme, e.g. `make_theme(code="textiel")`."""
    return await make(Theme, **values)


async def make_organisation(**values: Any) -> Organisation:
    """An organisation, e.g. `make_organisation(name="Firda")`."""
    return await make(Organisation, **values)


async def make_programme(**values: Any) -> Programme:
    """A programme with its institution."""
    return await make(Programme, **values)


async def make_offer(**values: Any) -> Offer:
    """An offer with its provider, e.g. `make_offer(title="Stage", closes_at=…)`."""
    return await make(Offer, **values)


async def make_activity(**values: Any) -> Activity:
    """An activity with its organiser."""
    return await make(Activity, **values)
