"""The forms of what an article has beside its texts."""

from datetime import UTC, datetime

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils import timezone

from articles.models import SERVICES, SPOKEN_LANGUAGES, ArticleText, Kind
from articles.publishing.drafts import CONTINUE
from articles.publishing.edit_conflicts import ConflictForm
from articles.publishing.overview import language_name

PUBLISHED = ArticleText.State.PUBLISHED


class PublishingTimeWidget(AdminSplitDateTime):
    """Date and time with an accessible name each: Django shows their names beside the fields, but not as labels."""

    def __init__(self, attrs=None):
        super().__init__(attrs)
        for widget, name in zip(self.widgets, ["Date", "Time"], strict=True):
            widget.attrs["aria-label"] = name


class PublishingTimeField(forms.SplitDateTimeField):
    """In the hour that the clocks repeat, a time means the first of its two moments; Django would refuse both."""

    def compress(self, data_list):
        try:
            return super().compress(data_list)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            typed = datetime.combine(*data_list)
            first = timezone.make_aware(typed)
            if timezone.make_naive(first.astimezone(UTC)) != typed:  # the clocks skip it
                raise
            return first


class ArticleForm(ConflictForm):
    row_name = "the article's topic, picture, dates or byline"

    hide_until_then = forms.BooleanField(required=False, label="Hide the article until then", widget=forms.HiddenInput)

    class Meta:
        field_classes = {"published_at": PublishingTimeField}
        widgets = {"published_at": PublishingTimeWidget}
        help_texts = {
            "published_at": "The clinic's time. Published texts are public from this moment on. Enter a future time "
            "to schedule them."
        }

    @property
    def hides_public_article(self):
        """Whether the public sees the article now and would not after this save."""
        now, then = timezone.now(), self.cleaned_data.get("published_at")
        was_public = self.instance.pk and self.initial["published_at"] <= now
        return bool(was_public and then and then > now and self.instance.texts.filter(state=PUBLISHED).exists())

    def __init__(self, *args, **kwargs):
        """A kind can be changed only into one that is on the same page."""
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            kind = self.instance.kind if self.instance.pk else self["kind"].value()
            kinds = SERVICES if kind in SERVICES else [kind]
            self.fields["kind"].choices = [choice for choice in Kind.choices if choice[0] in kinds]
            self.fields["kind"].required = False  # an article, if the form does not say
            if len(kinds) == 1:
                self.fields["kind"].widget = forms.HiddenInput()
        if "topic" in self.fields:
            self.fields["topic"].required = True
            if "kind" in self.fields and kind in SERVICES:
                self.fields["topic"].help_text = "Each topic can have only one service. Add a topic if necessary."

    def clean(self):
        super().clean()
        if CONTINUE in self.data:
            raise forms.ValidationError("A draft is shown, not saved.")
        if self.hides_public_article:
            self.fields["hide_until_then"].widget = forms.CheckboxInput()
            if not self.cleaned_data.get("hide_until_then"):
                self.add_error(
                    "hide_until_then",
                    "Tick this box to hide the article until then in all languages, or enter an earlier date: the "
                    "article is public now, and this date is in the future.",
                )
        return self.cleaned_data


class ReferenceForm(ConflictForm):
    @property
    def row_name(self):
        return f"the reference “{self.instance}”"


class PersonForm(ConflictForm):
    row_name = "this person's details"

    languages = forms.MultipleChoiceField(
        choices=[(code, language_name(code)) for code in SPOKEN_LANGUAGES],
        widget=forms.CheckboxSelectMultiple,
        label="Speaks",
        required=False,
    )

    def has_changed(self):
        """A new one is saved even if the name is all that is known."""
        return super().has_changed() or not self.instance.pk


class PriceForm(ConflictForm):
    row_name = "the price"
