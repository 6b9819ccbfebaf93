"""Organisations and offers in any number, one after the other."""

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from typing import Any

from schakel_server.domain.education.models import Programme
from schakel_server.domain.initiatives.models import Initiative
from schakel_server.domain.offers.models import Offer, OfferListing, OfferLocation, OfferSkill, OfferSlot
from schakel_server.domain.organisations.models import (
    Address,
    Contact,
    Organisation,
    OrganisationIdentifier,
    Recognition,
)
from schakel_server.domain.themes.models import Theme
from schakel_server.exchange.demo.content import Facts, crebo_of, read, subjects
from schakel_server.exchange.demo.identity import numbered_id
from schakel_server.exchange.demo.market import INSTITUTIONS, company_facts
from schakel_server.exchange.demo.naming import coined_name, slug_of
from schakel_server.exchange.demo.offering import MBO_KINDS, Offering, Provider, Wish, compose
from schakel_server.exchange.demo.places import days, made_up_address, moment, town
from schakel_server.exchange.demo.plan import MODELS
from schakel_server.exchange.demo.rows import Rows

SCHOOL = "onderwijs"
DAYS_OF_OFFERS = 540  # how far back the first offer was made
OFFERS_AT_MOST = 450  # that one organisation is expected to have, so that 500 are hardly passed
REMEMBERED = 40  # latest offers of each subject that an activity can refer to
FIRST_NUMBER, LAST_NUMBER = 1_000, 999_999  # trade register: behind the hand-written companies
SHARES = (
    (90, {"status": "PUBLISHED", "visibility": "PUBLIC"}),
    (3, {"status": "DRAFT", "visibility": "PUBLIC"}),
    (1, {"status": "IN_REVIEW", "visibility": "PUBLIC"}),
    (2, {"status": "ARCHIVED", "visibility": "PUBLIC"}),
    (2, {"status": "PUBLISHED", "visibility": "NETWORK"}),
    (2, {"status": "PUBLISHED", "visibility": "ORGANISATION"}),
)
SIZES = (("SOLO", 18), ("MICRO", 38), ("SMALL", 28), ("MEDIUM", 12), ("LARGE", 4))
CERTIFICATES = (("NONE", 80), ("PENDING", 8), ("EXPIRED", 5), ("WITHDRAWN", 2), ("SUSPENDED", 5))


class Picker:
    """Picks with weights, quickly."""

    def __init__(self, weighted: Sequence[tuple[Any, float]]) -> None:
        self._items = [item for item, _ in weighted]
        self._weights = list(accumulate(weight for _, weight in weighted))

    def pick(self, rng: Random) -> Any:
        return rng.choices(self._items, cum_weights=self._weights)[0]


