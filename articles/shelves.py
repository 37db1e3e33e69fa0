"""What many pages show of all articles, read once for all of them: a second old at most."""

from articles.models import TopicName

SECONDS = 1  # an edit is public within five, the time that finished cards and pages are kept included


def topic_names(language):
    """Every topic as {id: its name in `language`, else in the original language}, in their order."""
    return kept(f"topics-{language}", lambda: TopicName.objects.by_topic(language))


def kept(key, read):
    return read()
