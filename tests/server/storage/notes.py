"""Two small tables to test storage with."""

from tortoise import fields
from tortoise.models import Model


class Shelf(Model):
    """A place for notes, with a count that tests read and then write."""

    id = fields.IntField(primary_key=True)
    label = fields.CharField(max_length=100)
    count = fields.IntField(default=0)

    class Meta:
        table = "shelf"


class Note(Model):
    """A line of text on a shelf."""

    id = fields.IntField(primary_key=True)
    text = fields.CharField(max_length=200, unique=True)
    shelf = fields.ForeignKeyField("schakel.Shelf", related_name="notes", null=True)

    class Meta:
        table = "note"
