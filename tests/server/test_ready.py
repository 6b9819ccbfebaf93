from schakel_server.storage.database import Database


async def test_migrated_database_is_ready(database: Database) -> None:
    assert await database.ready() == []
