"""Insurance plans, pictures of the clinic, and names of special days in every language."""

import django.db.models.deletion
from django.db import migrations, models


def remove_triggers(apps, schema_editor):
    """PostgreSQL would keep those that do not know the new uses of pictures. `migrate` makes new ones."""
    if schema_editor.connection.vendor == "postgresql":
        for table in ("articles_picture", "articles_picturetext"):
            schema_editor.execute(f"DROP FUNCTION IF EXISTS public_generation_{table}() CASCADE")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_people_and_prices"),
        ("clinic_site", "0005_clean_texts"),
    ]

    operations = [
        migrations.RunPython(remove_triggers, migrations.RunPython.noop),
        migrations.CreateModel(
            name="InsurancePlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="As on the patient's card.", max_length=100, unique=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="clinic",
            name="entrance_picture",
            field=models.ForeignKey(
                blank=True,
                help_text="A photograph of the entrance, for people who come the first time.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.picture",
            ),
        ),
        migrations.AddField(
            model_name="clinic",
            name="hero_picture",
            field=models.ForeignKey(
                blank=True,
                help_text="A photograph of the clinic or its people for the top of the home page.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.picture",
            ),
        ),
        migrations.AddField(
            model_name="clinic",
            name="map_picture",
            field=models.ForeignKey(
                blank=True,
                help_text="A map that you may publish, such as one you drew. On the contact page it leads to the directions.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.picture",
            ),
        ),
        migrations.AddField(
            model_name="specialhours",
            name="name_ar",
            field=models.CharField(blank=True, max_length=100, verbose_name="in Arabic"),
        ),
        migrations.AddField(
            model_name="specialhours",
            name="name_es",
            field=models.CharField(blank=True, max_length=100, verbose_name="in Spanish"),
        ),
        migrations.AddField(
            model_name="specialhours",
            name="name_pl",
            field=models.CharField(blank=True, max_length=100, verbose_name="in Polish"),
        ),
        migrations.AlterField(
            model_name="specialhours",
            name="name",
            field=models.CharField(
                blank=True,
                help_text="For patients, in English, such as Thanksgiving Day. The site translates federal holidays itself.",
                max_length=100,
                verbose_name="name on the site",
            ),
        ),
    ]
