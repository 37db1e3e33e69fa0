"""What a person and a price have beside their texts."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from articles.fields import LineField
from articles.models.articles import Article
from articles.models.pictures import Picture

# What people may speak, the site's own languages first. Django names all of these well in each of the site's languages.
OTHER_LANGUAGES = (  # in the order of their English names
    "sq hy be bn bs bg my ca hr cs da nl et fi fr ka de el he hi hu id ga it ja kk ko lv lt mk mr mn ne fa pt pa ro ru "
    "sr sk sl sw sv ta te th tr uk ur vi"
)
SPOKEN_LANGUAGES = [code for code, _ in settings.LANGUAGES] + OTHER_LANGUAGES.split()


def valid_languages(codes):
    if not isinstance(codes, list) or not set(codes) <= set(SPOKEN_LANGUAGES):
        raise ValidationError("Choose languages from the list.")


class Person(models.Model):
    """Somebody who works at the clinic. The name is the title of the article's texts."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE)
    credential = LineField(max_length=60, blank=True, help_text="As on the license, such as DC.")
    license_number = LineField(max_length=40, blank=True)
    languages = models.JSONField(default=list, blank=True, validators=[valid_languages])
    other_languages = LineField(
        max_length=100,
        blank=True,
        help_text="Languages not on the list above, in English, separated by commas.",
    )
    photograph = models.ForeignKey(Picture, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(license_number="") | ~models.Q(credential=""),
                name="license_is_of_a_credential",
                violation_error_message="Enter the credential that the license is for.",
            )
        ]

    def __str__(self):
        """The name as it stands below a review."""
        original = self.article.original
        return ", ".join(filter(None, [original and original.title, self.credential])) or "Person without text"

    def list_other_languages(self):
        return [name.strip() for name in self.other_languages.split(",") if name.strip()]


class Price(models.Model):
    """What people who pay themselves are charged for what the article's texts name."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE)
    amount = LineField(max_length=40, help_text="As patients read it, such as $00.")
    changed_on = models.DateField(default=timezone.localdate, editable=False)

    def __str__(self):
        return self.amount

    def save(self, **kwargs):
        self.changed_on = timezone.localdate()  # the clinic's day, which auto_now does not know
        super().save(**kwargs)
