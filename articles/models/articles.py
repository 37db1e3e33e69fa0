"""What the clinic publishes, apart from the words."""

from datetime import timedelta

from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from articles.fields import LineField, URLField
from articles.models.kinds import ORIGINAL_LANGUAGE, OWN_PAGES, SERVICES, Kind
from articles.models.pending import PendingChanges
from articles.models.texts import ArticleText, has_published_text
from articles.models.topics import Topic

REVIEW_DUE_WITHIN = timedelta(days=30)  # editors are reminded of a review that is due this soon


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
    lead_picture = models.ForeignKey(
        "Picture",
        on_delete=models.PROTECT,
        related_name="leads",
        null=True,
        blank=True,
        help_text="Shown at the top of the page, on its card in lists, and by links that people share.",
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

    @cached_property
    def shown_references(self):
        """Those of its page; a preview sets others."""
        return list(self.references.all())

    @cached_property
    def waiting_facts(self):
        """What it is going to have beside its words, as articles.draft_facts reads it: part of the original's draft."""
        drafts = PendingChanges.objects.filter(text__article=self.pk, text__language=ORIGINAL_LANGUAGE)
        return drafts.values_list("facts", flat=True).first() or {}

    @property
    def is_service(self):
        return self.kind in SERVICES

    @property
    def is_public(self):
        """Whether its original is published, be it at a later time."""
        return self.original is not None and self.original.state == ArticleText.State.PUBLISHED

    @property
    def page_name(self):
        """What the clinic's figures call the page, whatever its address becomes."""
        return f"{'service' if self.is_service else 'article'}-{self.pk}"

    @property
    def has_own_page(self):
        return self.kind in OWN_PAGES

    @property
    def published_on(self):
        return timezone.localdate(self.published_at)

    @property
    def is_review_overdue(self):
        return self.next_review_on is not None and self.next_review_on < timezone.localdate()


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
