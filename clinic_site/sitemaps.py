"""The sitemap: every page in each of its languages."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from articles.sitemaps import ArticleSitemap
from clinic_site.facts import current_clinic

PAGES = ["home", "articles:list", "consultation", "contact", "privacy", "accessibility", "language-help"]


class AtSiteUrl:
    """Builds addresses from SITE_URL, whatever host name the request has."""

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class PageSitemap(AtSiteUrl, Sitemap):
    i18n = True
    alternates = True
    x_default = True

    def items(self):
        """With the pages that exist once something is published on them."""
        return [*PAGES, *current_clinic().published_pages]

    def location(self, name):
        return reverse(name)


class PublishedArticleSitemap(AtSiteUrl, ArticleSitemap):
    pass


SITEMAPS = {"pages": PageSitemap, "articles": PublishedArticleSitemap}
