"""Addresses of articles for search engines: real translations only."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Prefetch
from django.utils import translation

from articles.models import OWN_PAGES, Article, ArticleText


class ArticleSitemap(Sitemap):
    i18n = True
    alternates = True
    x_default = True

    def items(self):
        """Published articles, each with its published texts as `public_texts`."""
        texts = Prefetch("texts", ArticleText.objects.published().without_index().defer("body"), to_attr="public_texts")
        return Article.objects.published().of_kind(*OWN_PAGES).order_by("pk").prefetch_related(texts)

    def get_languages_for_item(self, article):
        return [text.language for text in article.public_texts]

    def location(self, article):
        language = translation.get_language()
        text = next(text for text in article.public_texts if text.language == language)
        text.article = article
        return text.address

    def lastmod(self, article):
        return max(text.changed_at for text in article.public_texts)
