"""The order in which readers are shown articles, read a page at a time without looking at the rest."""

from articles.models import NEWEST_FIRST, ArticleText, ListedText, in_language_first
from articles.shelves import kept, topic_names

RELATED_ARTICLES = 3


class Listing:
    """The texts of `rows`, which are those of ListedText.objects.for_readers(language). A query for each slice."""

    def __init__(self, rows, language):
        self.rows, self.language = rows, language

    def count(self):
        return self.rows.count()

    def __getitem__(self, page):
        return self.texts_of(self.rows.values("text")[page])

    def texts_of(self, ids, *, first_topic=None):
        """Texts by their keys, as a list in the order of `rows`; before that, where it is given, those of a topic."""
        texts = ArticleText.objects.for_lists().filter(pk__in=ids)

        def place(text):
            is_in_language = text.language == self.language
            return text.article.topic_id == first_topic, is_in_language, text.article.published_at, text.article_id

        return with_topic_names(sorted(texts, key=place, reverse=True), self.language)


class Findings:
    """The texts that a search found: those in `language` first, then by rank, then the newest.

    `texts` is asked once, for all that it finds: a search looks at every text in any case.
    """

    def __init__(self, texts, language):
        order = [in_language_first(language), "rank", *NEWEST_FIRST]
        self.ids = list(texts.order_by(*order).values_list("pk", flat=True))
        self.language = language

    def count(self):
        return len(self.ids)

    def __getitem__(self, page):
        ids = self.ids[page]
        texts = ArticleText.objects.for_lists().in_bulk(ids)
        return with_topic_names([texts[pk] for pk in ids], self.language)


def with_topic_names(texts, language):
    names = topic_names(language)
    for text in texts:
        text.take_topic_name(names)
    return texts


def related_texts(text, language):
    """Texts of other articles with their review in time: of the same topic first, then those in `language`."""
    topic = text.article.topic_id
    texts = kept(f"related-{topic}-{language}", lambda: first_of_topic(topic, language, RELATED_ARTICLES + 1))
    return [other for other in texts if other.article_id != text.article_id][:RELATED_ARTICLES]


def first_of_topic(topic, language, number):
    """The first texts whose review is in time: those of the topic, then those in `language`, then the newest.

    One query, which reads as few of each kind as are needed.
    """
    rows = ListedText.objects.for_readers(language).with_review_in_time()
    same, others = (
        ListedText.objects.filter(pk__in=part.values("pk")[:number]).order_by().values("text")
        for part in (rows.filter(topic=topic), rows.exclude(topic=topic))
    )
    return Listing(rows, language).texts_of(same.union(others, all=True), first_topic=topic)[:number]
