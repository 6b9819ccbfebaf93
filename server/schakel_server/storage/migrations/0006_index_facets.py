"""Indexes from which facets and totals of all offers are counted without reading the offers themselves.

Each holds the columns that the rule of anonymous viewers looks at; SQLite wants even those that the index's own
condition fixes. Where many rows share a value, PostgreSQL keeps it once: these take 7 MB for a million offers.
Only values that can't grow long: an entry of an index holds at most 2,704 bytes, so a list of codes has none.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops

RULE = "publish_at, unpublish_at, status, visibility"
SEEN = "WHERE status = 'PUBLISHED' AND visibility = 'PUBLIC'"
FACETS = (
    "market",
    "direction",
    "kind",
    "levels",
    "tracks",
    "location_mode",
    "pay_kind",
    "r_ladder",
    "state",
    "provider_id",
    "initiative_id",
)
INDEXES = {
    "offer_seen": f"offer (id, {RULE}) {SEEN}",
    **{f"offer_facet_{name}": f"offer ({name}, {RULE}) {SEEN}" for name in FACETS},
    "offer_location_by_city": "offer_location (offer_id, city)",
    "offer_location_by_province": "offer_location (offer_id, province)",
}


class Migration(migrations.Migration):
    dependencies = [("schakel", "0005_relate_offers_to_initiatives")]

    initial = False

    operations = [
        ops.RunSQL(
            [f"CREATE INDEX {name} ON {definition}" for name, definition in INDEXES.items()],
            [f"DROP INDEX {name}" for name in INDEXES],
        )
    ]
