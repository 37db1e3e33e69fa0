"""Fills a demo with as much data as years of work would create, to see that the site stays fast."""

import random
import re
import tomllib
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import slugify

from articles.actions import index_words
from articles.models import ORIGINAL_LANGUAGE, Article, ArticleText, Reference, Topic, Wording
from clinic_site.facts import read_clinic
from clinic_site.management.commands.load_sample_content import SAMPLE_ARTICLES
from consultations.models import (
    ENDED_STATES,
    OPEN_STATES,
    REFERENCE_ALPHABET,
    ConsultationRequest,
    Entry,
    LookupKey,
    Outcome,
    OutgoingMail,
)
from consultations.privacy import search_keys

SEED = 20260302
BATCH = 500  # rows in one statement
ARTICLES_OVER = timedelta(days=8 * 365)
TRANSLATED = {"es": 0.5, "pl": 0.3, "ar": 0.2}  # the share of articles that exist in the language
REQUESTS_OVER = timedelta(days=2 * 365)
OPEN_OVER = timedelta(days=10)  # the age of requests that have not ended
MOST_OPEN = 300  # requests that a front desk can work on at once
FIRST_NAMES = {
    "en": ["Mary", "James", "Linda", "Robert", "Susan", "David"],
    "es": ["María", "José", "Lucía", "Juan", "Carmen", "Luis"],
    "pl": ["Maria", "Łukasz", "Zofia", "Paweł", "Agnieszka", "Jan"],
    "ar": ["مريم", "أحمد", "فاطمة", "يوسف", "ليلى", "عمر"],
}
State = ConsultationRequest.State
ClosedBecause = ConsultationRequest.ClosedBecause
OUTCOMES = {State.TRIED: Outcome.NO_ANSWER, State.CONTACTED: Outcome.VOICEMAIL}  # of those to call again


@transaction.atomic
def load(*, requests, articles):
    """Loads made-up requests and articles into a demo, on top of its sample content."""
    if not settings.DEMO:
        raise ImproperlyConfigured("Made-up content is for demos. This is a real site: DJANGO_SECRET_KEY is set.")
    call_command("load_sample_content", verbosity=0)
    random_source = random.Random(SEED)
    RequestMaker(random_source).make(requests)
    ArticleMaker(random_source).make(articles)


