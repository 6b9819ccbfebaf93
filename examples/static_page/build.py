"""Write a static page of offers and the agenda: `python build.py http://127.0.0.1:8000`."""

import asyncio
import datetime as dt
import shutil
import sys
from html import escape
from pathlib import Path
from string import Template
from zoneinfo import ZoneInfo

from schakel_client import Activity, AsyncSchakel, Offer

HERE = Path(__file__).parent


def moment(value: dt.datetime, zone: str = "Europe/Amsterdam") -> str:
    local = value.astimezone(ZoneInfo(zone))
    return f'<time datetime="{local.isoformat()}">{local:%d-%m-%Y %H:%M}</time>'


def line(text: str | None) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def offer_item(offer: Offer) -> str:
    title, url = escape(offer.title), offer.application_url or ""
    if url.startswith(("https://", "http://")):
        title = f'<a href="{escape(url)}">{title}</a>'
    about = line(offer.provider.name if offer.provider else None) + line(offer.summary)
    closes = f"<p>Reageren tot {moment(offer.closes_at)}</p>" if offer.closes_at else ""
    return f"<li><h3>{title}</h3>{about}{closes}{line(', '.join(theme.label for theme in offer.themes))}</li>"


def activity_item(activity: Activity) -> str:
    when = moment(activity.starts_at, activity.timezone)
    about = line(activity.location.city) + line(activity.organiser.name if activity.organiser else None)
    return f"<li><h3>{escape(activity.title)}</h3><p>{when}</p>{about}</li>"


async def page(url: str) -> str:
    now = dt.datetime.now(dt.UTC)
    async with AsyncSchakel(url, language="nl") as client:
        offers = [o async for o in client.offers.iterate(where={"state": {"eq": "OPEN"}}, limit=30)]
        agenda = [a async for a in client.activities.iterate(where={"ends_at": {"gte": now}}, limit=10)]
    return Template((HERE / "page.html").read_text("utf-8")).substitute(
        offers="\n".join(map(offer_item, offers)) or "<li>Er is nu geen aanbod.</li>",
        agenda="\n".join(map(activity_item, agenda)) or "<li>Er staat nu niets op de agenda.</li>",
        updated=moment(now),
    )


if __name__ == "__main__":
    text = asyncio.run(page(sys.argv[1]))
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "site"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text, "utf-8")
    shutil.copyfile(HERE / "style.css", folder / "style.css")
