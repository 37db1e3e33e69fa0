"""What many pages show of all articles, read once for all of them: a second old at most."""

from django.core.cache import caches

from articles.listing import first_of_topic
from articles.models import TopicName

SECONDS = 1  # an edit is public within five, the time that finished cards and pages are kept included
RELATED_ARTICLES = 3


def topic_names(language):
    """Every topic as {id: its name in `language`, else in the original language}, in their order."""
    return kept(f"topics-{language}", lambda: TopicName.objects.by_topic(language))


def related_texts(text, language):
    """Texts of other articles with their review in time: of the same topic first, then those in `language`."""
    topic = text.article.topic_id
    texts = kept(f"related-{topic}-{language}", lambda: first_of_topic(topic, language, RELATED_ARTICLES + 1))
    return [other for other in texts if other.article_id != text.article_id][:RELATED_ARTICLES]


def kept(key, read):
    return caches["nearby"].get_or_set(key, read, SECONDS)
