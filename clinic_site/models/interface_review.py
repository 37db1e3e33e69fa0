from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from articles.fields import LineField
from clinic_site import wording


class InterfaceReview(models.Model):
    """A person's sign-off of the site's own wording in one language. It holds until that wording changes."""

    language = models.CharField(max_length=10, unique=True, choices=wording.TRANSLATED_LANGUAGES, editable=False)
    reviewed_by = LineField(
        max_length=100, blank=True, help_text="A qualified translator who has read every page in this language."
    )
    reviewed_on = models.DateField(null=True, blank=True)
    signed_fingerprint = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["language"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reviewed_by="", reviewed_on=None)
                | (~models.Q(reviewed_by="") & models.Q(reviewed_on__isnull=False)),
                name="interface_review_has_person_and_day",
                violation_error_message="Enter both the reviewer and the date of the review.",
            )
        ]

    def __str__(self):
        return self.get_language_display()

    def sign(self):
        """Ties the review to the present wording."""
        self.signed_fingerprint = wording.fingerprint(self.language) if self.reviewed_by else ""

    def clean(self):
        if self.reviewed_on and self.reviewed_on > timezone.localdate():
            raise ValidationError({"reviewed_on": "Enter today or an earlier day: this one is in the future."})

    @property
    def is_current(self):
        return self.signed_fingerprint == wording.fingerprint(self.language)
