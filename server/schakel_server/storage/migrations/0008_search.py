"""Search: terms for every node, the tables behind them, and the terms and words of the rows that are there."""

import json
from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

from schakel_server.search.text import terms_of
from schakel_server.storage.columns import SearchTerms
from schakel_server.storage.search_tables import tables_of, words_table

BATCH = 1000  # rows read and written at once
SEARCHED = {  # by model: its table, and of each searched column its class and whether it holds JSON
    "Theme": ("theme", [("code", "B", False), ("label", "A", True), ("alt_labels", "B", True), ("definition", "C", True)]),
    "Organisation": ("organisation", [("name", "A", False), ("legal_name", "B", False), ("short_name", "A", False), ("kinds", "B", True), ("summary", "B", True), ("description", "C", True), ("csr_vision", "C", True), ("practice_people", "C", True), ("practice_planet", "C", True), ("practice_profit", "C", True)]),
    "Programme": ("programme", [("primary_code", "B", False), ("type", "B", False), ("name", "A", True), ("abbreviation", "A", False), ("summary", "B", True), ("description", "C", True), ("level", "C", False), ("qualification", "B", False), ("learning_outcomes", "C", True)]),
    "Course": ("course", [("primary_code", "B", False), ("type", "B", False), ("name", "A", True), ("abbreviation", "A", False), ("summary", "B", True), ("description", "C", True), ("level", "C", False), ("qualification", "B", False), ("learning_outcomes", "C", True)]),
    "Initiative": ("initiative", [("name", "A", True), ("short_name", "A", False), ("kind", "B", False), ("summary", "B", True), ("description", "C", True)]),
    "Offer": ("offer", [("title", "A", True), ("summary", "B", True), ("description", "C", True), ("kind", "B", False), ("audience", "C", True), ("levels", "C", True), ("tracks", "C", True), ("crebos", "B", True), ("learning_outcomes", "C", True), ("deliverables", "C", True)]),
    "ActivitySeries": ("activity_series", [("title", "A", True), ("summary", "B", True)]),
    "WorkingGroup": ("working_group", [("name", "A", True), ("purpose", "B", True)]),
    "Activity": ("activity", [("title", "A", True), ("summary", "B", True), ("description", "C", True), ("kind", "B", False), ("location_name", "B", False), ("city", "B", False)]),
    "Resource": ("resource", [("title", "A", True), ("summary", "B", True), ("description", "C", True), ("kind", "B", False), ("authors", "C", True), ("publisher", "C", False), ("discipline", "B", False)]),
}


async def make_tables(_apps: Any, editor: Any) -> None:
    dialect = "sqlite" if editor.client.capabilities.dialect == "sqlite" else "postgresql"
    for statement in words_table(dialect):
        await editor.client.execute_query(statement)
    for table, columns in SEARCHED.values():
        if dialect == "sqlite":  # rows are numbered before the triggers see them change
            number, terms, *triggers = tables_of(dialect, table)
            await editor.client.execute_query(number)
            await editor.client.execute_query(terms)
            await editor.client.execute_query(f"INSERT INTO {table}_number (id) SELECT id FROM {table}")
            await editor.client.execute_query(
                f"INSERT INTO {table}_terms (rowid, terms) SELECT number, '' FROM {table}_number"
            )
        else:
            triggers = [*kept_within(table, columns), *tables_of(dialect, table)]
        for statement in triggers:
            await editor.client.execute_query(statement)
        await fill(editor.client, dialect, table)


def kept_within(table: str, columns: Any) -> list[str]:
    """What lists show stays within the row; else it would make room for the terms, and be fetched apart."""
    shown = [name for name, letter, _ in columns if letter in "AB"]
    return [f"ALTER TABLE {table} ALTER COLUMN {name} SET STORAGE MAIN" for name in shown]


async def fill(client: Any, dialect: str, table: str) -> None:
    (columns,) = (found for name, found in SEARCHED.values() if name == table)
    after, names = "", ", ".join(name for name, _, _ in columns)
    places = ("?", "?") if dialect == "sqlite" else ("$1", "$2")
    while True:
        _, rows = await client.execute_query(
            f"SELECT id, {names} FROM {table} WHERE id > {places[0]} ORDER BY id LIMIT {BATCH}", [after]
        )
        if not rows:
            return
        await client.execute_many(
            f"UPDATE {table} SET search_terms = {places[0]} WHERE id = {places[1]}",
            [[terms(row, columns), row["id"]] for row in rows],
        )
        after = rows[-1]["id"]


def terms(row: Any, columns: Any) -> str:
    return terms_of(
        (letter, json.loads(row[name]) if is_json and row[name] else row[name])
        for name, letter, is_json in columns
    )


class Migration(migrations.Migration):
    dependencies = [("schakel", "0007_positions")]

    initial = False

    operations = [
        *(
            ops.AddField(model_name=model, name="search_terms", field=SearchTerms(null=True))
            for model in SEARCHED
        ),
        ops.RunPython(make_tables),
    ]
