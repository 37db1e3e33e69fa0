"""The words of an article, in as many languages as someone has written it."""

import re
from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import get_language_info

from articles.body import plain_text, show_tables, split_body
from articles.body_pictures import fill_in_pictures
from articles.fields import LineField, ParagraphsField, SanitisedProseField, SlugField
from articles.models.kinds import ORIGINAL_LANGUAGE, OWN_PAGES, PAGE_OF_KIND
from articles.models.pictures import read_pictures

CARE_LEVELS = ["emergency", "urgent", "visit"]


@cache
def has_published_text(language, *, article="pk"):
    """Whether the article with the key in the column `article` has a published text in `language`."""
    texts = ArticleText.objects.filter(article=models.OuterRef(article))
    return models.Exists(texts.filter(language=language, state=ArticleText.State.PUBLISHED))


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
        return texts.select_related("article__lead_picture").without_index().order_by()

    def for_lists(self):
        """With their articles, without their bodies, in no order."""
        return self.select_related("article__lead_picture").without_index().defer("body").order_by()

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

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="texts")
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
    search_title = LineField(
        "title for search engines and shares", max_length=60, blank=True, help_text="Leave it empty to use the title."
    )
    search_description = LineField(
        "description for search engines and shares",
        max_length=160,
        blank=True,
        help_text="Leave it empty to use the summary.",
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    reviewed_by = LineField(
        max_length=100,
        blank=True,
        help_text="Enter the clinician who reviewed the English text, or the qualified translator who reviewed the "
        "translation.",
    )
    reviewed_on = models.DateField(null=True, blank=True)
    reviewer = models.ForeignKey(
        "Article",
        on_delete=models.SET_NULL,
        related_name="reviews",
        limit_choices_to={"person__isnull": False},
        null=True,
        blank=True,
        help_text="Choose a team member instead of typing a name. The review stays when they leave.",
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

    FOR_SEARCH = ("search_title", "search_description")  # no part of the wording: no translation is judged by them
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
            return f"{reverse(PAGE_OF_KIND[kind])}#{self.anchor}"

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
        return re.sub(r"(</?h)([23])>", lambda tag: f"{tag[1]}{int(tag[2]) + 1}>", self.shown_body)

    @property
    def shown_body(self):
        """The body as pages show it."""
        return fill_in_pictures(show_tables(self.body, self.title, self.language), self.pictures_in_body)

    @cached_property
    def pictures_in_body(self):
        """{content hash: ShownPicture}; what shows many texts sets it for all of them at once."""
        return read_pictures([self.body], self.language)

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
    def title_for_search(self):
        return self.search_title or self.title

    @property
    def description_for_search(self):
        return self.search_description or self.summary

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
    """What a text said after one of its saves, to show what has changed since and to bring it back.

    `number` counts the wordings of a text. A minor correction is another wording of the same version.
    """

    text = models.ForeignKey(ArticleText, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=250, blank=True)
    body = models.TextField()
    emergency_signs = models.TextField(blank=True)
    urgent_signs = models.TextField(blank=True)
    visit_signs = models.TextField(blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.CharField(max_length=150, blank=True, help_text="A copy, which outlives the account.")
    was_public = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()  # nobody edits a wording
        ordering = ["text", "number"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="one_wording_per_text_and_number")]

    def __str__(self):
        return f"{self.title} (version {self.version})"

    @property
    def all_signs(self):
        return [signs for level in CARE_LEVELS if (signs := getattr(self, f"{level}_signs"))]
