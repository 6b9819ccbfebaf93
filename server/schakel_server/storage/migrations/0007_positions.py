"""Indexes for circles on the map: positions by the line of the map that they lie on, and by town and postcode.

A line is a four-hundredth of a degree of latitude high; the expression is that of the read engine.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops

LINE = "CAST(latitude * 400 AS int)"
SEEN = "status = 'PUBLISHED' AND visibility = 'PUBLIC'"
STATEMENTS = [
    f"CREATE INDEX address_by_position ON address (({LINE}), longitude, latitude, organisation_id)",
    f"CREATE INDEX offer_location_by_position ON offer_location (({LINE}), longitude, latitude, offer_id)",
    f"CREATE INDEX activity_by_position ON activity (({LINE}), longitude, latitude, id) WHERE {SEEN}",
    *(
        f"CREATE INDEX {table}_by_{name}_folded ON {table} ({name}_folded)"
        for table in ("address", "offer_location", "activity")
        for name in ("city", "postcode")
    ),
]


class Migration(migrations.Migration):
    dependencies = [("schakel", "0006_index_facets")]

    operations = [
        ops.RunSQL(
            STATEMENTS,
            [f"DROP INDEX {statement.split(' ON ')[0].split()[-1]}" for statement in STATEMENTS],
        )
    ]