def next_number(model):
    """Continues after the last number, so that loading again adds other rows."""
    return (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1


class RequestMaker:
    """Makes the requests of two years, each with its own phone number. All but the newest have ended."""

    def __init__(self, random_source):
        self.random = random_source
        self.now = timezone.now()
        self.words = read_words()
        self.clinic = read_clinic()
        self.staff = list(get_user_model().objects.filter(is_staff=True).order_by("pk"))

    def make(self, count):
        first = next_number(ConsultationRequest)
        first_open = first + count - min(MOST_OPEN, count * 9 // 10)
        for start in range(first, first + count, BATCH):
            numbers = range(start, min(start + BATCH, first + count))
            requests = ConsultationRequest.objects.bulk_create(
                self.request(number, is_open=number >= first_open) for number in numbers
            )
            LookupKey.objects.bulk_create(
                LookupKey(consultation_request=request, key=key)
                for request in requests
                for key in sorted(search_keys.keys_of(request))
            )
            Entry.objects.bulk_create(self.call(request) for request in requests if request.last_called_at)
            OutgoingMail.objects.bulk_create(
                mail for request in requests if request.ended_at is None for mail in self.mails(request)
            )

    def request(self, number, *, is_open):
        language = self.random.choice(["en", "en", "en", "es", "pl", "ar"])
        received_at = self.now - self.random.random() * (OPEN_OVER if is_open else REQUESTS_OVER)
        call_by = self.clinic.call_by(received_at)
        request = ConsultationRequest(
            reference=made_up_reference(number),
            received_at=received_at,
            call_by=call_by,
            page_language=language,
            full_name=f"{self.random.choice(FIRST_NAMES[language])} {self.random.choice(self.words[language]).title()}",
            phone=f"(312) {200 + number // 10_000 % 800}-{number % 10_000:04}",
            email=f"patient-{number}@example.net" if self.random.random() < 0.6 else "",
            voicemail_ok=self.random.choice([True, False, None]),
            best_time=self.random.choice(ConsultationRequest.BestTime.values),
            language=language,
            interpreter=language != "en" and self.random.random() < 0.3,
            patient_status=self.random.choice(ConsultationRequest.PatientStatus.values),
            reason=" ".join(self.random.choices(self.words[language], k=20)),
            consent=True,
            consent_wording="I agree to be contacted.",
            source_page=self.random.choice(["consultation", "article-1", "article-2", "service-3"]),
            campaign=self.random.choice(["", "", "spring-flyer"]),
        )
        request.state = self.random.choices(
            OPEN_STATES if is_open else ENDED_STATES,
            weights=[4, 2, 2, 2] if is_open else [97, 3],
        )[0]
        if request.state == State.NEW and self.random.random() < 0.1:
            request.held, request.held_because = True, "links"
        if request.state in (State.TRIED, State.CONTACTED, State.SCHEDULED, State.CLOSED):
            called_at = min(received_at + timedelta(hours=self.random.uniform(0.2, 20)), self.now)
            request.first_called_at = request.last_called_at = called_at
            request.last_outcome = OUTCOMES.get(request.state, Outcome.REACHED)
            request.version = 2
        if request.state == State.NEW:
            request.call_due_at = call_by or received_at
        elif request.state in OUTCOMES:
            request.call_due_at = request.last_called_at + timedelta(hours=4)
        else:
            self.finish(request)
        if is_open and self.staff and self.random.random() < 0.3:
            request.assigned_to = self.random.choice(self.staff)
        if not is_open:
            request.ended_at = min(received_at + timedelta(hours=self.random.uniform(1, 80)), self.now)
        return request

    def finish(self, request):
        """The day of the visit, and why it was closed."""
        day = timezone.localdate(request.received_at)
        if request.state == State.SCHEDULED:
            request.visit_on = day + timedelta(days=self.random.randrange(20))
        elif request.state == State.CLOSED:
            request.closed_because = self.random.choice([ClosedBecause.CAME, *ClosedBecause.values])
            if request.closed_because == ClosedBecause.CAME:
                request.visit_on, request.came = day + timedelta(days=2), True

    def call(self, request):
        return Entry(
            consultation_request=request,
            at=request.last_called_at,
            by_name="demo-staff",
            outcome=request.last_outcome,
            state_before=State.NEW,
            state_after=request.state,
            due_before=request.call_by or request.received_at,
            due_after=request.call_due_at,
        )

    def mails(self, request):
        for recipient in settings.STAFF_EMAILS:
            yield OutgoingMail(
                consultation_request=request,
                recipient=recipient,
                subject=f"New consultation request {request.reference}",
                body="A made-up request.",
                created_at=request.received_at,
                due_at=request.received_at,
                sent_at=request.received_at,
                attempts=1,
            )


def made_up_reference(number):
    """Looks like a real one. Different numbers have different ones: the factor is odd."""
    scattered = number * 0x9E3779B97F % 32**8
    characters = "".join(REFERENCE_ALPHABET[scattered >> 5 * place & 31] for place in range(8))
    return f"{characters[:4]}-{characters[4:]}"


class ArticleMaker:
    """Writes articles out of the words of the sample ones, each in English and a share in the other languages."""

    def __init__(self, random_source):
        self.random = random_source
        self.now = timezone.now()
        self.words = read_words()
        self.topics = list(Topic.objects.order_by("pk"))

    def make(self, count):
        first = next_number(Article)
        for start in range(first, first + count, BATCH):
            numbers = range(start, min(start + BATCH, first + count))
            articles = Article.objects.bulk_create(self.article() for _ in numbers)
            texts = [
                text for article, number in zip(articles, numbers, strict=True) for text in self.texts(article, number)
            ]
            ArticleText.objects.bulk_create(texts)
            Wording.objects.bulk_create(self.wording(text) for text in texts)
            Reference.objects.bulk_create(self.reference(article) for article in articles)

    def article(self):
        published_at = self.now - self.random.random() * ARTICLES_OVER
        return Article(
            topic=self.random.choice(self.topics),
            byline="A. Person",
            published_at=published_at,
            next_review_on=(published_at + timedelta(days=self.random.randrange(700, 4000))).date(),
        )

    def texts(self, article, number):
        yield self.text(article, number, ORIGINAL_LANGUAGE)
        for language, share in TRANSLATED.items():
            if self.random.random() < share:
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
        if self.random.random() < 0.5:
            text.reviewed_by, text.reviewed_on, text.reviewed_version = "A. Person", article.published_at.date(), 1
        else:
            text.unreviewed_because = "It is made up."
        index_words(text)
        return text

    def wording(self, text):
        words = {name: getattr(text, name) for name in ArticleText.WORDING}
        return Wording(
            text=text, number=1, version=text.version, language=text.language, written_at=text.changed_at, **words
        )

    def section(self, language):
        paragraphs = (" ".join(self.sentence(language, 12) for _ in range(3)) for _ in range(2))
        heading = self.sentence(language, 3).removesuffix(".")
        return f"<h2>{heading}</h2>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)

    def sentence(self, language, length):
        return " ".join(self.random.choices(self.words[language], k=length)).capitalize() + "."

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
