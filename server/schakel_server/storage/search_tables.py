"""The tables and triggers behind search, which no model declares: made by migrations, kept by the database itself.

Every node table with a column `search_terms` has them, so that any write, however it is made, is found at once.
PostgreSQL indexes that column. SQLite keeps a full-text table of the terms besides, and numbers for its rows that
survive VACUUM. Both note the words of what everybody may see in `search_word`, from which help with spelling comes.

Migrations call this: change nothing that they made, add to it.
"""

WORDS = "search_word"
_IS_OPEN = (
    "{row}.status = 'PUBLISHED' AND {row}.visibility = 'PUBLIC'"
    " AND ({row}.publish_at IS NULL OR {row}.publish_at <= {now})"
    " AND ({row}.unpublish_at IS NULL OR {row}.unpublish_at > {now})"
)
_SQLITE_NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"


def words_table(dialect: str) -> list[str]:
    """The statements that make the table of words, and on PostgreSQL the function that fills it.

    Two transactions may both add a word: nobody waits for the other, and whoever reads takes each word once.
    """
    if dialect == "sqlite":
        return [f"CREATE TABLE {WORDS} (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID"]
    shown = _IS_OPEN.format(row="c", now="now()")
    return [
        f'CREATE TABLE {WORDS} (word TEXT COLLATE "C" NOT NULL)',
        f"CREATE INDEX {WORDS}_by_word ON {WORDS} (word)",
        f"""CREATE FUNCTION note_{WORDS}s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO {WORDS} (word)
            SELECT DISTINCT w.word FROM changed c, unnest(tsvector_to_array(c.search_terms)) w(word)
            WHERE {shown} AND NOT EXISTS (SELECT 1 FROM {WORDS} known WHERE known.word = w.word);
            RETURN NULL;
        END $$""",
    ]


def tables_of(dialect: str, table: str) -> list[str]:
    """The statements that make what a node table needs to be searched."""
    return _sqlite(table) if dialect == "sqlite" else _postgresql(table)


def _postgresql(table: str) -> list[str]:
    noted = f"REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_{WORDS}s()"
    return [
        # Within the row, not apart from it: to score what was found, the terms of each row are read.
        f"ALTER TABLE {table} ALTER COLUMN search_terms SET STORAGE MAIN",
        f"CREATE INDEX {table}_by_search_terms ON {table} USING gin (search_terms)",
        f"CREATE TRIGGER {table}_words_of_new AFTER INSERT ON {table} {noted}",
        f"CREATE TRIGGER {table}_words_of_changed AFTER UPDATE ON {table} {noted}",
    ]


def _sqlite(table: str) -> list[str]:
    number = f"(SELECT number FROM {table}_number WHERE id = {{row}}.id)"
    added = f"INSERT INTO {table}_terms (rowid, terms) VALUES ({number.format(row='NEW')}, coalesce(NEW.search_terms, ''));"
    taken = (
        f"INSERT INTO {table}_terms ({table}_terms, rowid, terms)"
        f" VALUES ('delete', {number.format(row='OLD')}, coalesce(OLD.search_terms, ''));"
    )
    noted = (
        f"INSERT OR IGNORE INTO {WORDS} (word) SELECT substr(value, 2)"
        " FROM json_each('[\"' || replace(NEW.search_terms, ' ', '\",\"') || '\"]')"
        f" WHERE value <> '' AND {_IS_OPEN.format(row='NEW', now=_SQLITE_NOW)};"
    )
    return [
        f"CREATE TABLE {table}_number (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
        f"CREATE VIRTUAL TABLE {table}_terms USING fts5"
        "(terms, content='', detail=none, columnsize=0, tokenize='ascii')",
        f"CREATE TRIGGER {table}_search_new AFTER INSERT ON {table} BEGIN"
        f" INSERT INTO {table}_number (id) VALUES (NEW.id); {added} {noted} END",
        f"CREATE TRIGGER {table}_search_changed AFTER UPDATE OF search_terms ON {table}"
        f" WHEN OLD.search_terms IS NOT NEW.search_terms BEGIN {taken} {added} END",
        f"CREATE TRIGGER {table}_words_changed AFTER UPDATE ON {table} BEGIN {noted} END",
        f"CREATE TRIGGER {table}_search_gone AFTER DELETE ON {table} BEGIN"
        f" {taken} DELETE FROM {table}_number WHERE id = OLD.id; END",
    ]
