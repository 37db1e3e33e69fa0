import django.utils.timezone
from django.db import migrations, models

ONE_PER_LINE = "One sign per line, each going on from the heading."


def all_texts_are_of_the_first_version(apps, schema_editor):
    texts = apps.get_model("articles", "ArticleText").objects.using(schema_editor.connection.alias)
    texts.exclude(language="en").update(source_version=1)
    texts.exclude(reviewed_by="").update(reviewed_version=1)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="articletext", name="review_has_person_and_day"),
        migrations.AddField(
            model_name="article",
            name="next_review_on",
            field=models.DateField(
                blank=True,
                help_text="The last day on which it counts as reviewed. After it the page says that the review is "
                "overdue, and the article leaves the home page and the related articles.",
                null=True,
                verbose_name="next review due",
            ),
        ),
        migrations.RenameField("articletext", "updated_at", "changed_at"),
        migrations.AlterField(
            model_name="articletext",
            name="changed_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now,
                editable=False,
                help_text="Since when the version stands as it is.",
            ),
        ),
        migrations.AddField(
            model_name="articletext",
            name="emergency_signs",
            field=models.TextField(
                blank=True, help_text=ONE_PER_LINE, verbose_name="call 911 or go to the emergency room if"
            ),
        ),
        migrations.AddField(
            model_name="articletext",
            name="urgent_signs",
            field=models.TextField(blank=True, help_text=ONE_PER_LINE, verbose_name="see a doctor soon if"),
        ),
        migrations.AddField(
            model_name="articletext",
            name="visit_signs",
            field=models.TextField(blank=True, help_text=ONE_PER_LINE, verbose_name="see us if"),
        ),
        migrations.AddField(
            model_name="articletext", name="version", field=models.PositiveIntegerField(default=1, editable=False)
        ),
        migrations.AddField(
            model_name="articletext",
            name="source_version",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="articletext",
            name="reviewed_version",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(all_texts_are_of_the_first_version, migrations.RunPython.noop),
    ]