class Maker:
    """Makes nodes with their parts and links into `rows`; each `make_…` yields after every node."""

    def __init__(self, seed: int, today: dt.date) -> None:
        self.seed, self.today = seed, today
        self.rng = Random(seed)  # noqa: S311
        self.rows = Rows(MODELS)
        self.companies: list[tuple[Provider, str, float]] = []
        self.schools: list[Provider] = []
        self.programmes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.latest: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
        self.theme_ids: dict[str, str] = {}
        self.institutions: dict[str, str] = {}
        self.initiatives: list[str] = []
        self.shares = Picker([(facts, share) for share, facts in SHARES])
        self.towns = Picker(
            [(key, facts["weight"]) for key, facts in read("towns").items() if "weight" in facts]
        )
        self.any_subject = Picker([(key, facts["weight"]) for key, facts in subjects().items()])
        self.kinds = Picker([(key, facts["weight"]) for key, facts in read("kinds").items()])
        self._by_trade = {trade: _subjects_of(trade) for trade in read("trades")}
        self._numbers = 0

    async def learn(self) -> None:
        """Look up the ids of the hand-written data that is referred to."""
        codes: Any = await Theme.all().values_list("code", "id")
        self.theme_ids = dict(codes)
        found: Any = (
            await Organisation.filter(slug__in=INSTITUTIONS).order_by("slug").values_list("slug", "id")
        )
        self.institutions = dict(found)
        made_up: Any = await Initiative.filter(is_demo=True).order_by("slug").values_list("id", flat=True)
        self.initiatives = list(made_up)
        own: Any = await Programme.filter(external_reference__startswith="demo:").order_by("id")
        keys = {facts["key"]: facts["subjects"] for facts in read("education")["programme"]}
        for programme in own:
            for subject in keys.get(programme.primary_code.lower(), []):
                self.programmes[subject].append((programme.id, programme.level.name))

    def new_id(self, model: Any) -> str:
        self._numbers += 1
        return numbered_id(model.prefix, self.seed, self._numbers)

    def node(self, model: Any, node_id: str, slug: str, made_at: dt.datetime, **facts: Any) -> None:
        self.rows.add(
            model,
            id=node_id,
            slug=slug,
            is_demo=True,
            created_at=made_at,
            updated_at=made_at,
            **{**self.shares.pick(self.rng), **facts},
        )

    def part(self, model: Any, **facts: Any) -> None:
        self.rows.add(model, id=self.new_id(model), **facts)

    def link_themes(self, model: Any, node_id: str, codes: list[str]) -> None:
        """The themes of the subject, and often another one that is popular."""
        more = subjects()[self.any_subject.pick(self.rng)]["themes"][:1] if self.rng.random() < 0.25 else []
        self.rows.link(model, "themes", node_id, [self.theme_ids[code] for code in (*codes, *more)])

    def make_organisations(self, count: int) -> Iterator[None]:
        trades = Picker([(key, facts["weight"]) for key, facts in read("trades").items()])
        sizes, certificates = Picker(SIZES), Picker(CERTIFICATES)
        of_trade: dict[str, int] = defaultdict(int)
        for number in range(count):
            trade = SCHOOL if number == 0 else trades.pick(self.rng)
            name = coined_name(trade, of_trade[trade])
            of_trade[trade] += 1
            facts = {"name": name, "trade": trade, "town": self.towns.pick(self.rng)}
            facts |= {"size": sizes.pick(self.rng), "slug": f"{slug_of(name)}-{self.seed}-{number}"}
            self._organisation(number, facts, certificates.pick(self.rng))
            yield

    def _organisation(self, number: int, facts: Facts, certificate: str) -> None:
        rng, trade = self.rng, facts["trade"]
        node_id = numbered_id(Organisation.prefix, self.seed, 0) if number == 0 else self.new_id(Organisation)
        subject = self._by_trade[trade].pick(rng)
        noun, topic = read("trades")[trade]["noun"], subjects()[subject]["topic"]
        place = town(facts["town"])["name"]
        facts["summary"] = {
            "nl": f"Verzonnen {noun['nl']} in {place}: {topic['nl']}.",
            "en": f"Made-up organisation in {place}, {noun['en']}: {topic['en']}.",
        }
        facts["rungs"] = subjects()[subject]["rungs"]
        facts["kinds"] = [_kind(trade, facts["size"], rng)]
        made_at = moment(self.today - days(DAYS_OF_OFFERS + rng.randrange(400)))
        founded_on = (self.today - days(365 * rng.randint(3, 60))).replace(month=1, day=1)
        told = company_facts(facts, [subject], rng)
        self.node(
            Organisation,
            node_id,
            facts["slug"],
            made_at,
            external_reference=f"made:{facts['slug']}",
            founded_on=founded_on,
            certificate_state=certificate,
            **told,
        )
        self.link_themes(Organisation, node_id, subjects()[subject]["themes"])
        self._organisation_parts(number, node_id, facts, subject)
        provider = Provider(node_id, facts["name"], facts["slug"], facts["town"])
        if trade == SCHOOL:
            self.schools.append(provider)
        else:
            eagerness = 0.0 if rng.random() < 0.2 else rng.paretovariate(1.1)
            self.companies.append((provider, trade, eagerness))

    def _organisation_parts(self, number: int, node_id: str, facts: Facts, subject: str) -> None:
        register = FIRST_NUMBER + (self.seed * 100_003 + number) % (LAST_NUMBER - FIRST_NUMBER)
        self.part(OrganisationIdentifier, organisation_id=node_id, scheme="KVK", value=f"00{register:06d}")
        self.part(
            Address,
            organisation_id=node_id,
            kind="VISIT",
            municipality=town(facts["town"])["municipality"],
            **made_up_address(facts["town"], self.rng),
        )
        self.part(Contact, organisation_id=node_id, role="INTERNSHIPS", public=self.rng.random() < 0.8)
        if (crebo := crebo_of(subject)) and self.rng.random() < 0.5:
            self.part(
                Recognition,
                organisation_id=node_id,
                leerbedrijf_id=f"000{register:06d}",
                crebo=crebo,
                level=self.rng.choice(("MBO_2", "MBO_3", "MBO_4")),
                places=self.rng.randint(1, 6),
            )

    def make_offers(self, count: int) -> Iterator[None]:
        companies = Picker(limited([((p, trade), w) for p, trade, w in self.companies], count))
        schools = self.schools or [provider for provider, _, _ in self.companies]
        for number in range(count):
            kind = self.kinds.pick(self.rng)
            is_asked = self.rng.randrange(100) < read("kinds")[kind]["demand"] or not self.companies
            if is_asked:
                provider, subject = self.rng.choice(schools), self.any_subject.pick(self.rng)
            else:
                provider, trade = companies.pick(self.rng)
                subject = self._by_trade[trade].pick(self.rng)
            # The square root lets the number of offers grow towards today.
            age_days = int(DAYS_OF_OFFERS * (1 - (number / count) ** 0.5))
            wish = Wish(provider, subject, kind, is_asked, self.today - days(age_days))
            self._offer(wish, number)
            yield

    def _offer(self, wish: Wish, number: int) -> None:
        node_id = self.new_id(Offer)
        offering = compose(wish, self.rng, self.today)
        share = self.shares.pick(self.rng)
        state = {"state": share["status"]} if share["status"] == "DRAFT" else {}
        slug = f"{wish.kind.lower().replace('_', '-')}-{wish.subject}-{self.seed}-{number}"
        made_at = moment(wish.opens_on) + dt.timedelta(seconds=number % 3600)
        within = self.rng.choice(self.initiatives) if self.rng.random() < 0.04 else None
        facts = {**offering.facts, "initiative_id": within, **share, **state}
        self.node(Offer, node_id, slug, made_at, **facts)
        self.link_themes(Offer, node_id, subjects()[wish.subject]["themes"])
        levels = set(offering.facts["levels"])
        fitting = [found for found, level in self.programmes[wish.subject] if level in levels]
        self.rows.link(Offer, "programmes", node_id, self.rng.sample(fitting, min(len(fitting), 2)))
        self._offer_parts(node_id, wish, offering)
        self.latest[wish.subject].append(node_id)

    def _offer_parts(self, node_id: str, wish: Wish, offering: Offering) -> None:
        for model, found in (
            (OfferLocation, offering.locations),
            (OfferSkill, offering.skills),
            (OfferSlot, offering.slots),
        ):
            for facts in found:
                self.part(model, offer_id=node_id, **facts)
        if wish.kind in MBO_KINDS and not wish.is_asked and self.rng.random() < 0.5:
            school = self.rng.choice(list(self.institutions.values()))
            state = self.rng.choices(("APPROVED", "PENDING", "DECLINED"), (75, 20, 5))[0]
            self.part(OfferListing, offer_id=node_id, organisation_id=school, state=state)


def _subjects_of(trade: str) -> Picker:
    return Picker([(key, facts["weight"]) for key, facts in subjects().items() if trade in facts["trades"]])


def _kind(trade: str, size: str, rng: Random) -> str:
    known = {SCHOOL: "VMBO_SCHOOL", "sociaal": "SOCIAL_ENTERPRISE", "overheid": "MUNICIPALITY"}
    if trade in known:
        return known[trade]
    return "SELF_EMPLOYED" if size == "SOLO" else "NGO" if rng.random() < 0.05 else "COMPANY"


def limited(weighted: list[tuple[Any, float]], count: int) -> list[tuple[Any, float]]:
    """Weights of which none expects more than its share of `count` offers."""
    if not weighted:
        return []
    most = max(OFFERS_AT_MOST, 3 * count / len(weighted))
    if not any(weight for _, weight in weighted):
        return [(item, 1.0) for item, _ in weighted]
    for _ in range(20):
        cap = most / max(count, 1) * sum(weight for _, weight in weighted)
        weighted = [(item, min(weight, cap)) for item, weight in weighted]
    return weighted
