import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True)),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, help_text="Topics with smaller numbers come first."),
                ),
            ],
            options={
                "ordering": ["order", "slug"],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "published_at",
                    models.DateTimeField(
                        db_index=True,
                        default=django.utils.timezone.now,
                        help_text="Before this moment the public does not see the article.",
                    ),
                ),
                ("byline", models.CharField(help_text="The author or the clinic, as readers see it.", max_length=100)),
                (
                    "next_review_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day on which the article counts as reviewed. After it, the page says that the review is overdue, and the article disappears from the home page and from related articles.",
                        null=True,
                        verbose_name="next review due",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="articles.topic"
                    ),
                ),
            ],
            options={
                "ordering": ["-published_at", "-pk"],
                "indexes": [models.Index(fields=["topic", "published_at"], name="article_of_topic")],
            },
        ),
        migrations.CreateModel(
            name="ArticleText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "العربية"), ("en", "English"), ("es", "Español"), ("pl", "Polski")],
                        default="en",
                        max_length=10,
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="The last part of the address, such as knee-pain-after-running.", max_length=120
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                (
                    "summary",
                    models.CharField(blank=True, help_text="The main message in one sentence.", max_length=250),
                ),
                ("body", models.TextField()),
                (
                    "emergency_signs",
                    models.TextField(
                        blank=True,
                        help_text="One sign per line, each continuing the heading.",
                        verbose_name="call 911 or go to the emergency room if",
                    ),
                ),
                (
                    "urgent_signs",
                    models.TextField(
                        blank=True,
                        help_text="One sign per line, each continuing the heading.",
                        verbose_name="see a doctor soon if",
                    ),
                ),
                (
                    "visit_signs",
                    models.TextField(
                        blank=True,
                        help_text="One sign per line, each continuing the heading.",
                        verbose_name="see us if",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published")], default="draft", max_length=10
                    ),
                ),
                (
                    "reviewed_by",
                    models.CharField(
                        blank=True,
                        help_text="A clinician reviews the original, a qualified translator reviews a translation.",
                        max_length=100,
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "unreviewed_because",
                    models.CharField(
                        blank=True,
                        help_text="Only for a text that is published without a review or without a date for the next one.",
                        max_length=250,
                        verbose_name="reason for publishing without a review",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "changed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When the present version was written.",
                    ),
                ),
                ("source_version", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("reviewed_version", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("indexed_title", models.TextField(default="", editable=False)),
                ("indexed_top", models.TextField(default="", editable=False)),
                ("indexed_text", models.TextField(default="", editable=False)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="articles.article"
                    ),
                ),
            ],
            options={
                "ordering": ["article", "language"],
                "indexes": [models.Index(fields=["indexed_title", "article"], name="titles")],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "language"), name="one_text_per_article_and_language"),
                    models.UniqueConstraint(fields=("language", "slug"), name="one_text_per_language_and_slug"),
                    models.UniqueConstraint(fields=("article", "language", "state"), name="text_and_its_state"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "published"])), name="article_text_state_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_by", ""), ("reviewed_on", None), ("reviewed_version", None)),
                            models.Q(
                                models.Q(("reviewed_by", ""), _negated=True),
                                ("reviewed_on__isnull", False),
                                ("reviewed_version__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="review_has_person_day_and_version",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            models.Q(("reviewed_by", ""), _negated=True),
                            models.Q(("unreviewed_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="published_text_is_reviewed_or_says_why_not",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("language", "en"), ("source_version", None)),
                            models.Q(models.Q(("language", "en"), _negated=True), ("source_version__isnull", False)),
                            _connector="OR",
                        ),
                        name="translations_and_only_they_have_a_source_version",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="Only staff see it, to find the picture again.", max_length=100)),
                (
                    "alternative_text",
                    models.CharField(
                        help_text="Describe the picture for people who do not see it.",
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
                        default=0, help_text="In a text with fewer sections, the picture comes after the last one."
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
        migrations.CreateModel(
            name="Reference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=250)),
                ("publisher", models.CharField(max_length=120)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "address",
                    models.URLField(
                        max_length=500,
                        validators=[django.core.validators.URLValidator(schemes=["https", "http"])],
                        verbose_name="web address",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="references", to="articles.article"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TopicName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "العربية"), ("en", "English"), ("es", "Español"), ("pl", "Polski")],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="articles.topic"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("topic", "language"), name="one_name_per_topic_and_language")
                ],
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("language", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=120)),
                ("summary", models.CharField(blank=True, max_length=250)),
                ("body", models.TextField()),
                ("emergency_signs", models.TextField(blank=True)),
                ("urgent_signs", models.TextField(blank=True)),
                ("visit_signs", models.TextField(blank=True)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="wordings", to="articles.articletext"
                    ),
                ),
            ],
            options={
                "ordering": ["text", "version"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("text", "version"), name="one_wording_per_text_and_version")
                ],
            },
        ),
    ]
