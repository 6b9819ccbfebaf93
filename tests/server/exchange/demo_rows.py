"""Looking at rows as they are stored, whatever the database."""

from importlib import import_module
from typing import Any

from schakel_server.declare.catalogue import models_of
from schakel_server.domain import MODEL_MODULES
from schakel_server.exchange.demo.plan import MODELS
from schakel_server.storage.columns import LocalText
from schakel_server.storage.database import Database
from tortoise import Model


def all_models() -> set[type[Model]]:
    """Every table that is a type of the graph."""
    return {model for model in models_of([import_module(name) for name in MODEL_MODULES]) if model.prefix}


async def stored(database: Database, model: Any, row_id: str) -> dict[str, Any]:
    """The columns of one row as the database gives them."""
    sql = f'SELECT * FROM "{model._meta.db_table}" WHERE "id" = $1'
    async with database.transaction() as connection:
        if database.dialect == "sqlite":
            sql = sql.replace("$1", "?1")
        _, rows = await connection.execute_query(sql, [row_id])
        return dict(rows[0])


async def differing_rows(database: Database, each: int, order: str = "id") -> list[str]:
    """The ids of the rows, among the first ones of each table, that are stored otherwise than their model stores them."""
    found = []
    for model in MODELS:
        rows: Any = await model.all().order_by(order).limit(each)
        for row in rows:
            before = await stored(database, model, row.pk)
            async with database.transaction():
                await row.save()
            if await stored(database, model, row.pk) != before:
                found.append(row.pk)
    return found


def texts_of(model: Any, row: Any) -> dict[str, dict[str, str]]:
    """The localised texts that a row has, by column."""
    names = [name for name, field in model._meta.fields_map.items() if isinstance(field, LocalText)]
    return {name: getattr(row, name) for name in names if getattr(row, name)}
