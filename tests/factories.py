"""Valid objects that a test starts from and changes in the one respect that it tests."""

import hashlib
import io
from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import count
from zoneinfo import ZoneInfo

import pillow_heif
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from articles import pictures
from articles.actions import note_pictures, save_text
from articles.body_pictures import make_figure
from articles.models import (
    OWN_PAGES,
    Article,
    ArticleText,
    Person,
    Picture,
    PictureText,
    Price,
    Topic,
    TopicName,
)
from clinic_site.facts import read_clinic
from clinic_site.models import Clinic, InterfaceReview, OpeningPeriod
from consultations.actions import submit_request
from consultations.desk.workflow import handle_request
from consultations.forms import ConsultationForm
from consultations.models import ConsultationRequest

CHICAGO = ZoneInfo("America/Chicago")
MONDAY_NOON = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)  # 12 noon in Chicago, in winter time
UNREVIEWED = "There is nobody to review it in a test."
_numbers = count(1)


def make_clinic(*, periods=((time(9), time(17)),), days=range(5), **facts):
    """The clinic, open from Monday to Friday, 9 to 5."""
    clinic, _ = Clinic.objects.update_or_create(pk=1, defaults={"phone": "(708) 555-0100", **facts})
    OpeningPeriod.objects.bulk_create(
        OpeningPeriod(clinic=clinic, weekday=day, opens_at=opens_at, closes_at=closes_at)
        for day in days
        for opens_at, closes_at in periods
    )
    return read_clinic()


def make_topic(slug="knee-pain", **names):
    topic = Topic.objects.create(slug=slug)
    for language, name in {"en": "Knee pain", **names}.items():
        TopicName.objects.create(topic=topic, language=language, name=name)
    return topic


def make_article(
    *, published_at=datetime(2026, 1, 5, 15, tzinfo=UTC), topic=None, languages=("en",), kind="article", order=0, **text
):
    """A published article with a text in each of `languages`; `text` changes the texts' fields."""
    number = next(_numbers)
    if kind in OWN_PAGES:
        topic = topic or Topic.objects.first() or make_topic()
    article = Article.objects.create(
        kind=kind, order=order, topic=topic, published_at=published_at, byline="Integrated Health Solutions"
    )
    for language in languages:
        fields = {
            "slug": f"article-{number}" if language == "en" else f"article-{number}-{language}",
            "title": f"Article {number} ({language})",
            "summary": f"What article {number} says.",
            "body": "<p>First.</p><h2>More</h2><p>Second.</p>",
            "state": ArticleText.State.PUBLISHED,
            "unreviewed_because": UNREVIEWED,
            **text,
        }
        save_text(ArticleText(article=article, language=language, **fields))
    return article


def make_person(*, credential="DC", license_number="", languages=(), other_languages="", photograph=None, **text):
    """A published person, in the page of all."""
    person = Person(
        article=make_article(kind="person", **text),
        credential=credential,
        license_number=license_number,
        languages=list(languages),
        other_languages=other_languages,
        photograph=photograph,
    )
    person.save()
    return person


def make_price(amount="$00", **text):
    return Price.objects.create(article=make_article(kind="price", **text), amount=amount)


def make_translation(article, language, **changes):
    """A published, unreviewed text of `article` in another language, translated by a program."""
    fields = {"slug": f"{article.pk}-{language}", "title": "Translated", "summary": "Short.", "body": "<p>Long.</p>"}
    fields |= {"state": ArticleText.State.PUBLISHED, "unreviewed_because": UNREVIEWED, "is_machine_translation": True}
    return save_text(ArticleText(article=article, language=language, **{**fields, **changes}))


def picture_file(format="JPEG", *, size=(1600, 1200), mode="RGB", color="teal", **saving):
    """The bytes of a picture file in one color."""
    return save_image(Image.new(mode, size, color), format, **saving)


