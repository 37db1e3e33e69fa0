"""Addresses of articles for search engines: real translations only."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import translation

from articles.models import ArticleText


class ArticleSitemap(Sitemap):
    def items(self):
        return ArticleText.objects.published().defer("body").order_by("article", "language")

    def location(self, text):
        with translation.override(text.language):
            return reverse("articles:article", args=[text.slug])

    def lastmod(self, text):
        return text.updated_at
