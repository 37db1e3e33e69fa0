import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_wordings_and_reasons"),
    ]

    operations = [
        migrations.CreateModel(
            name="Picture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="For staff, to find it again.", max_length=100)),
                (
                    "alternative_text",
                    models.CharField(
                        help_text="What the picture tells, for people who do not see it.",
                        max_length=250,
                        verbose_name="alternative text in English",
                    ),
                ),
                ("content_hash", models.CharField(editable=False, max_length=20, unique=True)),
                ("width", models.PositiveSmallIntegerField(editable=False)),
                ("height", models.PositiveSmallIntegerField(editable=False)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("alternative_text", ""), _negated=True), name="picture_has_alternative_text"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ArticlePicture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "place",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="In a text that has fewer parts, the picture stands after the last."
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pictures", to="articles.article"
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shown_in", to="articles.picture"
                    ),
                ),
            ],
            options={
                "ordering": ["place", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "picture"), name="article_shows_a_picture_once"),
                    models.CheckConstraint(
                        condition=models.Q(("place__lte", 20)), name="article_picture_place_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PictureText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "العربية"), ("en", "English"), ("es", "Español"), ("pl", "Polski")],
                        max_length=10,
                    ),
                ),
                ("alternative_text", models.CharField(max_length=250)),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="articles.picture"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("picture", "language"), name="one_text_per_picture_and_language"),
                    models.CheckConstraint(
                        condition=models.Q(("alternative_text", ""), _negated=True), name="picture_text_is_not_empty"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("language", "en"), _negated=True), name="picture_text_is_a_translation"
                    ),
                ],
            },
        ),
    ]
