"""The state of each language of an article, for editors."""

from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Prefetch, Q
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import capfirst

from articles.draft_facts import list_rows, make_rows, names_of, set_values
from articles.models import (
    ORIGINAL_LANGUAGE,
    Article,
    ArticleText,
    PendingChanges,
    ReviewLink,
    Wording,
    digest_of_words,
    pending_of,
    read_pictures,
)
from articles.publishing.diff import Change, compare_paragraphs, find_changes, list_paragraphs, mark_changes, name_field

IN_ORDER = sorted((code for code, _ in settings.LANGUAGES), key=lambda code: (code != ORIGINAL_LANGUAGE, code))
DRAFT, SCHEDULED, PUBLISHED, WAITING, MISSING = "draft", "scheduled", "published", "waiting", "missing"
BESIDE_THE_WORDS = [name for name in PendingChanges.FIELDS if name not in (*ArticleText.WORDING, "reviewer")]


def language_name(code):
    """The name of a language in English, the language of the staff site."""
    return translation.get_language_info(code)["name"]


def state_of(text, article, original):
    """Whether the public sees a text, which may be None: one of the constants above."""
    if text is None:
        return MISSING
    if text.state == ArticleText.State.DRAFT:
        return DRAFT
    if original is None or original.state == ArticleText.State.DRAFT:
        return WAITING
    return SCHEDULED if article.published_at > timezone.now() else PUBLISHED


def short_state(text, article, original, *, has_pending=False):
    """A text's state, freshness and review in a few words."""
    state = state_of(text, article, original)
    words = {WAITING: "waiting for the English text", SCHEDULED: f"scheduled for {format_moment(article.published_at)}"}
    states = [words.get(state, state)]
    if text and original and text.is_older_than(original):
        states.append("out of date")
    if text and not text.is_reviewed:
        states.append("changed since its review" if text.reviewed_by else "not reviewed")
    if has_pending:
        states.append("with a draft of changes")
    return " and ".join(states)


@dataclass
class Comparison:
    """The changes since a review or a translation; `changes` is None if the earlier wording was not kept."""

    id: str
    heading: str
    link: str
    changes: list | None


@dataclass
class LanguageCard:
    language: str
    name: str
    text: ArticleText | None
    state: str
    state_sentence: str
    review: str = ""
    is_reviewed: bool = False
    freshness: str = ""
    is_out_of_date: bool = False
    comparisons: list = field(default_factory=list)
    public_address: str = ""
    next_step: str = ""  # what an editor does next
    original: list = field(default_factory=list)  # beside a translation: (name, [Paragraph])
    review_links: list = field(default_factory=list)
    pending: str = ""  # a sentence about the draft of its changes


def build_overview(article):
    """A card for each language, the original first."""
    stored = ArticleText.objects.filter(article=article).without_index().select_related("pending__changed_by")
    stored = stored.prefetch_related(Prefetch("review_links", ReviewLink.objects.with_openings()))
    texts = {text.language: text for text in stored}
    for text in texts.values():
        text.article = article
    original = texts.get(ORIGINAL_LANGUAGE)
    wordings = earlier_wordings(texts.values(), original)
    pending = [pending for text in texts.values() if (pending := pending_of(text))]
    bodies = [row.body for row in (*texts.values(), *pending, *wordings.values())]
    pictures = read_pictures(bodies, ORIGINAL_LANGUAGE)
    return [build_language_card(code, texts.get(code), article, original, wordings, pictures) for code in IN_ORDER]


def earlier_wordings(texts, original):
    """{(text's key, version): wording} of the wordings that reviewers and translators saw, if they changed since."""
    wanted = {(text.pk, text.reviewed_version) for text in texts if text.reviewed_by and not text.is_reviewed}
    if original:
        wanted |= {(original.pk, text.source_version) for text in texts if text.is_older_than(original)}
    if not wanted:
        return {}
    matching = Q(*(Q(text=text, version=version) for text, version in wanted), _connector=Q.OR)
    found = Wording.objects.filter(matching).order_by("number")  # the last one of a version stays
    return {(wording.text_id, wording.version): wording for wording in found}


def build_language_card(code, text, article, original, wordings, pictures):
    state = state_of(text, article, original)
    card = LanguageCard(code, language_name(code), text, state, state_sentence(state, article))
    if code != ORIGINAL_LANGUAGE and original:
        old = wordings.get((original.pk, text.source_version)) if text and text.is_older_than(original) else original
        card.original = list(show_original(original, old, pictures))
    if text is None:
        card.next_step = f"Write the {card.name} text." if original else "Write the English text first."
        return card
    card.review_links = list_review_links(text)
    if pending := pending_of(text):
        card.pending = pending_sentence(pending)
        heading = f"What the draft changes in the {card.name} text"
        changes = [*find_pending_changes(text, pending, pictures), *find_fact_changes(article, pending.facts)]
        card.comparisons.append(Comparison(f"pending-{code}", heading, "What the draft changes", changes))
    card.is_reviewed = text.is_reviewed
    card.review = review_sentence(text)
    if text.reviewed_by and not text.is_reviewed:
        old = wordings.get((text.pk, text.reviewed_version))
        card.comparisons.append(
            Comparison(
                f"since-review-{code}",
                f"What changed in the {card.name} text since its review",
                "What changed since the review",
                compare_wordings(old, text, pictures),
            )
        )
    if text.is_translation and original:
        card.is_out_of_date = text.is_older_than(original)
        card.freshness = "Up to date with the English text"
        if card.is_out_of_date:
            card.freshness = "Out of date: the English text has changed since"
            old = wordings.get((original.pk, text.source_version))
            heading = f"What changed in the English text since the {card.name} translation"
            changes = compare_wordings(old, original, pictures)
            card.comparisons.insert(
                0, Comparison(f"since-{code}", heading, "What changed in the English text", changes)
            )
    if state == PUBLISHED:
        card.public_address = text.address_in(code)
    card.next_step = find_next_step(card, article)
    return card


