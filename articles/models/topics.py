"""What articles are sorted under."""

from django.conf import settings
from django.db import models

from articles.fields import LineField, SlugField
from articles.models.kinds import ORIGINAL_LANGUAGE


class TopicManager(models.Manager):
    """Reads the names with the topics, since every list of topics shows them."""

    def get_queryset(self):
        return super().get_queryset().prefetch_related("names")


class Topic(models.Model):
    """A subject that articles are sorted under, such as "Knee pain"."""

    slug = SlugField(unique=True)
    order = models.PositiveSmallIntegerField(default=0, help_text="Topics with smaller numbers come first.")

    objects = TopicManager()

    class Meta:
        ordering = ["order", "slug"]

    def __str__(self):
        names = {name.language: name.name for name in self.names.all()}
        return names.get(ORIGINAL_LANGUAGE, self.slug)


class TopicNameQuerySet(models.QuerySet):
    def by_topic(self, language):
        """Every topic as {id: its name in `language`, else in the original language}, in their order."""
        names = self.filter(language__in=[language, ORIGINAL_LANGUAGE]).select_related("topic")
        found = {}
        for name in names.order_by("topic__order", "topic__slug"):
            if name.language == language or name.topic_id not in found:
                found[name.topic_id] = name
        return found


class TopicName(models.Model):
    """A topic's name in one language."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    name = LineField(max_length=60)

    objects = TopicNameQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "language"], name="one_name_per_topic_and_language")]

    def __str__(self):
        return self.name
