"""The real server with a few rows, as a process of its own: `python -m tests.client.serve DATABASE_URL PORT`."""

import asyncio
import datetime as dt
import sys

import uvicorn
from schakel_server.app import create_app
from schakel_server.declare.values import PublicationStatus
from schakel_server.domain import MODEL_MODULES
from schakel_server.domain.activities.models import Activity
from schakel_server.domain.activities.values import ActivityKind
from schakel_server.domain.offers.models import Offer, OfferSlot
from schakel_server.domain.offers.values import CompensationKind, Direction, OfferKind, OfferState
from schakel_server.domain.organisations.models import Address, Organisation, OrganisationIdentifier
from schakel_server.domain.organisations.values import (
    AddressKind,
    EducationLevel,
    IdentifierScheme,
    OrganisationKind,
)
from schakel_server.domain.themes.models import Theme
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database

from tests.factories import make

OFFERS = 25
FIRST_CLOSING = dt.datetime(2090, 1, 1, 12, tzinfo=dt.UTC)


async def fill() -> None:
    """One school, one repair shop with 25 offers (one of them still a draft), three activities."""
    theme = await make(Theme, slug="textiel", code="textiel", label={"nl": "Textiel", "en": "Textiles"})
    school = await make(
        Organisation, slug="voorbeeldschool", name="Voorbeeldschool", kinds=[OrganisationKind.MBO_INSTITUTION]
    )
    await make(
        OrganisationIdentifier, organisation=school, scheme=IdentifierScheme.INSTITUTION_CODE, value="99ZZ"
    )
    await make(
        Address,
        organisation=school,
        kind=AddressKind.VISIT,
        city="Meppel",
        latitude=52.695123,
        longitude=6.193456,
    )
    shop = await make(Organisation, slug="reparatie", name="Reparatie & Zn", kinds=[OrganisationKind.COMPANY])
    for number in range(OFFERS):
        await add_offer(number, shop, theme)
    for number in range(3):
        starts_at = FIRST_CLOSING + dt.timedelta(days=number)
        activity = await make(
            Activity,
            slug=f"overleg-{number}",
            title=f"Overleg {number}",
            kind=ActivityKind.NETWORK_MEETING,
            organiser=school,
            starts_at=starts_at,
            ends_at=starts_at + dt.timedelta(hours=2),
        )
        await activity.themes.add(theme)


async def add_offer(number: int, provider: Organisation, theme: Theme) -> None:
    offer = await make(
        Offer,
        slug=f"aanbod-{number:02}",
        title={"nl": f"Aanbod {number:02} <b>&", "en": f"Offer {number:02}"},
        kind=OfferKind.PROJECT if number % 5 == 0 else OfferKind.INTERNSHIP_BOL,
        direction=Direction.SUPPLY,
        state=OfferState.OPEN,
        provider=provider,
        levels=[EducationLevel.MBO_3, EducationLevel.MBO_4],
        starts_on=dt.date(2090, 2, 1),
        closes_at=FIRST_CLOSING + dt.timedelta(days=number),
        pay_kind=CompensationKind.ALLOWANCE,
        pay_min=45000,
        status=PublicationStatus.DRAFT if number == OFFERS - 1 else PublicationStatus.PUBLISHED,
    )
    await offer.themes.add(theme)
    if number == 0:
        await make(OfferSlot, offer=offer, capacity=12, location="Werkplaats")


async def main(url: str, port: int) -> None:
    settings = load_settings(database_url=url, pool_min=1, pool_max=5)
    database = await Database.open(settings, MODEL_MODULES)
    async with database.transaction():
        await fill()
    await database.close()
    await uvicorn.Server(uvicorn.Config(create_app(settings), port=port, log_level="warning")).serve()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
