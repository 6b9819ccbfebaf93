"""The demo data: real institutions and initiatives as they are known, and made-up companies around them."""

import datetime as dt

from schakel_server.domain.themes.models import Theme
from schakel_server.exchange.demo.agenda import place_activities, place_series_and_groups
from schakel_server.exchange.demo.facts import place_initiatives, place_organisations, place_themes
from schakel_server.exchange.demo.learning import (
    place_courses,
    place_programmes,
    place_report,
    place_resources,
)
from schakel_server.exchange.demo.market import place_companies, place_offers
from schakel_server.exchange.demo.plan import Known, Plan
from schakel_server.exchange.demo.rows import Counts

STEPS = (
    place_themes, place_organisations, place_companies, place_programmes, place_courses, place_initiatives,
    place_offers, place_series_and_groups, place_activities, place_report, place_resources,
)  # fmt: skip


async def load_demo(today: dt.date) -> Counts:
    """The number of rows added, by type; none when the demo is there already.

    Call it within a transaction. A node that is there, by its slug or its external reference
    `demo:<slug>`, is left as it is, with its parts and links; only missing ones are added. Dates of
    what is made up count from `today`.
    """
    plan = make_plan(today, {})
    if known := await plan.find_known():
        plan = make_plan(today, known)
    await plan.rows.take().write(Theme._meta.db)
    return dict(plan.rows.counts)


def make_plan(today: dt.date, known: Known) -> Plan:
    """All nodes of the demo; those in `known` keep the ids that they have."""
    plan = Plan(today, known)
    for step in STEPS:
        step(plan)
    return plan
