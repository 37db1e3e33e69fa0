"""The generation: a number in the database that changes with every write to what the public sees.

Triggers change it in the transaction of the write itself, so raw SQL, bulk writes, cascades and a restored backup
count too. It is random, because a counter would repeat its numbers after a restore. Finished pages
(clinic_site/http/page_cache.py) and the clinic's facts (clinic_site/facts.py) are kept while it stays the same.
"""

from django.db import Error, connections

from clinic_site.operations.moved_database import close_if_file_was_moved

CLINIC = [
    *("clinic_site_clinic", "clinic_site_openingperiod", "clinic_site_specialhours", "clinic_site_interfacereview"),
    "clinic_site_insuranceplan",
]
TOPICS = ["articles_topic", "articles_topicname"]

# A write counts if this condition is true of its {row}, OLD or NEW: the public does not see drafts. The table of
# redirects is not listed, since the page cache keeps no redirect.
IS_OF_PUBLISHED_TEXT = "{row}.state = 'published'"
IS_OF_PUBLISHED_ARTICLE = (
    "EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = {row}.%s)"
)
USES_OF_PICTURES = [
    *("articles_article.lead_picture_id", "articles_articlepicture.picture_id", "articles_person.photograph_id"),
    *("clinic_site_clinic.hero_picture_id", "clinic_site_clinic.map_picture_id"),
    "clinic_site_clinic.entrance_picture_id",
]


def is_of_picture_in_use(key):
    uses = (use.split(".") for use in USES_OF_PICTURES)
    found = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {column} = {{row}}.{key})" for table, column in uses)
    return f"({found})"


PUBLIC_TABLES = {
    **dict.fromkeys([*CLINIC, *TOPICS], "TRUE"),
    "articles_articletext": IS_OF_PUBLISHED_TEXT,
    "articles_article": IS_OF_PUBLISHED_ARTICLE % "id",
    "articles_reference": IS_OF_PUBLISHED_ARTICLE % "article_id",
    "articles_person": IS_OF_PUBLISHED_ARTICLE % "article_id",
    "articles_price": IS_OF_PUBLISHED_ARTICLE % "article_id",
    "articles_picture": is_of_picture_in_use("id"),
    "articles_picturetext": is_of_picture_in_use("picture_id"),
}


def read_generation(connection=None):
    """The current number; None before the first public write. Raises django.db.Error."""
    with (connection or connections["default"]).cursor() as cursor:
        cursor.execute("SELECT number FROM clinic_site_publicgeneration")
        row = cursor.fetchone()
    return row and row[0]


class GenerationReader:
    """Reads the number over a connection that stays open. Threads share it, one at a time."""

    def __init__(self):
        self.connection = connections["default"].copy()
        self.connection.inc_thread_sharing()

    def __call__(self):
        """Raises django.db.Error if the database does not answer."""
        close_if_file_was_moved(self.connection)
        try:
            return read_generation(self.connection)
        except Error:  # the server may have closed a connection that was idle
            self.close()
            return read_generation(self.connection)

    def close(self):
        self.connection.close()


def install_triggers(connection):
    """Creates missing triggers, if all tables exist."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if {*PUBLIC_TABLES, "clinic_site_publicgeneration"} <= tables:
            install = install_on_sqlite if connection.vendor == "sqlite" else install_on_postgresql
            install(cursor)


# Two statements, not INSERT OR REPLACE: a trigger inherits "OR IGNORE" and the like from the statement that fires it.
SQLITE_TRIGGER = """CREATE TRIGGER IF NOT EXISTS generation_{event}_{table} AFTER {event} ON {table} WHEN {condition}
BEGIN
    DELETE FROM clinic_site_publicgeneration;
    INSERT INTO clinic_site_publicgeneration (id, number) VALUES (1, random());
END"""
SQLITE_ROWS = {"insert": ["NEW"], "update": ["OLD", "NEW"], "delete": ["OLD"]}


def install_on_sqlite(cursor):
    for table, condition in PUBLIC_TABLES.items():
        for event, rows in SQLITE_ROWS.items():
            either = " OR ".join(condition.format(row=row) for row in rows)
            cursor.execute(SQLITE_TRIGGER.format(event=event, table=table, condition=either))


def remove_on_sqlite(connection):
    """SQLite cannot rebuild a table, as migrations do, while the trigger of another table names it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'generation#_%' ESCAPE '#'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


# The number is replaced when the transaction ends: its row is locked from then on, so that two editors who write in a
# different order do not wait for each other. One replacement is enough for all rows of a statement; the setting that
# records it is rolled back with a savepoint, like the number.
POSTGRESQL_FUNCTION = """CREATE OR REPLACE FUNCTION public_generation_{table}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND {new}) OR (TG_OP IN ('UPDATE', 'DELETE') AND {old}) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$"""
POSTGRESQL_TRIGGERS = [
    """CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR UPDATE OR DELETE ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public_generation_{table}()""",
    """CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION public_generation_{table}()""",
]


def install_on_postgresql(cursor):
    cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'public_generation_truncate'")
    installed = {table for (table,) in cursor.fetchall()}
    for table in installed - PUBLIC_TABLES.keys():  # of an earlier release
        cursor.execute(f"DROP FUNCTION public_generation_{table} CASCADE")
    for table, condition in PUBLIC_TABLES.items():
        old, new = condition.format(row="OLD"), condition.format(row="NEW")
        for statement in [POSTGRESQL_FUNCTION, *(POSTGRESQL_TRIGGERS if table not in installed else ())]:
            cursor.execute(statement.format(table=table, old=old, new=new))
