"""What the clinic counts: views of its pages, as plain totals, and the words of its campaigns."""

from django.core.validators import RegexValidator
from django.db import models


class PageViews(models.Model):
    """How often a page was read in a language on a day of the clinic's clock. Nothing about any reader is stored.

    Once a month is over, the worker adds up its days in rows of its first day (clinic_site/statistics/merging.py).
    """

    day = models.DateField()
    page = models.CharField(max_length=60, help_text="Its name, such as `article-12` or `home`.")
    language = models.CharField(max_length=10)
    views = models.PositiveIntegerField()

    class Meta:
        default_permissions = ("view",)
        verbose_name_plural = "statistics"
        constraints = [models.UniqueConstraint(fields=["day", "page", "language"], name="page_counts_once_a_day")]

    def __str__(self):
        return f"{self.page} ({self.language}), {self.day}"


class Campaign(models.Model):
    """A campaign whose links lead to the site. Requests keep its word only if it is in this list."""

    word = models.CharField(
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9_-]*\Z", "Use small letters, digits, hyphens and underscores.")],
        help_text="The code in the links you give out, after utm_campaign= or utm_source=, such as spring-flyer.",
    )
    description = models.CharField(max_length=200, blank=True, help_text="For your colleagues.")

    class Meta:
        ordering = ["word"]

    def __str__(self):
        return self.word
