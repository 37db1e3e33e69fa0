"""What the clinic publishes: articles, in as many languages as somebody wrote them."""

import re
from datetime import timedelta
from html import unescape
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django_prose_editor.fields import ProseEditorField

from articles import pictures, search, slug_redirects

ORIGINAL_LANGUAGE = "en"  # every article is written in it; other languages are translations
DUE_WITHIN = timedelta(days=30)  # a review that is due this soon is on the editors' list


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
    def update(self, **changes):
        """Also brings the lists up to date."""
        with transaction.atomic():
            changed = list(self.values_list("pk", flat=True)) if changes.keys() & ListedText.FOLLOWS_ARTICLE else []
            rows = super().update(**changes)
            ListedText.objects.list_anew(changed)
        return rows

    update.alters_data = True

    def published(self, now=None):
        """Articles that the public may see: their time has come and their original text is published."""
        return self.filter(has_published_text(ORIGINAL_LANGUAGE), published_at__lte=now or timezone.now())

    def due_for_review(self):
        """Articles whose review is overdue or due soon."""
        return self.filter(next_review_on__lte=timezone.localdate() + DUE_WITHIN)


def has_published_text(language, *, article="pk"):
    """Whether the article that the column `article` names has one. A look into an index for each row."""
    texts = ArticleText.objects.filter(article=models.OuterRef(article))
    return models.Exists(texts.filter(language=language, state=ArticleText.State.PUBLISHED))


class Article(models.Model):
    """What all languages of an article have in common. Its wording is in its texts."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="articles")
    published_at = models.DateTimeField(
        db_index=True, default=timezone.now, help_text="Before this moment the public does not see the article."
    )
    byline = models.CharField(max_length=100, default="Integrated Health Solutions")
    next_review_on = models.DateField(
        "next review due",
        null=True,
        blank=True,
        help_text="The last day on which it counts as reviewed. After it the page says that the review is overdue, "
        "and the article leaves the home page and the related articles.",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        indexes = [models.Index(fields=["topic", "published_at"], name="article_of_topic")]

    def __str__(self):
        texts = {text.language: text.title for text in self.texts.all()}
        return texts.get(ORIGINAL_LANGUAGE) or next(iter(texts.values()), "Article without text")

    def save(self, **kwargs):
        """Also brings the lists up to date. Bulk writes have to ask for it."""
        with transaction.atomic():
            super().save(**kwargs)
            ListedText.objects.list_anew([self.pk])

    @property
    def original(self):
        """The text in the original language, None while there is none. Reads `texts`, prefetched or not."""
        return next((text for text in self.texts.all() if not text.is_translation), None)

    @property
    def is_review_overdue(self):
        return self.next_review_on is not None and self.next_review_on < timezone.localdate()


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
        sanitize = self.sanitize
        self.sanitize = lambda html: EMPTY_HEADING.sub("", sanitize(html))

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


NEWEST_FIRST = ["-article__published_at", "-article_id"]


def in_language_first(language):
    return models.Case(models.When(language=language, then=0), default=1)


class ArticleTextQuerySet(models.QuerySet):
    def update(self, **changes):
        """Also brings the lists up to date."""
        with transaction.atomic():
            is_listed_otherwise = changes.keys() & ListedText.FOLLOWS_TEXT
            changed = set(self.order_by().values_list("article", flat=True)) if is_listed_otherwise else []
            rows = super().update(**changes)
            ListedText.objects.list_anew(changed)
        return rows

    update.alters_data = True

    def published(self, now=None):
        """Texts that the public may see: published themselves, of a published article."""
        return self.filter(
            has_published_text(ORIGINAL_LANGUAGE, article="article"),
            state=ArticleText.State.PUBLISHED,
            article__published_at__lte=now or timezone.now(),
        )

    def for_pages(self):
        """Published texts as their pages need them, in no order."""
        texts = self.filter(state=ArticleText.State.PUBLISHED).select_related("article").without_index().order_by()
        return texts.with_note_of_pictures()

    def of_published_article(self, slug, languages):
        """Those of articles that have this slug in one of the languages, and whose time has come.

        Articles among them without an original are not published. To look for it, as published() does, would cost more
        than to read the few texts there are.
        """
        slugs = {"article__texts__slug": slug, "article__texts__language__in": languages}
        return self.filter(**slugs, article__published_at__lte=timezone.now())

    def listed(self, language):
        """One text for each published article: the one in `language` where it is published, otherwise the original."""
        return self.filter(listed__language=language, listed__published_at__lte=timezone.now())

    def for_lists(self):
        """Published texts with their articles, without their bodies."""
        return self.filter(state=ArticleText.State.PUBLISHED).select_related("article").without_index().defer("body")

    def without_index(self):
        return self.defer("indexed_title", "indexed_top", "indexed_text")

    def out_of_date(self):
        """Translations made from an earlier wording of their original."""
        original = self.model.objects.filter(article=models.OuterRef("article"), language=ORIGINAL_LANGUAGE)
        return self.filter(source_version__lt=models.Subquery(original.values("version")))

    def with_note_of_pictures(self):
        """Adds `has_pictures`, which spares most articles the query for them."""
        return self.annotate(
            has_pictures=models.Exists(ArticlePicture.objects.filter(article=models.OuterRef("article")))
        )

    def without_review(self):
        """Texts whose present wording nobody has reviewed: never at all, or not since it was changed."""
        return self.filter(models.Q(reviewed_by="") | ~models.Q(reviewed_version=models.F("version")))


class Section(NamedTuple):
    """A part of an article's body under a heading of its own. `title` and `body` are clean HTML."""

    id: str
    title: str
    body: str

    @property
    def plain_title(self):
        return unescape(strip_tags(self.title))


