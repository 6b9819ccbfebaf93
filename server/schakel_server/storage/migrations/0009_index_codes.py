"""An index by which PostgreSQL finds the few offers for a qualification; a plain one can't hold long lists.

SQLite has no index into a list: there such a condition looks through the offers.
"""

from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

# Of all rows: as a partial index PostgreSQL would read it whole, to find out which offers are public.
INDEX = "CREATE INDEX offer_by_crebos ON offer USING gin (crebos)"


async def make_index(_apps: Any, editor: Any) -> None:
    if editor.client.capabilities.dialect != "sqlite":
        await editor.client.execute_query(INDEX)


class Migration(migrations.Migration):
    dependencies = [("schakel", "0008_search")]

    operations = [ops.RunPython(make_index)]
