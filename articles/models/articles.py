"""What the clinic publishes, in as many languages as someone has written it."""

import re
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language_info

from articles.body import plain_text, split_body
from articles.fields import LineField, ParagraphsField, SanitisedProseField, SlugField, URLField

ORIGINAL_LANGUAGE = "en"  # every article is written in it; the other languages are translations
REVIEW_DUE_WITHIN = timedelta(days=30)  # editors are reminded of a review that is due this soon
CARE_LEVELS = ["emergency", "urgent", "visit"]


class Kind(models.TextChoices):
    """What is published: something with a page of its own, or a part of a page that shows several."""

    ARTICLE = "article", "Article"
    CONDITION = "condition", "Service: what we treat"
    TREATMENT = "treatment", "Service: how we treat"
    PERSON = "person", "Person"
    QUESTION = "question", "Question and answer"
    FIRST_VISIT = "first_visit", "Part of the page “First visit”"
    COSTS = "costs", "Part of the page “Costs and insurance”"
    PRICE = "price", "Price"
    GETTING_HERE = "getting_here", "Part of the page “Contact and directions”"


SERVICES = (Kind.CONDITION, Kind.TREATMENT)
OWN_PAGES = {Kind.ARTICLE: "articles:article", **dict.fromkeys(SERVICES, "service")}  # names of addresses
SHARED_PAGES = {
    Kind.PERSON: "people",
    Kind.QUESTION: "questions",
    Kind.FIRST_VISIT: "first-visit",
    Kind.COSTS: "costs",
    Kind.PRICE: "costs",
    Kind.GETTING_HERE: "contact",
}


class TopicManager(models.Manager):
    """Reads the names with the topics, since every list of topics shows them."""

    def get_queryset(self):
        return super().get_queryset().prefetch_related("names")


class Topic(models.Model):
    """A subject that articles are sorted under, such as "Knee pain"."""

    slug = SlugField(unique=True)
    order = models.PositiveSmallIntegerField(default=0, help_text="Topics with smaller numbers come first.")

    objects = TopicManager()

    class Meta:
        ordering = ["order", "slug"]

    def __str__(self):
        names = {name.language: name.name for name in self.names.all()}
        return names.get(ORIGINAL_LANGUAGE, self.slug)


class TopicNameQuerySet(models.QuerySet):
    def by_topic(self, language):
        """Every topic as {id: its name in `language`, else in the original language}, in their order."""
        names = self.filter(language__in=[language, ORIGINAL_LANGUAGE]).select_related("topic")
        found = {}
        for name in names.order_by("topic__order", "topic__slug"):
            if name.language == language or name.topic_id not in found:
                found[name.topic_id] = name
        return found


