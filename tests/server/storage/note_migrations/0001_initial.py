# ruff: noqa: I001, RUF012
from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Shelf",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("label", fields.CharField(max_length=100)),
                ("count", fields.IntField(default=0)),
            ],
            options={
                "table": "shelf",
                "app": "schakel",
                "pk_attr": "id",
                "table_description": "A place for notes, with a count that tests read and then write.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Note",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("text", fields.CharField(unique=True, max_length=200)),
                (
                    "shelf",
                    fields.ForeignKeyField(
                        "schakel.Shelf",
                        source_field="shelf_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="notes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={
                "table": "note",
                "app": "schakel",
                "pk_attr": "id",
                "table_description": "A line of text on a shelf.",
            },
            bases=["Model"],
        ),
    ]
