"""Fills an empty demo with something to look at."""

import secrets
import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.timezone import localdate

import articles
from articles.actions import save_text
from articles.models import ORIGINAL_LANGUAGE, Article, ArticleText, Kind, Person, Price, Reference, Topic, TopicName
from clinic_site import demo
from clinic_site.models import Clinic, InsurancePlan, OpeningPeriod
from clinic_site.operations.startup import one_at_a_time
from consultations.models import TextTemplate

SAMPLE_ARTICLES = Path(articles.__file__).parent / "sample_articles"
SAMPLE_SERVICES = Path(articles.__file__).parent / "sample_services"
SAMPLE_PARTS = Path(articles.__file__).parent / "sample_parts"
SAMPLE_PLANS = ["Sample plan A", "Sample plan B", "Sample plan C"]
PARTS_PUBLISHED_ON = date(2026, 9, 1)
PLACEHOLDER_PHONE = "(708) 555-0100"  # reserved for fiction
PLACEHOLDER_HOURS = (time(9), time(17))  # Monday to Friday
SAMPLES_DUE_WITHIN = timedelta(days=365)  # pages say that no clinician has read them
SAMPLE_NOTES = ["Sample note: asked to be called after work.", "Sample note: will call back to choose a day."]
UNREVIEWED = "This is sample content that no clinician has read."


class Command(BaseCommand):
    help = "Loads sample articles, placeholder facts and a staff account into an empty demo. Safe to run again."

    @one_at_a_time()
    @transaction.atomic
    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("Sample content is for demos. This is a real site: DJANGO_SECRET_KEY is set.")
        if any(model.objects.exists() for model in (get_user_model(), Article, Clinic)):
            if options["verbosity"]:
                self.stdout.write("The database is not empty: no sample content loaded.")
            return
        clinic = self.load_clinic()
        self.load_articles(clinic)
        self.load_parts(clinic)
        TextTemplate.objects.bulk_create(TextTemplate(purpose="note", text=text) for text in SAMPLE_NOTES)
        self.make_staff_account()

    def load_clinic(self):
        clinic, _ = Clinic.objects.update_or_create(pk=1, defaults={"phone": PLACEHOLDER_PHONE})
        opens_at, closes_at = PLACEHOLDER_HOURS
        for weekday in range(5):
            OpeningPeriod.objects.create(clinic=clinic, weekday=weekday, opens_at=opens_at, closes_at=closes_at)
        return clinic

    def load_articles(self, clinic):
        topics = {}
        for slug, names in tomllib.loads((SAMPLE_ARTICLES / "topics.toml").read_text(encoding="utf-8")).items():
            topics[slug] = Topic.objects.create(slug=slug, order=names["order"])
            for language, _ in settings.LANGUAGES:
                TopicName.objects.create(topic=topics[slug], language=language, name=names[language])

        for folder in (SAMPLE_ARTICLES, SAMPLE_SERVICES):
            for file in sorted(folder.glob("*.toml")):
                if file.name != "topics.toml":
                    sample = tomllib.loads(file.read_text(encoding="utf-8"))
                    self.load_article(clinic, sample, topics[sample["topic"]])

    def load_parts(self, clinic):
        """What pages of several texts show."""
        for file in sorted(SAMPLE_PARTS.glob("*.toml")):
            for sample in tomllib.loads(file.read_text(encoding="utf-8"))["parts"]:
                article = self.load_article(clinic, sample)
                if article.kind == Kind.PERSON:
                    known = ("credential", "license_number", "languages")
                    Person.objects.create(article=article, **{name: sample[name] for name in known})
                elif article.kind == Kind.PRICE:
                    Price.objects.create(article=article, amount=sample["amount"])
        InsurancePlan.objects.bulk_create(InsurancePlan(name=name) for name in SAMPLE_PLANS)

    def load_article(self, clinic, sample, topic=None):
        day = sample.get("published_on", PARTS_PUBLISHED_ON)
        article = Article.objects.create(
            kind=sample.get("kind", Kind.ARTICLE),
            topic=topic,
            order=sample.get("order", 0),
            byline=clinic.name,
            published_at=datetime.combine(day, time(9), ZoneInfo(clinic.time_zone)),
            next_review_on=localdate(timezone=clinic.zone) + SAMPLES_DUE_WITHIN,
        )
        for language in sorted((code for code, _ in settings.LANGUAGES), key=lambda code: code != ORIGINAL_LANGUAGE):
            if language in sample:
                text = ArticleText(
                    article=article,
                    language=language,
                    state=ArticleText.State.PUBLISHED,
                    is_machine_translation=language != ORIGINAL_LANGUAGE,
                    unreviewed_because=UNREVIEWED,
                    **sample[language],
                )
                save_text(text)
        for reference in sample.get("references", []):
            Reference.objects.create(article=article, **reference)
        return article

    def make_staff_account(self):
        password = secrets.token_urlsafe(12)
        get_user_model().objects.create_superuser(demo.STAFF_USERNAME, password=password)
        self.stdout.write(f"Staff account of this demo, shown once: user {demo.STAFF_USERNAME}, password {password}")