class TopicName(models.Model):
    """A topic's name in one language."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    name = LineField(max_length=60)

    objects = TopicNameQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "language"], name="one_name_per_topic_and_language")]

    def __str__(self):
        return self.name


@cache
def has_published_text(language, *, article="pk"):
    """Whether the article with the key in the column `article` has a published text in `language`."""
    texts = ArticleText.objects.filter(article=models.OuterRef(article))
    return models.Exists(texts.filter(language=language, state=ArticleText.State.PUBLISHED))


class ArticleQuerySet(models.QuerySet):
    def published(self, now=None):
        """Articles that the public may see: their time has come and their original text is published."""
        return self.filter(has_published_text(ORIGINAL_LANGUAGE), published_at__lte=now or timezone.now())

    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)

    def for_readers(self, language):
        """Published articles in the order of lists: those written in `language` first, then the newest."""
        articles = self.published().filter(kind=Kind.ARTICLE)
        if language == ORIGINAL_LANGUAGE:  # every article is written in it, so an index has the order
            return articles.order_by("-published_at", "-pk")
        return articles.order_by(has_published_text(language).desc(), "-published_at", "-pk")

    def written_in(self, language):
        """Published articles with a published text in `language`, the newest first."""
        articles = self.published().filter(kind=Kind.ARTICLE)
        return articles.filter(has_published_text(language)).order_by("-published_at", "-pk")

    def first_published(self):
        """{kind: the first moment at which the public sees something of that kind}, in one query."""
        written = self.filter(has_published_text(ORIGINAL_LANGUAGE)).order_by()
        return dict(written.values_list("kind").annotate(models.Min("published_at")))

    def with_review_in_time(self):
        """Leaves out articles whose review is overdue."""
        return self.filter(models.Q(next_review_on=None) | models.Q(next_review_on__gte=timezone.localdate()))

    def due_for_review(self):
        """Articles whose review is overdue or due soon."""
        return self.filter(next_review_on__lte=timezone.localdate() + REVIEW_DUE_WITHIN)


class Article(models.Model):
    """The part of an article that all its languages share. Its wording is in its texts.

    Not only articles: everything that staff publish in several languages, with reviews, is one, as its `kind` says.
    """

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.ARTICLE)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="articles", null=True, blank=True)
    order = models.PositiveSmallIntegerField(
        default=0, help_text="On a page with several, those with smaller numbers come first."
    )
    published_at = models.DateTimeField(
        db_index=True, default=timezone.now, help_text="Before this moment the public does not see the article."
    )
    byline = LineField(max_length=100, help_text="The author or the clinic, as readers see it.")
    next_review_on = models.DateField(
        "next review due",
        null=True,
        blank=True,
        help_text="The last day on which the article counts as reviewed. After it, the page says that the review is "
        "overdue, and the article disappears from the home page and from related articles.",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        indexes = [
            models.Index(fields=["topic", "published_at"], name="article_of_topic"),
            models.Index(fields=["kind", "published_at"], name="article_of_kind"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="article_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(topic__isnull=False) | ~models.Q(kind__in=list(OWN_PAGES)),
                name="article_with_own_page_has_topic",
                violation_error_message="Choose a topic.",
            ),
            models.UniqueConstraint(
                fields=["topic"],
                condition=models.Q(kind__in=SERVICES),
                name="one_service_per_topic",
                violation_error_message="Choose another topic: this one has a service already.",
            ),
        ]

    def __str__(self):
        texts = {text.language: text.title for text in self.texts.all()}
        return texts.get(ORIGINAL_LANGUAGE) or next(iter(texts.values()), "Article without text")

    @property
    def original(self):
        """The text in the original language, or None. Reads `texts`, prefetched or not."""
        return next((text for text in self.texts.all() if not text.is_translation), None)

    @property
    def is_service(self):
        return self.kind in SERVICES

    @property
    def has_own_page(self):
        return self.kind in OWN_PAGES

    @property
    def published_on(self):
        return timezone.localdate(self.published_at)

    @property
    def is_review_overdue(self):
        return self.next_review_on is not None and self.next_review_on < timezone.localdate()


class ArticleTextQuerySet(models.QuerySet):
    def published(self, now=None):
        """Texts that the public may see: published themselves, of a published article."""
        return self.filter(
            has_published_text(ORIGINAL_LANGUAGE, article="article"),
            state=ArticleText.State.PUBLISHED,
            article__published_at__lte=now or timezone.now(),
        )

    def for_readers(self, language):
        """One text for each published article: the one in `language` if it is published, otherwise the original."""
        is_original_alone = models.Q(language=ORIGINAL_LANGUAGE) & ~has_published_text(language, article="article")
        return self.published().filter(models.Q(language=language) | is_original_alone)

    def of_articles_with_slug(self, slug, languages, kinds):
        """Published texts, in every language and no order, of the articles with this slug in one of `languages`.

        An article that has the slug in two of the languages yields its texts twice.
        """
        texts = self.filter(
            article__kind__in=kinds,
            article__texts__slug=slug,
            article__texts__language__in=languages,
            article__published_at__lte=timezone.now(),
            state=ArticleText.State.PUBLISHED,
        )
        return texts.select_related("article").without_index().order_by()

    def for_lists(self):
        """With their articles, without their bodies, in no order."""
        return self.select_related("article").without_index().defer("body").order_by()

    def without_index(self):
        return self.defer("indexed_title", "indexed_top", "indexed_text")

    def out_of_date(self):
        """Translations made from an earlier wording of their original."""
        original = self.model.objects.filter(article=models.OuterRef("article"), language=ORIGINAL_LANGUAGE)
        return self.filter(source_version__lt=models.Subquery(original.values("version")))

    def without_review(self):
        """Texts whose present wording nobody has reviewed: never at all, or not since it was changed."""
        return self.filter(models.Q(reviewed_by="") | ~models.Q(reviewed_version=models.F("version")))


class CareCallout(NamedTuple):
    """Signs that ask for help: `level` is emergency, urgent or visit; `language` is the one the signs are in."""

    level: str
    signs: list
    language: str


ONE_SIGN_PER_LINE = "One sign per line, each continuing the heading."


class ArticleText(models.Model):
    """An article in one language, with an address, a state and a review of its own.

    `version` counts its wordings. `source_version` is the version of the original that a translation was made from: it
    is out of date once the original has a newer one. `reviewed_version` is the version that the reviewer saw: a review
    does not cover later changes. save_text() keeps all three right.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default=ORIGINAL_LANGUAGE)
    slug = SlugField(max_length=120, help_text="The last part of the address, such as knee-pain-after-running.")
    title = LineField(max_length=120)
    summary = LineField(max_length=250, blank=True, help_text="The main message in one sentence.")
    body = SanitisedProseField(blank=True)  # the form asks for it, but for a price
    emergency_signs = ParagraphsField(
        "call 911 or go to the emergency room if", blank=True, help_text=ONE_SIGN_PER_LINE
    )
    urgent_signs = ParagraphsField("see a doctor soon if", blank=True, help_text=ONE_SIGN_PER_LINE)
    visit_signs = ParagraphsField("see us if", blank=True, help_text=ONE_SIGN_PER_LINE)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    reviewed_by = LineField(
        max_length=100,
        blank=True,
        help_text="Enter the clinician who reviewed the English text, or the qualified translator who reviewed the "
        "translation.",
    )
    reviewed_on = models.DateField(null=True, blank=True)
    reviewer = models.ForeignKey(
        Article,
        on_delete=models.SET_NULL,
        related_name="reviews",
        limit_choices_to={"person__isnull": False},
        null=True,
        blank=True,
        help_text="Choose somebody who is on the page of your people instead of typing the name. The review stays when "
        "they leave.",
    )
    unreviewed_because = LineField(
        "reason for publishing without a review",
        max_length=250,
        blank=True,
        help_text="Only for a text that is published without a review or without a date for the next one.",
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="When the present version was written."
    )
    source_version = models.PositiveIntegerField(null=True, blank=True, editable=False)
    reviewed_version = models.PositiveIntegerField(null=True, blank=True, editable=False)
    is_machine_translation = models.BooleanField(
        "translated by a program",
        default=False,
        help_text="Untick this once a person has written or corrected the whole text. Until the text is reviewed, its "
        "page says who translated it: a program or a person.",
    )

    # The words above as articles.search compares them: of the title, of title and summary, of everything.
    indexed_title = models.TextField(editable=False, default="")
    indexed_top = models.TextField(editable=False, default="")
    indexed_text = models.TextField(editable=False, default="")

    WORDING = ("title", "summary", "body", "emergency_signs", "urgent_signs", "visit_signs")

    objects = ArticleTextQuerySet.as_manager()

    class Meta:
        ordering = ["article", "language"]
        # The editors' search reads every title. With this index it need not read the bodies beside them.
        indexes = [models.Index(fields=["indexed_title", "article"], name="titles")]
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_text_per_article_and_language"),
            models.UniqueConstraint(fields=["language", "slug"], name="one_text_per_language_and_slug"),
            # Follows from the first one, and is here for its index, which answers has_published_text() alone. SQLite
            # prefers the first one's index unless this one is unique too.
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
            models.CheckConstraint(
                condition=~models.Q(language=ORIGINAL_LANGUAGE, is_machine_translation=True),
                name="only_translations_are_made_by_a_program",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        if bool(self.reviewed_by) != bool(self.reviewed_on):
            raise ValidationError("Enter both the reviewer and the date of the review.")
        if self.reviewed_on and self.reviewed_on > timezone.localdate():
            raise ValidationError({"reviewed_on": "Enter today or an earlier day: this one is in the future."})

    @property
    def wording(self):
        """The words and links that are compared to detect a new wording, without tags and spaces."""
        links = re.findall(r'href="([^"]*)"', self.body)
        words = [self.title, self.summary, self.plain_body, *self.all_signs]
        return [re.sub(r"\s", "", text) for text in words] + links

    def address_in(self, language):
        """Where readers of `language` find it: a page of its own, or its place on a page that shows several."""
        kind = self.article.kind
        with translation.override(language):
            if self.article.has_own_page:
                return reverse(OWN_PAGES[kind], args=[self.slug])
            return f"{reverse(SHARED_PAGES[kind])}#{self.anchor}"

    @property
    def address(self):
        """Where readers of the page's language find it."""
        return self.address_in(translation.get_language())

    @property
    def anchor(self):
        """Its id on a page that shows several: the same in every language."""
        return f"{self.article.kind.replace('_', '-')}-{self.article_id}"

    @property
    def plain_body(self):
        return plain_text(self.body)

    @property
    def updated_on(self):
        """The day of the present wording, if that is another one than the first and later than the publication."""
        day = timezone.localdate(self.changed_at)
        return day if self.version > 1 and day > self.article.published_on else None

    @property
    def body_of_part(self):
        """The body with its headings a level lower: on a page of several parts, the title is a heading of level 2."""
        return re.sub(r"(</?h)([23])>", lambda tag: f"{tag[1]}{int(tag[2]) + 1}>", self.body)

    @property
    def notice(self):
        """What readers must know about this part of a page before they rely on it: a tuple of (what, day).

        Needs `original`, the text in the original language, and the readers' `reader_language`.
        """
        notice = []
        if self.language != self.reader_language:
            notice.append(("english", None))
        if self.is_older_than(self.original):
            notice.append(("old", timezone.localdate(self.original.changed_at)))
        if self.is_translation and not self.is_reviewed:
            notice.append(("machine" if self.is_machine_translation else "person", None))
        if self.article.is_review_overdue:
            notice.append(("overdue", self.article.next_review_on))
        return tuple(notice)

    def set_topic_name(self, topics):
        """Sets `topic_slug`, `topic_name` and `topic_language` from topics as by_topic() returns them; to None where
        the topic has no name in the language or in English."""
        name = topics.get(self.article.topic_id)
        self.topic_name = name and name.name
        self.topic_language = name and name.language
        self.topic_slug = name and name.topic.slug

    @property
    def sections(self):
        return split_body(self.body)[1]

    @property
    def all_signs(self):
        return [sign for level in CARE_LEVELS for sign in self.signs(level)]

    def signs(self, level):
        """The signs of a care callout, such as "emergency", one string each."""
        lines = getattr(self, f"{level}_signs").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def care_callouts(self, original):
        """The callouts to show with this text, by level. Where a translation is out of date or lacks a callout, readers
        get the original's: safety advice must never be old or missing."""
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
        """Whether someone has reviewed the present wording."""
        return bool(self.reviewed_by) and self.reviewed_version == self.version

    @property
    def direction(self):
        """The writing direction, for the `dir` attribute."""
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


class Wording(models.Model):
    """The words of a text in one of its versions, to show what has changed since. A minor correction changes them."""

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
        default_permissions = ()  # nobody edits a wording
        ordering = ["text", "version"]
        constraints = [models.UniqueConstraint(fields=["text", "version"], name="one_wording_per_text_and_version")]

    def __str__(self):
        return f"{self.title} (version {self.version})"


class Reference(models.Model):
    """A source that an article relies on."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="references")
    title = LineField(max_length=250)
    publisher = LineField(max_length=120)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    address = URLField("web address", max_length=500, validators=[URLValidator(schemes=["https", "http"])])

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.title
