"""The bases of tables that are types of the graph: nodes, which stand alone, and parts, which belong to one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, ClassVar

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.models import Model, ModelMeta

from schakel_server.access.rules import Rule, published, with_its_node
from schakel_server.declare.fields import Group, choice, flag, languages, moment, number, text
from schakel_server.declare.searched import terms_of_row
from schakel_server.declare.values import PublicationStatus, Visibility
from schakel_server.storage import columns

PUBLICATION = Group(
    "publication",
    "Publication",
    "How far the node is on its way to the public, and from when until when it can be seen (publicatie). "
    "Example: `publication { status }`.",
)


def snake(name: str) -> str:
    """`OfferSlot` becomes `offer_slot`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


class GraphMeta(ModelMeta):
    """Adds what follows from a declaration: the id of the type's prefix, folded columns, the table's name."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> GraphMeta:
        prefix = attrs.get("prefix", "")
        if prefix:
            meta = attrs.setdefault("Meta", type("Meta", (), {}))
            meta.table = getattr(meta, "table", snake(name))
            parents: Any = bases
            inherited = {field for parent in parents for field in parent._meta.fields_map}
            if redeclared := inherited & attrs.keys():
                raise TypeError(f"{name} declares again what every node has: {', '.join(sorted(redeclared))}")
            attrs = {"id": columns.Id(prefix), **attrs}
            of_parents = (field for parent in parents for field in parent._meta.fields_map.values())
            if any(map(_weighs, (*attrs.values(), *of_parents))):
                attrs["search_terms"] = columns.SearchTerms(terms_of_row)
            for field_name, field in list(attrs.items()):
                if isinstance(field, columns.Text | columns.LocalText) and _is_searched(field):
                    attrs[f"{field_name}_folded"] = columns.Folded(field_name)
        made: Any = super().__new__(mcs, name, bases, attrs)
        made._meta.table_description = ""  # the manual is for the graph; a new wording is no migration
        return made  # type: ignore[no-any-return]


def _weighs(field: Any) -> bool:
    """Whether an attribute of a class is a column that is searched."""
    return getattr(getattr(field, "graph", None), "search", None) is not None


def _is_searched(field: columns.Column) -> bool:
    return field.graph is not None and field.graph.enum is None and (field.graph.where or field.graph.order)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Part(Model, metaclass=GraphMeta):
    """A row that belongs to one node and is seen with it, such as an address."""

    prefix: ClassVar[str] = ""
    rule: ClassVar[Rule] = with_its_node

    class Meta:
        abstract = True


class Node(Model, metaclass=GraphMeta):
    """A row that stands alone in the graph, with an id, a life cycle and a rule of its own."""

    prefix: ClassVar[str] = ""
    one: ClassVar[str] = ""
    many: ClassVar[str] = ""
    rule: ClassVar[Rule] = published
    default_order: ClassVar[tuple[str, ...]] = ("-created_at",)
    lookups: ClassVar[dict[str, str]] = {}
    position: ClassVar[str] = ""  # the parts that hold latitude and longitude; "." for columns of its own

    slug = text("Readable name in web addresses, unique within the type.", "noorderpoort", unique=True)
    slug_folded = columns.Folded("slug")
    created_at = moment("When the node was made.", "2026-11-23T18:00:00Z", order=True, default=_now)
    updated_at = moment("When the node was last changed.", "2026-11-24T09:30:00Z", order=True, default=_now)
    version = number(
        "Counts the changes; sent along with an update to guard against lost ones.", "3", default=1
    )
    external_reference = text(
        "The key of this node in the system that it was imported from.", "duo:25PW", null=True, index=True
    )
    external_reference_folded = columns.Folded("external_reference")
    status = choice(
        PublicationStatus,
        "How far the node is on its way to the public.",
        "PUBLISHED",
        group=PUBLICATION,
        name="status",
        default=PublicationStatus.DRAFT,
    )
    publish_at = moment(
        "From when the node can be seen; missing means at once.",
        "2026-12-01T08:00:00Z",
        null=True,
        group=PUBLICATION,
        name="publishAt",
    )
    unpublish_at = moment(
        "Until when the node can be seen; missing means for ever.",
        "2027-12-01T08:00:00Z",
        null=True,
        group=PUBLICATION,
        name="unpublishAt",
    )
    visibility = choice(
        Visibility, "Who may see the node once it is published.", "PUBLIC", default=Visibility.PUBLIC
    )
    is_demo = flag("Whether the node is made up, to show how Schakel works.", "true", default=False)
    content_languages = languages(
        "The languages in which this node has text (talen).", "[NL, EN]", name="languages"
    )

    class Meta:
        abstract = True

    async def save(
        self,
        using_db: BaseDBAsyncClient | None = None,
        update_fields: Iterable[str] | None = None,
        force_create: bool = False,
        force_update: bool = False,
    ) -> None:
        """Save the row; with some of its fields, also the columns that follow from them."""
        if update_fields:
            derived = (columns.Folded, columns.Languages, columns.SearchTerms)
            follow = {name for name, field in self._meta.fields_map.items() if isinstance(field, derived)}
            update_fields = {*update_fields, *follow}
        await super().save(using_db, update_fields, force_create, force_update)
