"""Running imports in tests, and what there is before and after them."""

import datetime as dt
from pathlib import Path
from typing import Any

from schakel_server.domain.organisations.models import Address, Organisation, OrganisationIdentifier
from schakel_server.domain.organisations.values import OrganisationKind
from schakel_server.exchange.duo import Options, Report, import_files
from schakel_server.storage.database import Database

NOW = dt.datetime(2026, 11, 23, 18, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=30)
MBO, HBO = OrganisationKind.MBO_INSTITUTION, OrganisationKind.HBO_INSTITUTION


async def run(database: Database, *paths: Path, now: dt.datetime = NOW, **options: Any) -> Report:
    """Import these files."""
    return await import_files(database, paths, Options(**options), now)


async def make_hanze(**changes: Any) -> Organisation:
    """Hanze as the demo data has it: curated, with its code."""
    facts = {"slug": "hanze", "name": "Hanze", "kinds": [HBO], "status": "PUBLISHED", "created_at": NOW}
    hanze = await Organisation.create(**{**facts, "updated_at": NOW, **changes})
    await OrganisationIdentifier.create(organisation=hanze, scheme="INSTITUTION_CODE", value="25BE")
    return hanze


async def everything() -> list[list[dict[str, Any]]]:
    """All rows that an import could touch."""
    tables = (Organisation, OrganisationIdentifier, Address)
    return [[dict(row) for row in await table.all().order_by("id").values()] for table in tables]
