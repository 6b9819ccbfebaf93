"""The demo as it is put together: nodes by slug, with their parts and links, before anything is written."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tortoise.expressions import Q
from tortoise.models import Model

from schakel_server.domain.activities.models import Activity, ActivitySeries, AgendaItem, WorkingGroup
from schakel_server.domain.education.models import (
    Course,
    CourseCode,
    CourseLocation,
    Programme,
    ProgrammeCode,
    ProgrammeLocation,
)
from schakel_server.domain.initiatives.models import Initiative, InitiativeGoal, InitiativePartner
from schakel_server.domain.knowledge.models import Recommendation, Resource
from schakel_server.domain.network.models import Membership
from schakel_server.domain.offers.models import Offer, OfferListing, OfferLocation, OfferSkill, OfferSlot
from schakel_server.domain.organisations.models import (
    Address,
    Condition,
    Contact,
    Organisation,
    OrganisationIdentifier,
    Recognition,
    Succession,
)
from schakel_server.domain.themes.models import Theme
from schakel_server.exchange.demo.identity import named_id
from schakel_server.exchange.demo.places import days, moment
from schakel_server.exchange.demo.rows import Rows

# Earlier ones are written first, as later ones refer to them.
MODELS: tuple[type[Model], ...] = (
    Theme, Organisation, OrganisationIdentifier, Address, Contact, Recognition, Condition, Succession,
    Programme, ProgrammeCode, ProgrammeLocation, Course, CourseCode, CourseLocation,
    Initiative, InitiativePartner, InitiativeGoal, Offer, OfferSkill, OfferLocation, OfferSlot, OfferListing,
    ActivitySeries, WorkingGroup, Activity, AgendaItem, Membership, Resource, Recommendation,
)  # fmt: skip

REFERENCE = "demo:"  # before the slug, as external reference of what is loaded from the data files
Known = dict[type[Model], dict[str, str]]


@dataclass(frozen=True)
class Placed:
    """A node of the plan. Of one that is in the database already, parts and links stay as they are."""

    plan: "Plan"
    model: type[Model]
    id: str
    slug: str
    is_new: bool

    def part(self, model: Any, **facts: Any) -> None:
        """Add a part whose reference to this node is named after it, e.g. `organisation`."""
        self.plan.part(self, model, f"{self.model._meta.db_table}_id", facts)

    def link(self, name: str, others: Iterable["Placed"]) -> None:
        if self.is_new:
            self.plan.rows.link(self.model, name, self.id, [other.id for other in others])


class Plan:
    """All nodes of the demo by type and slug, as they are to be on the day `today`."""

    def __init__(self, today: dt.date, known: Known) -> None:
        self.today = today
        self.rows = Rows(MODELS)
        self.nodes: dict[type[Model], dict[str, Placed]] = {model: {} for model in MODELS}
        self._known = known
        self._position = 0

    def node(self, model: Any, slug: str, age_days: float = 400, **facts: Any) -> Placed:
        """Place a node, published for all unless the facts say otherwise; it was made `age_days` ago."""
        existing = self._known.get(model, {}).get(slug)
        self._position += 1
        node_id = existing or named_id(model.prefix, slug, self._position)
        placed = self.nodes[model][slug] = Placed(self, model, node_id, slug, existing is None)
        if placed.is_new:
            made_at = moment(self.today - days(age_days))
            base = {"status": "PUBLISHED", "visibility": "PUBLIC", "is_demo": True, "created_at": made_at}
            self.rows.add(
                model,
                id=node_id,
                slug=slug,
                external_reference=REFERENCE + slug,
                **{**base, "updated_at": made_at, **facts},
            )
        return placed

    def part(self, owner: Placed, model: Any, reference: str, facts: dict[str, Any]) -> None:
        """Add a part to a new node."""
        self._position += 1
        if owner.is_new:
            key = f"{owner.slug}:{self._position}"
            facts = {"id": named_id(model.prefix, key, self._position), reference: owner.id, **facts}
            self.rows.add(model, **facts)

    def find(self, model: Any, slugs: Sequence[str]) -> list[Placed]:
        """The nodes of this type that were placed before under these slugs."""
        return [self.nodes[model][slug] for slug in slugs]

    def themes(self, codes: Sequence[str]) -> list[Placed]:
        return self.find(Theme, codes)

    def organisation(self, slug: str) -> Placed:
        return self.nodes[Organisation][slug]

    async def find_known(self) -> Known:
        """The ids of those nodes that the database has, by slug; edited slugs go by the reference."""
        known: Known = {}
        for model, placed in self.nodes.items():
            if not placed:
                continue
            slugs, references = list(placed), [REFERENCE + slug for slug in placed]
            query: Any = model.filter(Q(slug__in=slugs) | Q(external_reference__in=references))
            for found_id, slug, reference in await query.values_list("id", "slug", "external_reference"):
                is_ours = reference is not None and reference.startswith(REFERENCE)
                known.setdefault(model, {})[reference.removeprefix(REFERENCE) if is_ours else slug] = found_id
        return known