class CareCallout(NamedTuple):
    """Signs that ask for help: `level` is emergency, urgent or visit; `language` is the one the signs are in."""

    level: str
    signs: list
    language: str


CARE_LEVELS = ["emergency", "urgent", "visit"]
TAG = re.compile(r"<(?P<closes>/?)(?:blockquote|ul|ol)>|<h2>(?P<title>.*?)</h2>", re.DOTALL)
EMPTY_HEADING = re.compile(r"<h([23])>(?:\s|&nbsp;|<br>|</?(?:strong|em)>)*</h\1>")
TALLEST_ON_PAGE = 512  # CSS pixels
ONE_PER_LINE = "One sign per line, each going on from the heading."


class ArticleText(models.Model):
    """An article in one language, with an address, a state and a review of its own.

    `version` counts its wordings. A translation says by `source_version` which wording of the original it was made
    from: once the original has a newer one, the translation is out of date. `reviewed_version` is the wording that the
    reviewer saw: a review does not cover what was written after it.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default=ORIGINAL_LANGUAGE)
    slug = models.SlugField(max_length=120, help_text="The last part of the address, such as knee-pain-after-running.")
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=250, blank=True, help_text="The main message in one sentence.")
    body = SanitisedProseField()
    emergency_signs = models.TextField("call 911 or go to the emergency room if", blank=True, help_text=ONE_PER_LINE)
    urgent_signs = models.TextField("see a doctor soon if", blank=True, help_text=ONE_PER_LINE)
    visit_signs = models.TextField("see us if", blank=True, help_text=ONE_PER_LINE)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    reviewed_by = models.CharField(
        max_length=100,
        blank=True,
        help_text="Who checked this text: a clinician the original, a qualified translator a translation.",
    )
    reviewed_on = models.DateField(null=True, blank=True)
    unreviewed_because = models.CharField(
        "published without a review because",
        max_length=250,
        blank=True,
        help_text="Only for a text that goes public without a review, or without a date for the next one.",
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="Since when the version stands as it is."
    )
    source_version = models.PositiveIntegerField(null=True, blank=True, editable=False)
    reviewed_version = models.PositiveIntegerField(null=True, blank=True, editable=False)

    # The words above as articles.search compares them: of the title, of title and summary, of everything.
    indexed_title = models.TextField(editable=False, default="")
    indexed_top = models.TextField(editable=False, default="")
    indexed_text = models.TextField(editable=False, default="")

    WORDING = ("title", "summary", "body", "emergency_signs", "urgent_signs", "visit_signs")
    DERIVED = (
        *("version", "changed_at", "source_version", "reviewed_version"),
        *("indexed_title", "indexed_top", "indexed_text"),
    )

    objects = ArticleTextQuerySet.as_manager()

    class Meta:
        ordering = ["article", "language"]
        # Editors look for words of titles: beside the bodies, reading all titles would mean reading everything.
        indexes = [models.Index(fields=["indexed_title", "article"], name="titles")]
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_text_per_article_and_language"),
            models.UniqueConstraint(fields=["language", "slug"], name="one_text_per_language_and_slug"),
            # This follows from the first one. It is said for its index, which tells what is published without a look at
            # the texts. SQLite would not use it if it were not unique like that of the first one.
            models.UniqueConstraint(fields=["article", "language", "state"], name="text_and_its_state"),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "published"]), name="article_text_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by="", reviewed_on=None, reviewed_version=None)
                | (
                    ~models.Q(reviewed_by="")
                    & models.Q(reviewed_on__isnull=False)
                    & models.Q(reviewed_version__isnull=False)
                ),
                name="review_has_person_day_and_version",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="published") | ~models.Q(reviewed_by="") | ~models.Q(unreviewed_because=""),
                name="published_text_is_reviewed_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=models.Q(language=ORIGINAL_LANGUAGE, source_version=None)
                | (~models.Q(language=ORIGINAL_LANGUAGE) & models.Q(source_version__isnull=False)),
                name="translations_and_only_they_have_a_source_version",
            ),
        ]

    def __str__(self):
        return self.title

    def save(self, *, is_slip=False, **kwargs):
        """Counts a new wording as a new version, ties a new review to its version, indexes the words, lets an old
        address lead to the new one, and brings the lists up to date.

        `is_slip`: the change leaves the meaning alone, so the version stays. Without a source version, a translation
        counts as made from the original as it is now. The words are kept as its Wording of that version. Bulk writes do
        none of this.
        """
        for level in CARE_LEVELS:
            setattr(self, f"{level}_signs", "\n".join(self.signs(level)))
        self.index_words()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *self.WORDING, *self.DERIVED}
        with transaction.atomic(), slug_redirects.leading_on(self):
            self.set_versions(is_slip)
            super().save(**kwargs)
            self.keep_wording()
            ListedText.objects.list_anew([self.article_id])

    def index_words(self):
        """Makes the text findable by the words that it holds now. save() does it; bulk writes have to ask for it."""
        self.indexed_title = search.index(self.title)
        self.indexed_top = search.index(self.title, self.summary)
        self.indexed_text = search.index(self.title, self.summary, self.plain_body, *self.all_signs)

    def clean(self):
        if bool(self.reviewed_by) != bool(self.reviewed_on):
            raise ValidationError("A review needs both the person and the day.")
        if self.reviewed_on and self.reviewed_on > timezone.localdate():
            raise ValidationError({"reviewed_on": "The day of the review is still to come."})

    def set_versions(self, is_slip):
        """Counts on from what is stored, which another person may have saved since this text was read."""
        texts = ArticleText.objects.filter(article=self.article_id)
        stored = texts.select_for_update().filter(pk=self.pk).first() if self.pk else None
        if stored:
            self.version, self.changed_at = stored.version, stored.changed_at
            if stored.wording != self.wording and not is_slip:
                self.version, self.changed_at = stored.version + 1, timezone.now()
        if not self.is_translation:
            self.source_version = None
            if not stored or stored.is_translation:  # no translation was made from what is the original only now
                self.version = (texts.aggregate(newest=models.Max("source_version"))["newest"] or 0) + 1
        elif self.source_version is None:
            original = texts.filter(language=ORIGINAL_LANGUAGE).exclude(pk=self.pk)
            self.source_version = original.values_list("version", flat=True).first() or 0
        if not self.reviewed_by:
            self.reviewed_version = None
        elif not stored or (stored.reviewed_by, stored.reviewed_on) != (self.reviewed_by, self.reviewed_on):
            self.reviewed_version = self.version

    def keep_wording(self):
        """Keeps the words as those of the present version. Words in a language that it is no longer in go."""
        words = {name: getattr(self, name) for name in self.WORDING}
        self.wordings.exclude(language=self.language).delete()
        self.wordings.update_or_create(version=self.version, defaults={"language": self.language, **words})

    @property
    def wording(self):
        """What is compared to tell whether it changed: words and links. Editors rearrange tags and blanks."""
        links = re.findall(r'href="([^"]*)"', self.body)
        words = [self.title, self.summary, strip_tags(self.body), *self.all_signs]
        return [re.sub(r"\s", "", unescape(text)) for text in words] + links

    @property
    def plain_body(self):
        """The words of the body, without its tags."""
        return unescape(strip_tags(self.body.replace("<", " <")))

    def take_topic_name(self, names):
        """Sets `topic_slug`, `topic_name` and its `topic_language`, from the names of all topics as by_topic() gives
        them; None where the topic has no name that readers could read."""
        name = names.get(self.article.topic_id)
        self.topic_name = name and name.name
        self.topic_language = name and name.language
        self.topic_slug = name and name.topic.slug

    @property
    def sections(self):
        """The parts of the body under the headings that stand in no list or quotation."""
        headings = self.headings
        ends = [*(heading.start() for heading in headings), len(self.body)][1:]
        return [
            Section(f"section-{number}", heading["title"], self.body[heading.end() : end])
            for number, (heading, end) in enumerate(zip(headings, ends, strict=True), start=1)
        ]

    @property
    def introduction(self):
        """The body before its first such heading."""
        return self.body[: self.headings[0].start()] if self.headings else self.body

    @property
    def headings(self):
        depth, found = 0, []
        for tag in TAG.finditer(self.body):
            if tag["title"] is None:
                depth += -1 if tag["closes"] else 1
            elif depth == 0:
                found.append(tag)
        return found

    @property
    def all_signs(self):
        return [sign for level in CARE_LEVELS for sign in self.signs(level)]

    def signs(self, level):
        """The signs of a care callout, such as "emergency", one string each."""
        lines = getattr(self, f"{level}_signs").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def care_callouts(self, original):
        """The callouts to show with this text, by level. Safety text never goes stale: where the translation is out
        of date, or leaves a callout empty that the original has, the original's stand in."""
        callouts = {}
        for level in CARE_LEVELS:
            text = original if self.is_older_than(original) or not self.signs(level) else self
            if signs := text.signs(level):
                callouts[level] = CareCallout(level, signs, text.language)
        return callouts

    def is_older_than(self, original):
        """Whether it is a translation made from an earlier wording of the original."""
        return self.is_translation and self.source_version < original.version

    @property
    def is_translation(self):
        return self.language != ORIGINAL_LANGUAGE

    @property
    def is_reviewed(self):
        """Whether a person has reviewed the wording as it is now."""
        return bool(self.reviewed_by) and self.reviewed_version == self.version

    @property
    def direction(self):
        """The writing direction, for the `dir` attribute."""
        return "rtl" if self.language == "ar" else "ltr"


