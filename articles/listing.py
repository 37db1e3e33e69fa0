"""The article texts that lists show to readers."""

from articles.models import ORIGINAL_LANGUAGE, Article, ArticlePicture, ArticleText

ARTICLES_PER_PAGE = 12
NEWEST_ARTICLES = 3
RELATED_ARTICLES = 3
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
    pictures = {}
    for shown in ArticlePicture.objects.filter(article__in=found).select_related("picture"):
        pictures.setdefault(shown.article_id, shown.picture)  # the first one
    for key, text in found.items():
        text.set_topic_name(topics)
        text.shown_title, text.shown_summary = text.title, text.summary
        text.first_picture = pictures.get(key)
    return [found[key] for key in article_keys if key in found]


def newest_texts(language, topics):
    """The texts on the home page: of articles whose review is in time."""
    articles = Article.objects.for_readers(language).with_review_in_time()
    return texts_for_readers(list(articles.values_list("pk", flat=True)[:NEWEST_ARTICLES]), language, topics)


def related_texts(article, language, topics):
    """Texts of other articles whose review is in time: those of the same topic first."""
    articles = Article.objects.for_readers(language).with_review_in_time().values_list("pk", "topic")
    newest = list(articles[:MOST_COMPARED])
    of_topic = [row for row in newest if row[1] == article.topic_id]
    if len(of_topic) <= RELATED_ARTICLES and len(newest) == MOST_COMPARED:  # there may be older ones
        of_topic = articles.filter(topic=article.topic_id)[: RELATED_ARTICLES + 1]
    others = [key for key in dict.fromkeys(key for key, _ in [*of_topic, *newest]) if key != article.pk]
    return texts_for_readers(others[:RELATED_ARTICLES], language, topics)
