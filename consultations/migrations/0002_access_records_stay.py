"""Lets the database itself refuse changes to access records. A migration that rebuilds the table on SQLite does so anew."""

from django.db import migrations

FORWARDS = {
    "sqlite": [
        """CREATE TRIGGER access_records_stay BEFORE UPDATE ON consultations_accessrecord
        BEGIN SELECT RAISE(ABORT, 'access records are never changed'); END"""
    ],
    "postgresql": [
        """CREATE FUNCTION access_records_stay() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'access records are never changed'; END $$""",
        """CREATE TRIGGER access_records_stay BEFORE UPDATE ON consultations_accessrecord
        FOR EACH ROW EXECUTE FUNCTION access_records_stay()""",
    ],
}
BACKWARDS = {
    "sqlite": ["DROP TRIGGER access_records_stay"],
    "postgresql": [
        "DROP TRIGGER access_records_stay ON consultations_accessrecord",
        "DROP FUNCTION access_records_stay()",
    ],
}


def execute(statements):
    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("consultations", "0001_release_1_0")]

    operations = [migrations.RunPython(execute(FORWARDS), execute(BACKWARDS))]