def save_image(image, format, **saving):
    """The bytes of a file. HEIC is written without Pillow, which would then read it, too, whatever the site does."""
    file = io.BytesIO()
    if format == "HEIF":
        pillow_heif.from_pillow(image).save(file, **saving)
    else:
        image.save(file, format, **saving)
    return file.getvalue()


def upload(content=None, name="photo.jpg"):
    """An uploaded file as a form receives it."""
    return SimpleUploadedFile(name, picture_file() if content is None else content)


@cache
def versions_of(color, size):
    """What the site makes of a picture file. Each is made once in a process: it takes a fifth of a second."""
    return pictures.make_versions(upload(picture_file(size=size, color=color)))


def make_picture(*, in_article=None, leads=None, color=None, texts=None, size=(1600, 1200), **fields):
    """A picture in the library, its files in the storage; `texts` are alternative texts by language. It stands at the
    end of each text of the article `in_article`, and leads the article `leads`.

    Without a `color` it looks like the others, but is another picture: a number stands behind the last byte of WebP.
    """
    number = next(_numbers)
    versions = versions_of(color or "teal", size)
    if color is None:
        file = versions.files[versions.width] + number.to_bytes(8)
        content_hash = hashlib.sha256(file).hexdigest()[:20]
        versions = versions._replace(content_hash=content_hash, files=versions.files | {versions.width: file})
    pictures.store_files(versions)
    picture = Picture.objects.create(
        width=versions.width,
        height=versions.height,
        **{
            "name": f"Picture {number}",
            "alternative_text": "A runner stretches.",
            "content_hash": versions.content_hash,
            **fields,
        },
    )
    for language, text in (texts or {}).items():
        PictureText.objects.create(picture=picture, language=language, alternative_text=text)
    if in_article:
        for text in in_article.texts.all():
            ArticleText.objects.filter(pk=text.pk).update(body=text.body + make_figure(picture.content_hash))
        note_pictures(in_article)
    if leads:
        leads.lead_picture = picture
        leads.save()
    return picture


def answers(**changes):
    """The valid answers of a patient, as the form posts them; a change to None leaves the field out."""
    valid = {
        "full_name": "Maria Kowalska",
        "phone": "(312) 555-0142",
        "email": "maria@example.net",
        "voicemail_ok": "yes",
        "best_time": "afternoon",
        "language": "pl",
        "interpreter": "on",
        "patient_status": "new",
        "reason": "My knee hurts when I walk downstairs.",
        "consent": "on",
    }
    return {name: value for name, value in {**valid, **changes}.items() if value is not None}


def make_request(*, clinic=None, page_language="en", client_address="", source=None, **changes):
    """A stored request, made the way the form makes it; `source` says which page and campaign it comes from."""
    clinic = clinic or read_clinic()
    form = ConsultationForm(answers(**changes), clinic_name=clinic.name)
    assert form.is_valid(), form.errors
    with timezone.override(clinic.zone):
        return submit_request(
            answers=form.answers,
            signs=form.signs_of_spam,
            consent_wording=form.consent_wording,
            page_language=page_language,
            clinic=clinic,
            client_network=client_address,
            **(source or {}),
        )


def handle(consultation_request, *, user=None, outcome="", note="", **changes):
    """Handles a request as a member of staff who has just opened it. Returns the changed request."""
    if changes.get("state") == "closed":
        changes = {"closed_because": "other", **changes}
    if changes.get("state") == "scheduled":
        changes = {"visit_on": timezone.localdate() + timedelta(days=7), **changes}
    return handle_request(
        pk=consultation_request.pk,
        seen_version=ConsultationRequest.objects.get(pk=consultation_request.pk).version,
        user=user or get_user_model().objects.get_or_create(username="ewa", defaults={"is_staff": True})[0],
        address="192.0.2.1",
        clinic=read_clinic(),
        changes=changes,
        outcome=outcome,
        note=note,
    )


def make_interface_review(**fields):
    """The sign-off of the site's own wording in a language."""
    review = InterfaceReview(**fields)
    review.sign()
    review.save()
    return review