def list_review_links(text):
    """Each also with `is_of_these_words`: whether its reviewer has checked what the text says, or its draft."""
    links = list(text.review_links.all())
    present = digest_of_words(pending_text(text)) if links else ""
    for link in links:
        link.is_of_these_words = link.checked_words == present
    return links


def pending_text(text):
    """A copy of the text with the draft of its changes, if there is one."""
    present = copy(text)
    if pending := pending_of(text):
        pending.apply_to(present)
    return present


def show_original(original, old, pictures):
    """The words beside a translation, by field; `old` is the wording that was translated, if it is known."""
    for name in ArticleText.WORDING:
        if paragraphs := list_paragraphs(original, name):
            before = list_paragraphs(old, name) if old else paragraphs
            yield name_field(name), mark_changes(before, paragraphs, pictures)


def find_next_step(card, article):
    if card.is_out_of_date:
        return "Bring it up to date with the English text, and tick that it matches."
    if card.pending:
        return "Have the draft reviewed, then publish it."
    if card.state == WAITING:
        return "Publish the English text: this one appears with it."
    if card.state == DRAFT:
        return "Publish it." if card.is_reviewed else "Have it reviewed, then publish it."
    if article.is_review_overdue:
        return "Review it: the day of the next review has passed."
    return "Nothing to do." if card.is_reviewed else "Have it reviewed."


def find_pending_changes(text, pending, pictures):
    """Of the words, and of what belongs to them."""
    changes = find_changes(text, pending, pictures)
    for name in BESIDE_THE_WORDS:
        old, new = ([say(value)] if value else [] for value in (getattr(text, name), getattr(pending, name)))
        if paragraphs := compare_paragraphs(old, new):
            changes.append(Change(name_field(name), paragraphs))
    return changes


def find_fact_changes(article, facts):
    """Of what the article has beside its words."""
    changes, new = [], copy(article)
    set_values(new, facts.get("article", {}))
    for each in Article._meta.fields:
        if each.name in facts.get("article", {}):
            lines = ([say_field(row, each.name)] for row in (article, new))
            changes.append(Change(capfirst(each.verbose_name), compare_paragraphs(*lines)))
    for model, rows in list_rows(facts):
        old, new = (list_fields(each) for each in (model.objects.filter(article=article), make_rows(model, rows)))
        changes.append(Change(str(capfirst(model._meta.verbose_name_plural)), compare_paragraphs(old, new)))
    return [change for change in changes if change.paragraphs]


def list_fields(rows):
    """A line for each field that is filled in."""
    return [
        f"{capfirst(row._meta.get_field(name).verbose_name)}: {value}"
        for row in rows
        for name in names_of(type(row))[1:]
        if (value := say_field(row, name))
    ]


def say_field(row, name):
    """The value of a field in words."""
    if display := getattr(row, f"get_{name}_display", None):
        return display()
    try:
        return say(getattr(row, name))
    except ObjectDoesNotExist:
        return "deleted meanwhile"


def say(value):
    """A value in words."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return format_moment(value)
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, list):  # of languages
        return ", ".join(language_name(code) for code in value)
    return "Yes" if value is True else str(value)


def compare_wordings(old, new, pictures):
    return None if old is None else find_changes(old, new, pictures)


def state_sentence(state, article):
    moment = format_moment(article.published_at)
    return {
        MISSING: "Missing",
        DRAFT: "Draft",
        WAITING: "Waiting for the English text to be published",
        SCHEDULED: f"Scheduled for {moment}",
        PUBLISHED: "Published",
    }[state]


def pending_sentence(pending):
    """What becomes of the draft beside a public text."""
    changed = f"Changes kept as a draft by {pending.author} on {format_moment(pending.changed_at)}"
    if pending.problem:
        moment = format_moment(pending.publish_at)
        return f"{end_sentence(changed)} They were not published on {moment}: {pending.problem}"
    if pending.publish_at:
        return f"{end_sentence(changed)} They are published on {format_moment(pending.publish_at)}"
    return changed


def end_sentence(words):
    """With one full stop, also where they end with a time, such as 8 a.m."""
    return f"{words.removesuffix('.')}."


def format_moment(moment):
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")


def review_sentence(text):
    if not text.reviewed_by:
        return f"Not reviewed: {text.unreviewed_because}" if text.unreviewed_because else "Not reviewed"
    review = f"by {text.reviewed_by} on {date_format(text.reviewed_on)}"
    return f"Reviewed {review}" if text.is_reviewed else f"Changed since the review {review}"
