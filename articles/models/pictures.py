"""Pictures, and where articles show them."""

from typing import NamedTuple

from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone

from articles import pictures
from articles.body_pictures import find_hashes
from articles.fields import LineField
from articles.models.kinds import ORIGINAL_LANGUAGE

MAX_HEIGHT_ON_PAGE = 512  # CSS pixels


class Picture(models.Model):
    """A picture that articles show. Its pixels never change: a better one is another picture.

    Its files are in the storage, named by their content.
    """

    name = LineField(max_length=100, help_text="Enter a name by which staff can find the picture. Only staff see it.")
    alternative_text = LineField(
        "alternative text in English",
        max_length=250,
        help_text="Describe the picture for people who cannot see it.",
    )
    content_hash = models.CharField(max_length=20, unique=True, editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(alternative_text=""), name="picture_has_alternative_text"),
        ]

    def __str__(self):
        return self.name

    @property
    def address(self):
        """The address of the largest version."""
        return self.address_in_width(self.width)

    @property
    def versions(self):
        """(address, width) of each version, the smallest first."""
        return [(self.address_in_width(width), width) for width in pictures.widths_up_to(self.width)]

    @property
    def size_on_page(self):
        """(width, height) in CSS pixels where the column is wide enough. Tall pictures shrink to fit."""
        height = min(self.height, MAX_HEIGHT_ON_PAGE)
        return round(self.width * height / self.height), height

    def address_in_width(self, width):
        return reverse("picture", args=[self.content_hash, width])


@receiver(post_delete, sender=Picture)
def remove_files(instance, **kwargs):
    """Waits until the row is gone for good, and keeps the files if the same picture was added again meanwhile."""

    def remove():
        if not Picture.objects.filter(content_hash=instance.content_hash).exists():
            pictures.remove_files(instance.content_hash, instance.width)

    transaction.on_commit(remove)


class PictureText(models.Model):
    """A picture's alternative text in a language other than English."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    alternative_text = LineField(max_length=250)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["picture", "language"], name="one_text_per_picture_and_language"),
            models.CheckConstraint(condition=~models.Q(alternative_text=""), name="picture_text_is_not_empty"),
            models.CheckConstraint(
                condition=~models.Q(language=ORIGINAL_LANGUAGE), name="picture_text_is_a_translation"
            ),
        ]

    def __str__(self):
        return self.alternative_text


class ShownPicture(NamedTuple):
    """A picture for readers of `language`, with its alternative text and the language that this is in."""

    picture: Picture
    alternative_text: str
    alternative_language: str
    language: str


def describe_pictures(pictures, language):
    """{key: ShownPicture} of these pictures. One query, none without pictures."""
    texts = PictureText.objects.filter(language=language, picture__in=pictures) if pictures else []
    translations = {text.picture_id: text.alternative_text for text in texts}
    return {
        picture.pk: ShownPicture(picture, translations[picture.pk], language, language)
        if picture.pk in translations
        else ShownPicture(picture, picture.alternative_text, ORIGINAL_LANGUAGE, language)
        for picture in pictures
    }


def read_pictures(bodies, language):
    """{content hash: ShownPicture} of the pictures in these bodies, in their order. Two queries, none without them."""
    hashes = find_hashes(*bodies)
    found = {each.content_hash: each for each in Picture.objects.filter(content_hash__in=hashes)} if hashes else {}
    shown = describe_pictures(list(found.values()), language)
    return {key: shown[found[key].pk] for key in hashes if key in found}


def count_missing_pictures(body):
    """How many of the pictures in the body are not in the library."""
    hashes = find_hashes(body)
    return len(hashes) - (Picture.objects.filter(content_hash__in=hashes).count() if hashes else 0)


class ArticlePicture(models.Model):
    """That one of an article's texts, or the draft of its changes, shows a picture. Follows from their bodies:
    articles.actions.note_pictures() keeps it right."""

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="shown_in")

    class Meta:
        default_permissions = ()  # nobody edits it
        verbose_name = "article that shows it"  # on the page that refuses to delete a picture
        constraints = [
            models.UniqueConstraint(fields=["article", "picture"], name="article_shows_a_picture_once"),
        ]

    def __str__(self):
        return str(self.article)
