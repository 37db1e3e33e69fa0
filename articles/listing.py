"""The order in which readers are shown articles, read a page at a time without looking at the rest."""

from articles.models import NEWEST_FIRST, ORIGINAL_LANGUAGE, Article, ArticleText, in_language_first


class Listing:
    """Published `articles`, each as the text that readers of `language` are shown: theirs, otherwise the original.

    Those in their language go first, then the newest; before that, where it is given, those of `first_topic`. One
    order over all of them would have to be made anew for each page. So a listing is made of parts, which stand one
    after the other, and each of them is read in the order of an index and no further than the page goes.
    """

    def __init__(self, articles, language, *, first_topic=None):
        self.articles, self.language, self.first_topic = articles, language, first_topic
        self.parts = [articles]
        if first_topic:
            self.parts = [articles.filter(topic=first_topic), articles.exclude(topic=first_topic)]
        if language != ORIGINAL_LANGUAGE:
            self.parts = [
                part
                for articles in self.parts
                for part in (articles.in_language(language), articles.not_in_language(language))
            ]

    def count(self):
        return self.articles.count()

    def __getitem__(self, page):
        """The texts of a slice, as a list. One query; past the beginning, one more for each part but the last."""
        start, length = page.start or 0, page.stop - (page.start or 0)
        chosen = []
        for part in self.parts:
            size = part.count() if start and part is not self.parts[-1] else None
            if size is None or start < size:
                ids = part.values("pk")[start : start + length]
                chosen.append(Article.objects.filter(pk__in=ids).order_by().values("pk"))
            start = max(start - (size or 0), 0)
        texts = ArticleText.objects.for_lists(self.language).filter(article__in=chosen[0].union(*chosen[1:], all=True))
        shown = {}
        for text in sorted(texts, key=self.place, reverse=True):
            shown.setdefault(text.article_id, text)
        return list(shown.values())[:length]

    def place(self, text):
        """What is greater stands further up."""
        article = text.article
        in_language = text.language == self.language
        return article.topic_id == self.first_topic, in_language, article.published_at, article.pk


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
        texts = ArticleText.objects.for_lists(self.language).in_bulk(ids)
        return [texts[pk] for pk in ids]
