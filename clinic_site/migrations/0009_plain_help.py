import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_languages_by_their_codes"),
        ("clinic_site", "0008_remove_facts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="clinic",
            name="entrance_picture",
            field=models.ForeignKey(
                blank=True,
                help_text="A photograph of the entrance, for first-time visitors.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.picture",
            ),
        ),
        migrations.AlterField(
            model_name="clinic",
            name="map_picture",
            field=models.ForeignKey(
                blank=True,
                help_text="A map that you have the right to publish, such as one you drew. It links to directions.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.picture",
            ),
        ),
    ]
