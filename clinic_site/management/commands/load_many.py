"""Fills a demo with as much as years of work would leave behind, to see that it stays quick."""

import random
import re
import tomllib
from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import slugify

from articles.models import ORIGINAL_LANGUAGE, Article, ArticleText, Reference, Topic
from clinic_site.management.commands.load_sample_content import SAMPLE_ARTICLES

SEED = 20260302
BATCH = 500  # rows in one statement
ARTICLES_OVER = timedelta(days=8 * 365)
TRANSLATED = {"es": 0.5, "pl": 0.3, "ar": 0.2}  # the share of articles that exist in the language


class Command(BaseCommand):
    help = (
        "Loads many made-up articles and requests into a demo, on top of its sample content. The same ones each time."
    )

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=10_000)

    @transaction.atomic
    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("Made-up content is for demos. This is a real site: DJANGO_SECRET_KEY is set.")
        call_command("load_sample_content", verbosity=0)
        if not Topic.objects.exists():
            raise CommandError("Articles need a topic to stand in. Add one in the admin.")
        ArticleMaker(random.Random(SEED)).make(options["articles"])


class ArticleMaker:
    """Writes articles out of the words of the sample ones, each in English and a share in the other languages."""

    def __init__(self, chance):
        self.chance = chance
        self.now = timezone.now()
        self.words = read_words()
        self.topics = list(Topic.objects.order_by("pk"))

    def make(self, count):
        first = (Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
        for start in range(first, first + count, BATCH):
            numbers = range(start, min(start + BATCH, first + count))
            articles = Article.objects.bulk_create(self.article() for _ in numbers)
            texts = [
                text for article, number in zip(articles, numbers, strict=True) for text in self.texts(article, number)
            ]
            ArticleText.objects.bulk_create(texts)
            Reference.objects.bulk_create(self.reference(article) for article in articles)

    def article(self):
        published_at = self.now - self.chance.random() * ARTICLES_OVER
        return Article(
            topic=self.chance.choice(self.topics),
            published_at=published_at,
            next_review_on=(published_at + timedelta(days=self.chance.randrange(700, 4000))).date(),
        )

    def texts(self, article, number):
        yield self.text(article, number, ORIGINAL_LANGUAGE)
        for language, share in TRANSLATED.items():
            if self.chance.random() < share:
                yield self.text(article, number, language)

    def text(self, article, number, language):
        title = self.sentence(language, 5).removesuffix(".")
        text = ArticleText(
            article=article,
            language=language,
            slug=f"{slugify(title)[:90].strip('-') or language}-{number}",
            title=title,
            summary=self.sentence(language, 14),
            body="".join(self.section(language) for _ in range(4)),
            visit_signs="\n".join(self.sentence(language, 6).lower() for _ in range(3)),
            state=ArticleText.State.PUBLISHED,
            changed_at=article.published_at,
        )
        if text.is_translation:
            text.source_version = 1
        if self.chance.random() < 0.5:
            text.reviewed_by, text.reviewed_on, text.reviewed_version = "A. Person", article.published_at.date(), 1
        text.index_words()
        return text

    def section(self, language):
        paragraphs = (" ".join(self.sentence(language, 12) for _ in range(3)) for _ in range(2))
        heading = self.sentence(language, 3).removesuffix(".")
        return f"<h2>{heading}</h2>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)

    def sentence(self, language, length):
        return " ".join(self.chance.choices(self.words[language], k=length)).capitalize() + "."

    def reference(self, article):
        return Reference(
            article=article, title=self.sentence("en", 6), publisher="Library", address="https://library.example/"
        )


def read_words():
    """The words of the sample articles by language."""
    words = {code: set() for code, _ in settings.LANGUAGES}
    for file in sorted(SAMPLE_ARTICLES.glob("*.toml")):
        sample = tomllib.loads(file.read_text(encoding="utf-8"))
        for language in words:
            if isinstance(sample.get(language), dict):
                text = strip_tags(sample[language]["body"].replace("<", " <"))
                words[language].update(re.findall(r"[^\W\d_]{3,}", text.lower()))
    return {language: sorted(found) for language, found in words.items()}
