"""The texts that lists show to readers: of articles, services and the parts of pages."""

from django.urls import reverse

from articles.models import (
    ORIGINAL_LANGUAGE,
    PAGE_OF_KIND,
    SERVICES,
    SHARED_PAGES,
    Article,
    ArticleText,
    describe_pictures,
    read_pictures,
)

ARTICLES_PER_PAGE = 12
NEWEST_ARTICLES = 3
RELATED_ARTICLES = 3
ARTICLES_OF_SERVICE = 6
MOST_COMPARED = 100  # newest articles in which related ones are looked for; few clinics have more


def texts_for_readers(article_keys, language, topics):
    """The published text of each article in `language`, otherwise its original, with all that cards show of it.

    `topics` are the names of all topics, as TopicName.objects.by_topic(language) returns them.
    """
    texts = ArticleText.objects.filter(article__in=article_keys, language__in=[language, ORIGINAL_LANGUAGE])
    found = {}
    for text in texts.filter(state=ArticleText.State.PUBLISHED).for_lists():
        if text.language == language or text.article_id not in found:
            found[text.article_id] = text
    for text in found.values():
        text.set_topic_name(topics)
        shared_page = PAGE_OF_KIND.get(text.article.kind)  # None for articles
        text.page_name = shared_page and SHARED_PAGES[shared_page].name
        text.shown_title, text.shown_summary = text.title, text.summary
    return [found[key] for key in article_keys if key in found]


def newest_texts(language, topics):
    """The texts on the home page: of articles whose review is in time."""
    articles = Article.objects.for_readers(language).with_review_in_time()
    return texts_for_readers(list(articles.values_list("pk", flat=True)[:NEWEST_ARTICLES]), language, topics)


def texts_of_kind(kinds, language, topics):
    """The texts of all that is published of these kinds, in their order. Three queries, whatever their number."""
    articles = Article.objects.published().of_kind(*kinds).order_by("order", "pk")
    return texts_for_readers(list(articles.values_list("pk", flat=True)), language, topics)


def parts_of_kind(kinds, language):
    """The texts that pages show whole, each with its `notice`; of people and prices with these. One query, and another
    one if there are photographs."""
    articles = Article.objects.published().of_kind(*kinds)
    texts = ArticleText.objects.filter(article__in=articles, language__in=[language, ORIGINAL_LANGUAGE])
    texts = texts.filter(state=ArticleText.State.PUBLISHED).without_index().order_by("article__order", "article_id")
    originals, found = {}, {}
    for text in texts.select_related("article__person__photograph", "article__price"):
        if text.language == ORIGINAL_LANGUAGE:
            originals[text.article_id] = text
        if text.language == language or text.article_id not in found:
            found[text.article_id] = text
    for text in found.values():
        text.original, text.reader_language = originals[text.article_id], language
    read_pictures_of(found.values())
    people = [text.article.person for text in found.values() if hasattr(text.article, "person")]
    shown = describe_pictures([person.photograph for person in people if person.photograph], language)
    for person in people:
        person.shown_photograph = shown.get(person.photograph_id)
    return list(found.values())


def read_pictures_of(texts):
    """Reads the pictures in the bodies of texts at once. Two queries for each language, none without pictures."""
    for language in {text.language for text in texts}:
        of_language = [text for text in texts if text.language == language]
        shown = read_pictures([text.body for text in of_language], language)
        for text in of_language:
            text.pictures_in_body = shown


def set_reviewer_addresses(*texts):
    """Sets `reviewer_address`: where the page of people shows the text's reviewer; None if it does not. One query, none
    without reviewers."""
    keys = {text.reviewer_id for text in texts} - {None}
    shown = set(Article.objects.published().filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    for text in texts:
        is_shown = text.reviewer_id in shown
        text.reviewer_address = f"{reverse('people')}#person-{text.reviewer_id}" if is_shown else None


def service_of_topic(topic_key, language, topics):
    """The text of the topic's service; None if it has none."""
    services = Article.objects.published().of_kind(*SERVICES).filter(topic=topic_key)
    return next(iter(texts_for_readers(list(services.values_list("pk", flat=True)), language, topics)), None)


def articles_of_topic(topic_key, language, topics):
    """The newest texts about a service's topic."""
    articles = Article.objects.for_readers(language).with_review_in_time().filter(topic=topic_key)
    return texts_for_readers(list(articles.values_list("pk", flat=True)[:ARTICLES_OF_SERVICE]), language, topics)


def related_texts(article, language, topics):
    """Texts of other articles whose review is in time: those of the same topic first."""
    articles = Article.objects.for_readers(language).with_review_in_time().values_list("pk", "topic")
    newest = list(articles[:MOST_COMPARED])
    of_topic = [row for row in newest if row[1] == article.topic_id]
    if len(of_topic) <= RELATED_ARTICLES and len(newest) == MOST_COMPARED:  # there may be older ones
        of_topic = articles.filter(topic=article.topic_id)[: RELATED_ARTICLES + 1]
    others = [key for key in dict.fromkeys(key for key, _ in [*of_topic, *newest]) if key != article.pk]
    return texts_for_readers(others[:RELATED_ARTICLES], language, topics)