@receiver(post_delete, sender=ArticleText)
def list_without(instance, **kwargs):
    ListedText.objects.list_anew([instance.article_id])


class ListedTextQuerySet(models.QuerySet):
    def for_readers(self, language):
        """What lists in `language` show by now: what is in it first, then the newest."""
        listed = self.filter(language=language, published_at__lte=timezone.now())
        return listed.order_by("-is_in_language", "-published_at", "-article_id")

    def with_review_in_time(self):
        """Leaves out articles whose review is overdue."""
        return self.exclude(article__next_review_on__lt=timezone.localdate())

    def list_anew(self, articles):
        """Brings the rows of `articles`, given by their keys, up to date. Four queries.

        Of two editors who change one article at once, the second waits here, and reads what the first wrote.
        """
        if not articles:
            return
        with transaction.atomic():
            articles = Article.objects.select_for_update().order_by("pk").in_bulk(articles)
            self.filter(article__in=articles).delete()
            self.bulk_create(rows_of(articles))


class ListedText(models.Model):
    """The text that lists in a language show of an article: the one in that language, otherwise the original.

    There is a row for each language of every article whose original is published, at once or from a moment to come. All
    of it follows from articles and texts. It is kept so that a list is read in the order of an index and no further
    than its page goes, whatever stands in other languages.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="listed", db_index=False)
    text = models.ForeignKey(ArticleText, on_delete=models.CASCADE, related_name="listed", db_index=False)
    language = models.CharField(max_length=10)
    is_in_language = models.BooleanField()
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+", db_index=False)
    published_at = models.DateTimeField()

    FOLLOWS_ARTICLE = {"topic", "topic_id", "published_at"}
    FOLLOWS_TEXT = {"article", "article_id", "language", "state"}

    objects = ListedTextQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # nobody edits it
        indexes = [
            models.Index(fields=["language", "is_in_language", "published_at", "article", "text"], name="listed"),
            models.Index(
                fields=["topic", "language", "is_in_language", "published_at", "article", "text"],
                name="listed_by_topic",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_listed_text_per_article_and_language"),
            models.UniqueConstraint(fields=["text", "language"], name="text_is_listed_once_per_language"),
        ]

    def __str__(self):
        return f"{self.text} ({self.language})"


def rows_of(articles):
    """What is to be listed of `articles`, given by their keys. One query."""
    published = {}
    texts = ArticleText.objects.filter(article__in=articles, state=ArticleText.State.PUBLISHED).order_by()
    for pk, article, language in texts.values_list("pk", "article", "language"):
        published.setdefault(article, {})[language] = pk
    return [
        ListedText(
            article_id=article,
            text_id=texts.get(language, texts[ORIGINAL_LANGUAGE]),
            language=language,
            is_in_language=language in texts,
            topic_id=articles[article].topic_id,
            published_at=articles[article].published_at,
        )
        for article, texts in published.items()
        if ORIGINAL_LANGUAGE in texts
        for language, _ in settings.LANGUAGES
    ]


class Wording(models.Model):
    """The words of a text as they were in one of its versions, to tell what has changed since.

    A slip that is corrected is corrected here too.
    """

    text = models.ForeignKey(ArticleText, on_delete=models.CASCADE, related_name="wordings")
    version = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=250, blank=True)
    body = models.TextField()
    emergency_signs = models.TextField(blank=True)
    urgent_signs = models.TextField(blank=True)
    visit_signs = models.TextField(blank=True)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()  # nobody edits what was written
        ordering = ["text", "version"]
        constraints = [models.UniqueConstraint(fields=["text", "version"], name="one_wording_per_text_and_version")]

    def __str__(self):
        return f"{self.title} (version {self.version})"


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


class Picture(models.Model):
    """A picture that articles show. What it looks like never changes: a better one is another picture.

    Its files stand in the storage, named by their content.
    """

    name = models.CharField(max_length=100, help_text="For staff, to find it again.")
    alternative_text = models.CharField(
        "alternative text in English",
        max_length=250,
        help_text="What the picture tells, for people who do not see it.",
    )
    content_hash = models.CharField(max_length=20, unique=True, editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(alternative_text=""), name="picture_has_alternative_text"),
        ]

    def __str__(self):
        return self.name

    @property
    def address(self):
        """Of the largest version."""
        return self.address_in_width(self.width)

    @property
    def versions(self):
        """(address, width) of each version, the smallest first."""
        return [(self.address_in_width(width), width) for width in pictures.widths_up_to(self.width)]

    @property
    def size_on_page(self):
        """(width, height) in CSS pixels, where the column is wide enough: a tall picture is shown whole."""
        height = min(self.height, TALLEST_ON_PAGE)
        return round(self.width * height / self.height), height

    def address_in_width(self, width):
        return reverse("picture", args=[self.content_hash, width])


@receiver(post_delete, sender=Picture)
def remove_files(instance, **kwargs):
    """Not before the row is gone for good, nor when the same picture was added again meanwhile."""

    def remove():
        if not Picture.objects.filter(content_hash=instance.content_hash).exists():
            pictures.remove(instance.content_hash, instance.width)

    transaction.on_commit(remove)


class PictureText(models.Model):
    """A picture's alternative text in another language than English."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    alternative_text = models.CharField(max_length=250)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["picture", "language"], name="one_text_per_picture_and_language"),
            models.CheckConstraint(condition=~models.Q(alternative_text=""), name="picture_text_is_not_empty"),
            models.CheckConstraint(
                condition=~models.Q(language=ORIGINAL_LANGUAGE), name="picture_text_is_a_translation"
            ),
        ]

    def __str__(self):
        return self.alternative_text


class ArticlePictureQuerySet(models.QuerySet):
    def for_readers(self, language):
        """With the pictures and their alternative texts in `language`, or English: one query."""
        translation = PictureText.objects.filter(picture=models.OuterRef("picture"), language=language)
        return self.select_related("picture").annotate(
            translated_text=models.Subquery(translation.values("alternative_text")[:1]),
            translated_language=models.Subquery(translation.values("language")[:1]),
        )


class ArticlePicture(models.Model):
    """Where an article shows a picture: at place 0 below its summary, at place 3 after its third part."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="shown_in")
    place = models.PositiveSmallIntegerField(
        default=0, help_text="In a text that has fewer parts, the picture stands after the last."
    )

    LAST_PLACE = 20

    objects = ArticlePictureQuerySet.as_manager()

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "picture"], name="article_shows_a_picture_once"),
            models.CheckConstraint(condition=models.Q(place__lte=20), name="article_picture_place_is_known"),
        ]

    def __str__(self):
        return self.picture.name

    @property
    def alternative_text(self):
        """In the language that `for_readers` was asked for; in English where that is missing."""
        return self.translated_text or self.picture.alternative_text

    @property
    def alternative_language(self):
        return self.translated_language or ORIGINAL_LANGUAGE
