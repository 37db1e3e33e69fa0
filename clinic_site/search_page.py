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
from articles.models import ArticleText
from articles.views import get_page
from clinic_site.models import PAGES_OF_KINDS, InsurancePlan
from clinic_site.text_rules import clean_text

# What people call pages that have words of their own, beside what staff write there. The first part is their name.
PAGES = {
    "contact": gettext_lazy("Contact and directions: opening hours, open, closed, holidays, address, map, step-free"),
    "people": gettext_lazy("Our team: doctors, chiropractors, clinicians, licenses, who speaks, speaking, languages"),
    "costs": gettext_lazy("Costs and insurance: prices, payment, plans, good faith estimate"),
    "first-visit": gettext_lazy("First visit: appointment, preparation, what to bring"),
    "questions": gettext_lazy("Questions and answers: help"),
    "services": gettext_lazy("Services: treatments, therapy"),
    "consultation": gettext_lazy("Request a consultation: appointment, form, records, bill"),
    "language-help": gettext_lazy("Language help: interpreter, translation"),
    "privacy": gettext_lazy("Privacy: data, records"),
    "accessibility": gettext_lazy("Accessibility: screen reader, keyboard"),
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

    def look_for(asked, **spelling):
        words = search.question_words(asked, language, **spelling)
        matching = search.find_matching(texts, words, topics, language).values_list("article", flat=True)
        return words, list(dict.fromkeys([*find_speakers(texts, words), *matching]))

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
    """[(page, its name, its words as searches compare them)], made once for each language."""
    with translation.override(language):
        called = {page: str(words) for page, words in PAGES.items()}
    return [(page, words.partition(":")[0], search.build_index(words)) for page, words in called.items()]


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
    return "".join(index for code, _ in settings.LANGUAGES for page, _, index in index_pages(code) if page == "people")


def find_speakers(texts, words):
    """The articles of the people who speak a language that is among the words, if the other words fit them too."""
    if not words:
        return
    people = texts.filter(article__person__isnull=False).order_by("article__order", "article_id")
    columns = ("article_id", "indexed_text", "article__person__languages", "article__person__other_languages")
    for key, index, languages, other_languages in people.values_list(*columns):
        spoken = "".join(map(index_language, languages)) + search.build_index(other_languages)
        index += spoken + index_people()
        if any(word.is_in(spoken) for word in words) and all(word.is_in(index) for word in words):
            yield key


def list_places(words, clinic):
    """[(address, name)] of the pages whose words have all of these, and of such insurance plans."""
    if not words:
        return []
    published = set(clinic.published_pages)
    places = [
        (reverse(page), name)
        for page, name, index in index_pages(translation.get_language())
        if page in published or page not in PAGES_OF_KINDS
        if all(word.is_in(index) for word in words)
    ]
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
