"""The newest articles for feed readers, in the language of the feed's address."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from articles.listing import texts_for_readers
from articles.models import Article

NEWEST = 20


class NewestArticles(Feed):
    def get_object(self, request):
        return request.clinic

    def title(self, clinic):
        return _("Health articles from %(clinic)s") % {"clinic": clinic.name}

    def description(self, clinic):
        return _("Pain, movement and recovery in plain language.")

    def link(self, clinic):
        return settings.SITE_URL + reverse("articles:list")

    def feed_url(self, clinic):
        return settings.SITE_URL + reverse("articles:feed")

    def items(self, clinic):
        """Only texts in the language that the feed names as its own."""
        language = translation.get_language()
        articles = Article.objects.written_in(language)
        return texts_for_readers(list(articles.values_list("pk", flat=True)[:NEWEST]), language, topics={})

    def item_title(self, text):
        return text.title

    def item_description(self, text):
        return text.summary or None  # the element is left out

    def item_link(self, text):
        return settings.SITE_URL + text.address

    def item_pubdate(self, text):
        return text.article.published_at

    def item_author_name(self, text):
        return text.article.byline
