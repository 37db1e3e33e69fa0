"""What the clinic publishes: articles, in as many languages as somebody wrote them."""

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone
from django_prose_editor.fields import ProseEditorField

ORIGINAL_LANGUAGE = "en"  # every article is written in it; other languages are translations


class TopicManager(models.Manager):
    """Reads the names with the topics, since every list of topics shows them."""

    def get_queryset(self):
        return super().get_queryset().prefetch_related("names")


class Topic(models.Model):
    """A shelf that articles stand on, such as "Knee pain"."""

    slug = models.SlugField(unique=True)
    order = models.PositiveSmallIntegerField(default=0, help_text="Topics with smaller numbers come first.")

    objects = TopicManager()

    class Meta:
        ordering = ["order", "slug"]

    def __str__(self):
        names = {name.language: name.name for name in self.names.all()}
        return names.get(ORIGINAL_LANGUAGE, self.slug)


class TopicNameQuerySet(models.QuerySet):
    def by_topic(self, language):
        """Every topic as {id: its name in `language`, else in the original language}, in their order. One query."""
        names = {}
        for name in (
            self.filter(language__in=[language, ORIGINAL_LANGUAGE])
            .select_related("topic")
            .order_by("topic__order", "topic__slug")
        ):
            if name.language == language or name.topic_id not in names:
                names[name.topic_id] = name
        return names


class TopicName(models.Model):
    """A topic's name in one language."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    name = models.CharField(max_length=60)

    objects = TopicNameQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "language"], name="one_name_per_topic_and_language")]

    def __str__(self):
        return self.name


class ArticleQuerySet(models.QuerySet):
    def published(self, now=None):
        """Articles that the public may see: their time has come and their original text is published."""
        return self.filter(
            published_at__lte=now or timezone.now(),
            texts__language=ORIGINAL_LANGUAGE,
            texts__state=ArticleText.State.PUBLISHED,
        )


class Article(models.Model):
    """What all languages of an article have in common. Its wording is in its texts."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="articles")
    published_at = models.DateTimeField(
        db_index=True, default=timezone.now, help_text="Before this moment the public does not see the article."
    )
    byline = models.CharField(max_length=100, default="Integrated Health Solutions")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]

    def __str__(self):
        texts = {text.language: text.title for text in self.texts.all()}
        return texts.get(ORIGINAL_LANGUAGE) or next(iter(texts.values()), "Article without text")


class SanitisedProseField(ProseEditorField):
    """Rich text that is cleaned on its way into the database, whoever writes it.

    ProseEditorField cleans in forms only. One list of extensions says what the editor offers and what is kept.
    """

    def __init__(self, *args, **kwargs):
        kwargs.setdefault(
            "extensions",
            {
                "Bold": True,
                "Italic": True,
                "BulletList": True,
                "OrderedList": True,
                "ListItem": True,
                "Blockquote": True,
                "Heading": {"levels": [2, 3]},
                "HardBreak": True,
                "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
            },
        )
        kwargs.setdefault("sanitize", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {key: kwargs[key] for key in kwargs if key not in ("extensions", "sanitize")}

    def pre_save(self, instance, add):
        setattr(instance, self.attname, self.sanitize(super().pre_save(instance, add)))
        return getattr(instance, self.attname)

    def get_db_prep_save(self, value, connection):
        """Reached by queryset.update() and bulk_update() too, which never call pre_save()."""
        if isinstance(value, str):
            value = self.sanitize(value)
        return super().get_db_prep_save(value, connection)


class ArticleTextQuerySet(models.QuerySet):
    def published(self, now=None):
        """Texts that the public may see: published themselves, of a published article."""
        return self.filter(state=ArticleText.State.PUBLISHED, article__in=Article.objects.published(now))

    def in_language_or_original(self, language):
        """One text for each article: the one in `language` where it is among these, otherwise the original."""
        translated = self.filter(language=language).values("article")
        return self.filter(
            models.Q(language=language) | (models.Q(language=ORIGINAL_LANGUAGE) & ~models.Q(article__in=translated))
        )

    def for_lists(self, language):
        """Published texts for readers of `language`, newest first, with their articles and without their bodies."""
        return (
            self.published()
            .in_language_or_original(language)
            .select_related("article")
            .defer("body")
            .order_by("-article__published_at", "-article")
        )


class ArticleText(models.Model):
    """An article in one language, with an address, a state and a review of its own."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default=ORIGINAL_LANGUAGE)
    slug = models.SlugField(max_length=120, help_text="The last part of the address, such as knee-pain-after-running.")
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=250, help_text="The main message in one sentence.")
    body = SanitisedProseField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    reviewed_by = models.CharField(
        max_length=100,
        blank=True,
        help_text="Who checked this text: a clinician the original, a qualified translator a translation.",
    )
    reviewed_on = models.DateField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ArticleTextQuerySet.as_manager()

    class Meta:
        ordering = ["article", "language"]
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_text_per_article_and_language"),
            models.UniqueConstraint(fields=["language", "slug"], name="one_text_per_language_and_slug"),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "published"]), name="article_text_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by="", reviewed_on=None)
                | (~models.Q(reviewed_by="") & models.Q(reviewed_on__isnull=False)),
                name="review_has_person_and_day",
                violation_error_message="A review needs both the person and the day.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_translation(self):
        return self.language != ORIGINAL_LANGUAGE

    @property
    def is_reviewed(self):
        return bool(self.reviewed_by)

    @property
    def direction(self):
        """The writing direction, for the `dir` attribute."""
        return "rtl" if self.language == "ar" else "ltr"


class Reference(models.Model):
    """A source that an article rests on."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="references")
    title = models.CharField(max_length=250)
    publisher = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    address = models.URLField("web address", max_length=500, validators=[URLValidator(schemes=["https", "http"])])

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.title
