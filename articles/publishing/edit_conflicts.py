"""Two people who edit one thing at once: nobody overwrites what another has saved, and nothing typed is lost.

A form carries the values that its editor saw. If the row holds other values when the form is sent, someone else saved
meanwhile. An editor who changed nothing in the row leaves it as it is now. An editor who changed something is shown the
other's changes and may save again: the form keeps what was typed and shows what is stored in all other fields.
"""

import json
from contextlib import suppress
from datetime import date, datetime

from django import forms
from django.contrib import messages
from django.db import IntegrityError
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime

from articles.publishing.diff import ADDED, REMOVED, Change, Part

CONFLICT = "conflict"


class ConflictForm(forms.ModelForm):
    """An admin form whose template carries `seen_now` in a hidden field named `seen_name`."""

    row_name = "this"  # in messages
    conflict = None  # the row's name and the changes by others, where this editor changed something too

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # after "Back", browsers would restore old values
            field.widget.attrs.setdefault("autocomplete", "off")

    @property
    def seen_name(self):
        return self.add_prefix("seen")

    @property
    def seen_now(self):
        """The hidden field's value. A refused form has a new one, since it shows the changes by others."""
        return json.dumps(self.stored_marks, ensure_ascii=False)

    @cached_property
    def stored(self):
        """The row's values as text, by field, before the sent ones replace them."""
        own = {field.name for field in self._meta.model._meta.fields if field.editable and not field.primary_key}
        own -= {name for name, field in self.fields.items() if isinstance(field, forms.models.InlineForeignKeyField)}
        return {name: to_text(self.initial.get(name)) for name in self.fields if name in own}

    @cached_property
    def stored_marks(self):
        return {name: self.mark(name, value) for name, value in self.stored.items()}

    def mark(self, name, value):
        """The form of a value in the hidden field: the value itself, or in subclasses a digest of a long one."""
        return value

    @cached_property
    def seen(self):
        """The marks of what the editor saw, by field; None for a new row, or where the form does not carry them."""
        try:
            seen = json.loads(self.data.get(self.seen_name, ""))
        except ValueError:
            return None
        is_whole = isinstance(seen, dict) and seen.keys() == self.stored.keys()
        is_readable = is_whole and all(isinstance(mark, str) for mark in seen.values())
        return seen if is_readable and self.instance.pk else None

    @cached_property
    def changed_data(self):
        """The fields in which the editor changed what the form showed."""
        changed = super().changed_data
        if self.seen is None:
            return changed
        return [
            name for name in self.fields if (self.differs_from_seen(name) if name in self.stored else name in changed)
        ]

    def differs_from_seen(self, name):
        try:
            sent = to_text(self.fields[name].clean(self[name].data))
        except forms.ValidationError:
            return True
        return self.mark(name, sent) != self.seen[name]

    @cached_property
    def changed_by_others(self):
        """The fields whose stored values differ from what the editor saw."""
        if self.seen is None:
            return []
        return [name for name in self.stored if self.seen[name] != self.stored_marks[name]]

    def clean(self):
        super().clean()
        for name in self.changed_by_others:
            if name in self.fields and name not in self.changed_data:
                self.fields[name].bound_data = lambda data, initial: initial
                self.cleaned_data[name] = getattr(self.instance, name, self.initial.get(name))  # or of its draft
        if self.changed_by_others and self.changed_data:
            changes = [self.change_by_others(name) for name in self.changed_by_others]
            self.conflict = {"row_name": self.row_name, "changes": changes}
            raise forms.ValidationError(
                f"Your changes weren't saved: someone else saved {self.row_name} first. See the top of the page.",
                code=CONFLICT,
            )
        return self.cleaned_data

    def change_by_others(self, name):
        old, new = (self.as_shown(name, value) for value in (self.seen[name], self.stored[name]))
        return Change(self.label(name), [[Part(REMOVED, old), Part(ADDED, new)]])

    def as_shown(self, name, value):
        """A value of to_text() as staff read it; as it is if a browser sent something else."""
        with suppress(ValueError, OverflowError):
            if isinstance(self.fields[name], forms.SplitDateTimeField):
                return date_format(localtime(datetime.fromisoformat(value)), "DATETIME_FORMAT")
            if isinstance(self.fields[name], forms.DateField):
                return date_format(date.fromisoformat(value))
            if isinstance(self.fields[name], forms.BooleanField):
                return "yes" if value == "True" else "no"
        choices = {str(key): str(label) for key, label in getattr(self.fields[name], "choices", [])}
        return choices.get(value, value) or "nothing"

    def label(self, name):
        label = str(self[name].label)
        return label[:1].upper() + label[1:]


class ConflictAdminMixin:
    """For a ModelAdmin: a unique value that another person takes between check and write is a conflict as well.

    The database refuses the second save and rolls it back. The form is then validated again,
    against what the first save stored.
    """

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            response = super().changeform_view(request, *args, **kwargs)
            if response.status_code == 200:
                messages.error(request, "Your changes weren't saved: someone else saved first.")
            return response


def are_conflicts_only(errors):
    """Whether the form has no other error than that someone else saved first."""
    if any(isinstance(each, str) for each in errors):  # of a formset as a whole
        return False
    found = [error for error_list in errors for error in error_list.as_data()]
    return bool(found) and all(error.code == CONFLICT for error in found)


def to_text(value):
    """A value as text that can be compared and carried by a form."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return localtime(value).replace(microsecond=0).isoformat()  # forms have no microseconds
    if isinstance(value, date):
        return value.isoformat()
    return "\n".join(line.rstrip() for line in str(getattr(value, "pk", value)).strip().splitlines())
