from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from 0002: PostgreSQL adds no constraint to rows changed in the same transaction."""

    dependencies = [("articles", "0002_callouts_versions_next_review")]

    operations = [
        migrations.AddConstraint(
            model_name="articletext",
            constraint=models.CheckConstraint(
                condition=models.Q(("language", "en"), ("source_version", None))
                | (~models.Q(("language", "en")) & models.Q(("source_version__isnull", False))),
                name="translations_and_only_they_have_a_source_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="articletext",
            constraint=models.CheckConstraint(
                condition=models.Q(("reviewed_by", ""), ("reviewed_on", None), ("reviewed_version", None))
                | (
                    ~models.Q(("reviewed_by", ""))
                    & models.Q(("reviewed_on__isnull", False))
                    & models.Q(("reviewed_version__isnull", False))
                ),
                name="review_has_person_day_and_version",
            ),
        ),
    ]
