"""The forms of what an article has beside its texts. They show what the draft of its changes says, if there is one."""

from copy import copy
from datetime import UTC, datetime

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils import timezone
from django.utils.functional import cached_property

from articles.draft_facts import digest_of_facts, make_rows, names_of, read_rows, read_values, set_values
from articles.models import SERVICES, SPOKEN_LANGUAGES, Article, ArticleText, Kind
from articles.publishing.diff import SAME, Change, Part
from articles.publishing.drafts import CONTINUE
from articles.publishing.edit_conflicts import CONFLICT, ConflictForm
from articles.publishing.overview import language_name, list_fields

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

    shows_draft = True  # not to people who may only view articles

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
        if "published_at" not in self.changed_data:  # of a draft: it was asked about when it was entered
            return False
        was_public = self.instance.pk and self.public.published_at <= now
        return bool(was_public and then and then > now and self.instance.texts.filter(state=PUBLISHED).exists())

    def __init__(self, *args, instance=None, **kwargs):
        """A kind can be changed only into one that is on the same page."""
        self.public, self.waiting = instance, {}
        if instance is not None and self.shows_draft:
            self.waiting = instance.waiting_facts.get("article", {})
            instance = copy(instance)  # the page tells of the article as the public sees it
            set_values(instance, self.waiting)
        super().__init__(*args, instance=instance, **kwargs)
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


class FactsFormSet(forms.BaseInlineFormSet):
    """Rows that hang on an article. A save does with the present rows what its editor did with those of the page, which
    carries a digest of the draft's new rows that it showed in a hidden field named `seen_name`."""

    shows_draft = True  # not to people who may only view articles
    conflict = None  # as a ConflictForm has it

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound and self.new_waiting:
            self.initial_extra, self.extra = self.new_waiting, len(self.new_waiting)

    @cached_property
    def waiting(self):
        """The rows of the draft; None if it leaves them as they are."""
        return self.instance.waiting_facts.get(self.model._meta.model_name) if self.shows_draft else None

    @property
    def new_waiting(self):
        return [values for values in self.waiting or [] if values["id"] is None]

    @property
    def seen_name(self):
        return f"{self.prefix}-seen"

    @property
    def seen(self):
        return self.data.get(self.seen_name, digest_of_facts(self.new_waiting))

    @property
    def seen_now(self):
        """The hidden field's value. Only a conflict shows the changes by others."""
        return self.seen if self.is_bound and not self.conflict else digest_of_facts(self.new_waiting)

    @cached_property
    def stored_rows(self):
        return read_rows(self.instance, self.model)

    @cached_property
    def rows_in_form(self):
        """Stored rows, with the values of the draft: those of the sent page, or else those that the draft leaves."""
        rows, waiting = list(super().get_queryset()), {values["id"]: values for values in self.waiting or []}
        for row in rows:
            set_values(row, waiting.get(row.pk, {}))
        if self.is_bound:
            by_key = {str(row.pk): row for row in rows}
            sent = [self.data.get(f"{self.prefix}-{number}-id") for number in range(self.initial_form_count())]
            return [by_key[key] for key in sent if key in by_key]
        return [row for row in rows if self.waiting is None or row.pk in waiting]

    def get_queryset(self):
        return self.rows_in_form

    def _should_delete_form(self, form):
        """Also what a colleague has deleted since the page was opened."""
        is_gone = form in self.initial_forms and form.instance.pk is None
        return is_gone or super()._should_delete_form(form)

    @property
    def new_sent(self):
        deleted = self.deleted_forms
        sent = [form for form in self.extra_forms if form not in deleted and form.has_changed()]
        return [read_values(form.instance, names_of(self.model)) for form in sent]

    def clean(self):
        super().clean()
        has_errors = any(form.errors for form in self.forms if not self._should_delete_form(form))
        if has_errors or self.seen in map(digest_of_facts, (self.new_sent, self.new_waiting)):
            return
        name = self.model._meta.verbose_name_plural
        lines = list_fields(make_rows(self.model, self.new_waiting))
        changes = [Change(f"New {name} of the draft, as they are now", [[Part(SAME, line)] for line in lines])]
        self.conflict = {"row_name": f"the {name}", "changes": changes}
        raise forms.ValidationError(
            f"Your changes weren't saved: someone else saved the {name} first. See the top of the page.", code=CONFLICT
        )

    @property
    def rows(self):
        """The rows after this save."""
        present = self.stored_rows if self.waiting is None else self.waiting
        rows = {values["id"]: values for values in present if values["id"] is not None}
        for form in self.initial_forms:
            if form in self.deleted_forms:
                rows.pop(form.instance.pk, None)
            elif form.has_changed():
                rows[form.instance.pk] = read_values(form.instance, names_of(self.model))
        return [*rows.values(), *(self.new_waiting if digest_of_facts(self.new_sent) == self.seen else self.new_sent)]


def collect_facts(form, formsets):
    """What is to change beside an article's words after this save, as articles.draft_facts reads it."""
    names = {*form.changed_data, *form.waiting} & {field.name for field in Article._meta.fields}
    changed = read_values(form.instance, names)
    public = read_values(form.public, names)
    values = {name: value for name, value in changed.items() if value != public[name]}
    facts = {"article": values} if values else {}
    for formset in formsets:
        if isinstance(formset, FactsFormSet) and (rows := formset.rows) != formset.stored_rows:
            facts[formset.model._meta.model_name] = rows
    return facts


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
