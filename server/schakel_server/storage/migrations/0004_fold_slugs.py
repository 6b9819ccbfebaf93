"""Slugs and external references can be searched like any other text. Both are plain ASCII in what is there."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from schakel_server.storage.columns import Folded

TABLES = {
    "Theme": "theme",
    "Organisation": "organisation",
    "Programme": "programme",
    "Course": "course",
    "Initiative": "initiative",
    "Offer": "offer",
    "ActivitySeries": "activity_series",
    "WorkingGroup": "working_group",
    "Activity": "activity",
    "Membership": "membership",
    "Resource": "resource",
}
NAMES = ("slug", "external_reference")


def _fill(table: str) -> str:
    values = ", ".join(f"{name}_folded = '\n' || lower({name})" for name in NAMES)
    return f"UPDATE {table} SET {values}"


class Migration(migrations.Migration):
    dependencies = [("schakel", "0003_add_organisation_accessibility")]

    initial = False

    operations = [
        *(
            ops.AddField(model_name=model, name=f"{name}_folded", field=Folded(null=True))
            for model in TABLES
            for name in NAMES
        ),
        ops.RunSQL([_fill(table) for table in TABLES.values()], []),
    ]
