import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import Truncator


class TextTemplate(models.Model):
    """Words that the manager has prepared for the front desk."""

    class Purpose(models.TextChoices):
        OPENING = "opening", "First sentence of a call"
        VOICEMAIL = "voicemail", "Voicemail message"
        NOTE = "note", "Note"

    purpose = models.CharField(max_length=10, choices=Purpose)
    language = models.CharField(
        max_length=10, choices=settings.LANGUAGES, blank=True, help_text="Leave this empty for a note."
    )
    text = models.TextField(
        max_length=500,
        help_text="In sentences, not in notes, {clinic} is replaced by the clinic's name and {phone} by its number. "
        "Anyone may hear a voicemail: give only the clinic's name, its number and a request to call back; say nothing "
        "about health.",
    )
    said_like = models.CharField(
        max_length=500,
        blank=True,
        help_text="How an English speaker would pronounce it, such as OH-lah. Leave this empty for English and "
        "for notes.",
    )
    order = models.PositiveSmallIntegerField(default=0, help_text="Notes with smaller numbers come first.")

    class Meta:
        verbose_name = "template"
        ordering = ["purpose", "language", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "language"],
                condition=~Q(purpose="note"),
                name="one_sentence_for_each_language",
                violation_error_message="This sentence already exists in this language. Change that one.",
            ),
            models.CheckConstraint(
                condition=Q(purpose="note", language="") | ~(Q(purpose="note") | Q(language="")),
                name="sentence_has_a_language_and_note_has_none",
                violation_error_message="Choose a language for a sentence, and leave it empty for a note.",
            ),
        ]

    def __str__(self):
        return Truncator(self.text).chars(60)

    def clean(self):
        """Raises ValidationError for a word in braces that nothing stands for."""
        known = set() if self.purpose == self.Purpose.NOTE else {"{clinic}", "{phone}"}
        if unknown := sorted(set(re.findall(r"\{[^{}]*\}", self.text)) - known):
            raise ValidationError({"text": f"Replace {', '.join(unknown)} by words: nothing is put in its place."})


class ShortcutsOff(models.Model):
    """An account that turned the single-key shortcuts off (WCAG 2.1.4)."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.user)
