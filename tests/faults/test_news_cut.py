"""The wire to the database is cut without a word: what was kept is not trusted, and is again when it is mended."""

import asyncio

import pytest
from schakel_server.changes import news as news_module
from schakel_server.changes.news import News
from schakel_server.settings import load_settings
from schakel_server.storage import others_postgresql
from schakel_server.storage.migrate import migrate
from schakel_server.storage.written import EVERYTHING

from tests.faults.conftest import Wire
from tests.server.storage.conftest import MIGRATIONS, MODELS, opened

DEADLINE_S = 1.0


async def test_a_cut_wire_is_found_and_a_mended_one_is_used_again(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(others_postgresql, "CHECK_EVERY_S", 0.2)
    monkeypatch.setattr(news_module, "RETRY_S", 0.1)
    settings = load_settings(database_url=wire.url, pool_min=1, pool_max=2, deadline_s=DEADLINE_S)
    await migrate(settings, MODELS, MIGRATIONS)
    reached: asyncio.Queue[bool] = asyncio.Queue()
    told: list[frozenset[str]] = []
    async with opened(settings) as database:
        news = News(database)
        news.on_reach.append(reached.put_nowait)
        news.on_change.append(told.append)
        news.start()
        try:
            assert await asyncio.wait_for(reached.get(), 10) is True
            told.clear()

            wire.cut()
            assert await asyncio.wait_for(reached.get(), 0.2 + DEADLINE_S + 2) is False
            assert told == []

            wire.mend()
            async with asyncio.timeout(10):
                while not await reached.get():
                    pass
            assert told == [EVERYTHING]
        finally:
            wire.mend()
            await news.stop()
