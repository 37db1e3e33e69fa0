"""The search over everything that the site says."""

from functools import cache
from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles import search
from articles.models import SHARED_PAGES, ArticleText, Kind
from articles.views import get_page
from clinic_site.models import InsurancePlan
from clinic_site.text_rules import clean_text

OTHER_PAGES = {  # beside those that are in SHARED_PAGES
    "consultation": gettext_lazy("Request a consultation"),
    "language-help": gettext_lazy("Language help"),
    "privacy": gettext_lazy("Privacy"),
    "accessibility": gettext_lazy("Accessibility"),
}
# What people call pages that have words of their own, beside their names and what staff write there.
CALLED = {
    "contact": gettext_lazy("opening hours, open, closed, holidays, address, map, step-free"),
    "people": gettext_lazy("doctors, chiropractors, clinicians, licenses, who speaks, speaking, languages"),
    "costs": gettext_lazy("prices, payment, plans, good faith estimate"),
    "first-visit": gettext_lazy("appointment, preparation, what to bring"),
    "questions": gettext_lazy("help"),
    "services": gettext_lazy("treatments, therapy"),
    "consultation": gettext_lazy("appointment, form, records, bill"),
    "language-help": gettext_lazy("interpreter, translation"),
    "privacy": gettext_lazy("data, records"),
    "accessibility": gettext_lazy("screen reader, keyboard"),
}


@require_safe
def search_everything(request):
    """All that is published and has the words of `q`, in the reader's language or in English, and pages by their names.

    A word that nothing has is taken for a misspelling of one that something has.
    """
    language = translation.get_language()
    topics = request.clinic.topics(language)
    question = " ".join(clean_text(request.GET.get("q", "")).split())[: search.MAX_QUESTION_LENGTH]
    texts = ArticleText.objects.for_readers(language)
    people, speakers = read_people(texts), {}

    def look_for(asked, **spelling):
        words = search.question_words(asked, language, **spelling)
        matching = search.find_matching(texts, words, topics, language).values_list("article", flat=True)
        speakers.update(find_speakers(people, words))
        return words, list(dict.fromkeys([*speakers, *matching]))

    words, found = look_for(question)
    places = list_places(words, request.clinic)
    if words and not (found or places):
        words, found = look_for(question, loosely=True)
    corrected, words_apart, other_languages = "", {}, []
    if words and not (found or places):
        corrected = search.correct_spelling(question, texts, topics, language)
        if corrected:
            words, found = look_for(corrected)
            places = list_places(words, request.clinic)
    if words and not (found or places):
        words_apart = search.count_by_word(texts, question, language, topics)
        other_languages = search_other_languages(question, language)
    page = get_page(request, found, language, topics)
    for text in page.object_list:
        text.shown_title = search.highlight(text.title, words)
        text.shown_summary = search.highlight(text.summary, words)
        text.speaker = speakers.get(text.article_id)
    context = {
        "page": page,
        "question": question,
        "places": places,
        "corrected": corrected if found or places else "",
        "words_apart": words_apart,
        "in_other_languages": other_languages,
        "topics": topics.values(),
    }
    return render(request, "pages/search.html", context)


@cache
def index_pages(language):
    """{page: (its name, its words as searches compare them)}, made once for each language."""
    names = {page: shared.name for page, shared in SHARED_PAGES.items()} | OTHER_PAGES
    with translation.override(language):
        return {page: (str(names[page]), search.build_index(str(names[page]), str(CALLED[page]))) for page in CALLED}


@cache
def index_language(code):
    """What a language is called, in the languages of the site and in itself."""
    names = [translation.get_language_info(code)["name_local"]]
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            names.append(str(translation.get_language_info(code)["name_translated"]))
    return search.build_index(*names)


@cache
def index_people():
    """The words, in every language of the site, for people who work at a clinic and for speaking a language."""
    return "".join(index_pages(code)["people"][1] for code, _ in settings.LANGUAGES)


def read_people(texts):
    """What is known of everybody's languages, in the order of their page. One query."""
    people = texts.filter(article__kind=Kind.PERSON, article__person__isnull=False)
    columns = ("article_id", "indexed_text", "article__person__languages", "article__person__other_languages")
    return people.order_by("article__order", "article_id").values_list(*columns)


def find_speakers(people, words):
    """{article: what is known of the person's languages} of the people who speak one that is among the words, if the
    other words fit them too."""
    found = {}
    for key, index, languages, other_languages in people if words else ():
        spoken = "".join(map(index_language, languages)) + search.build_index(other_languages)
        if any(word.is_in(spoken) for word in words):
            index += spoken + index_people()
            if all(word.is_in(index) for word in words):
                found[key] = {"languages": languages, "other_languages": other_languages}
    return found


def list_places(words, clinic):
    """[(address, name)] of the pages whose words have all of these, and of such insurance plans."""
    if not words:
        return []
    published = clinic.published_pages
    indexed = index_pages(translation.get_language())
    places = []
    for page in ("contact", *published, *OTHER_PAGES):
        name, index = indexed[page]
        if all(word.is_in(index) for word in words):
            places.append((reverse(page), name))
    if "costs" in published:
        for plan in InsurancePlan.objects.with_words(words):
            places.append((f"{reverse('costs')}?{urlencode({'plan': plan.name})}#plans", plan.name))
    return places


def search_other_languages(question, language):
    """[(language, its own name, how many articles it finds there, the address of these)], where there are any."""
    counts = search.count_in_other_languages(ArticleText.objects.published(), question, language)
    found = []
    for code, name in settings.LANGUAGES:
        if counts.get(code):
            with translation.override(code):
                address = f"{reverse('search')}?{urlencode({'q': question})}"
            found.append((code, name, counts[code], address))
    return found
