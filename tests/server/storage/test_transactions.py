import asyncio
import contextlib
import contextvars

import pytest
from schakel_server.errors import Timeout
from schakel_server.settings import Settings
from schakel_server.storage.database import Database
from tortoise.exceptions import IntegrityError, TransactionManagementError

from tests.server.storage.conftest import MODELS, opened
from tests.server.storage.notes import Note, Shelf


async def texts() -> list[str]:
    return sorted(await Note.all().values_list("text", flat=True))


async def test_block_that_ends_commits(database: Database) -> None:
    async with database.transaction():
        await Note.create(text="kept")

    assert await texts() == ["kept"]


async def test_block_that_raises_rolls_back(database: Database) -> None:
    with contextlib.suppress(KeyError):
        async with database.transaction():
            await Note.create(text="lost")
            raise KeyError

    assert await texts() == []


async def test_nested_block_is_a_savepoint(database: Database) -> None:
    async with database.transaction():
        await Note.create(text="outer")
        with contextlib.suppress(KeyError):
            async with database.transaction():
                await Note.create(text="inner")
                raise KeyError
        async with database.transaction():
            await Note.create(text="second")

    assert await texts() == ["outer", "second"]


async def test_failed_statement_in_a_savepoint_leaves_the_outer_one_usable(database: Database) -> None:
    async with database.transaction():
        await Note.create(text="once")
        with pytest.raises(IntegrityError):
            async with database.transaction():
                await Note.create(text="once")
        await Note.create(text="after")

    assert await texts() == ["after", "once"]


async def test_swallowed_failure_never_passes_for_a_commit(database: Database) -> None:
    """PostgreSQL answers COMMIT after a failed statement by rolling back without an error."""
    told = []
    try:
        async with database.transaction():
            await Note.create(text="once")
            with pytest.raises(IntegrityError):
                await Note.create(text="once")
    except TransactionManagementError as error:
        told.append(error)

    assert await texts() == ([] if told else ["once"])
    assert len(told) == (1 if database.dialect == "postgresql" else 0)


async def test_nested_transactions_in_gather_are_refused_by_name(database: Database) -> None:
    async def nested(text: str) -> None:
        async with database.transaction():
            await Note.create(text=text)

    with pytest.raises(TransactionManagementError, match="belongs to the task that began it"):
        async with database.transaction():
            await asyncio.gather(*(nested(f"{number}") for number in range(5)))

    assert await texts() == []
    await nested("afterwards")
    assert await texts() == ["afterwards"]


async def test_models_in_gather_share_the_transaction(database: Database) -> None:
    async with database.transaction():
        await asyncio.gather(*(Note.create(text=f"{number}") for number in range(5)))

    assert await texts() == ["0", "1", "2", "3", "4"]


async def test_failing_gather_rolls_back_whatever_its_other_tasks_do(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(10):
        with pytest.raises(IntegrityError):
            async with database.transaction():
                await asyncio.gather(*(Note.create(text="same") for _ in range(6)))

    assert await texts() == []
    assert caplog.messages == []


async def test_task_that_outlives_its_transaction_is_told_so(database: Database) -> None:
    go_on = asyncio.Event()

    async def late() -> None:
        await go_on.wait()
        await Note.create(text="late")

    async with database.transaction():
        task = asyncio.create_task(late())
        await Note.create(text="in time")
    go_on.set()

    with pytest.raises(TransactionManagementError, match="has ended since"):
        await task
    assert await texts() == ["in time"]


@pytest.mark.parametrize("steps", range(12))
async def test_cancellation_at_any_moment_keeps_nothing(database: Database, steps: int) -> None:
    """The task is cancelled after 0, 1, 2 … turns of the loop, then again with pauses."""

    async def work() -> None:
        async with database.transaction():
            await Note.create(text="a")
            async with database.transaction():
                await Note.create(text="b")

    for pause in (0, 0.001, 0.004):
        tasks = [asyncio.create_task(work()) for _ in range(4)]
        for _ in range(steps):
            await asyncio.sleep(pause)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert await texts() in ([], ["a", "b"])
        async with asyncio.timeout(5), database.transaction():
            await Note.all().delete()


async def test_cancelled_transactions_give_every_connection_back(settings: Settings) -> None:
    async def work() -> None:
        async with database.transaction():
            await Note.create(text="x")

    async with opened(settings, pool_max=2) as database:
        for turn in range(20):
            tasks = [asyncio.create_task(work()) for _ in range(6)]
            for _ in range(turn % 7):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        async with asyncio.timeout(5):
            async with database.transaction():
                await Note.all().delete()
            await asyncio.gather(*(Note.create(text=f"{number}") for number in range(6)))


@pytest.mark.parametrize("steps", range(8))
async def test_cancelled_bulk_insert_leaves_no_half(database: Database, steps: int) -> None:
    for pause in (0, 0.0005, 0.002):
        task = asyncio.ensure_future(Note.bulk_create([Note(text=f"{number}") for number in range(500)]))
        for _ in range(steps):
            await asyncio.sleep(pause)

        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

        assert len(await texts()) in (0, 500)
        async with asyncio.timeout(5), database.transaction():
            await Note.all().delete()


async def test_waiting_for_a_connection_ends_at_the_deadline(settings: Settings) -> None:
    async def wait_in_line() -> None:
        async with database.transaction():
            pass

    async with opened(settings, pool_max=1, deadline_s=0.3) as database:
        async with database.transaction():
            other = asyncio.create_task(wait_in_line(), context=contextvars.Context())
            with pytest.raises(Timeout):
                await other
        await wait_in_line()


async def test_models_work_from_tasks_that_know_nothing(database: Database) -> None:
    async def write() -> None:
        async with database.transaction():
            await Note.create(text="from afar")

    await asyncio.create_task(write(), context=contextvars.Context())
    await asyncio.create_task(Shelf.create(label="also"), context=contextvars.Context())

    assert await texts() == ["from afar"]
    assert await Shelf.all().count() == 1


async def test_second_database_at_once_is_refused(database: Database, settings: Settings) -> None:
    with pytest.raises(RuntimeError, match="open in this process already"):
        await Database.open(settings, MODELS)

    assert await texts() == []


async def test_counts_stay_right_under_many_writers(database: Database) -> None:
    shelf = await Shelf.create(label="busy")

    async def add_one() -> None:
        async with database.transaction():
            query = Shelf.filter(id=shelf.id)
            locked = await (query if database.dialect == "sqlite" else query.select_for_update()).get()
            locked.count += 1
            await locked.save()

    await asyncio.gather(*(add_one() for _ in range(40)))

    assert (await Shelf.get(id=shelf.id)).count == 40
