"""Two people with one form open: the second does not write over what the first has saved.

A form carries what its editor saw in it; of long words a mark, or they would be sent twice. By the time it is sent the
row may hold something else: then somebody else saved meanwhile. Who changed nothing leaves what is stored alone. Who
changed something is told what the other changed, and may save again: what was typed stays as it is, the rest shows
what is stored now.
"""

import json
from datetime import date, datetime

from django import forms
from django.utils.functional import cached_property

from articles.publishing.diff import ADDED, REMOVED, Change, Part

SAVED_MEANWHILE = "saved_meanwhile"


class SeenForm(forms.ModelForm):
    """A form in the admin that carries, in a hidden field of its template, what was seen when it was opened."""

    thing = "this"  # what the message calls the row
    saved_meanwhile = None  # what others changed, where the editor changed something too; a panel of the page tells it

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # a browser that goes back would put old values beside what is seen now
            field.widget.attrs.setdefault("autocomplete", "off")

    @property
    def seen_name(self):
        return self.add_prefix("seen")

    @property
    def seen_now(self):
        """The hidden field's value: also of a form that was refused, since it shows what others changed."""
        return json.dumps(self.marks, ensure_ascii=False)

    @cached_property
    def stored(self):
        """The row's values before anything sent goes in, by field."""
        own = {field.name for field in self._meta.model._meta.fields if field.editable and not field.primary_key}
        own -= {name for name, field in self.fields.items() if isinstance(field, forms.models.InlineForeignKeyField)}
        return {name: as_text(self.initial.get(name)) for name in self.fields if name in own}

    @cached_property
    def marks(self):
        """What tells the row's values apart from others, by field."""
        return {name: self.mark(name, value) for name, value in self.stored.items()}

    def mark(self, name, value):
        """A short value itself; forms with long ones give a digest of it, and say in `as_seen` what it was."""
        return value

    @cached_property
    def seen(self):
        """The marks of what the editor saw, by field; None where the form does not say or is a new row's."""
        try:
            seen = json.loads(self.data.get(self.seen_name, ""))
        except ValueError:
            return None
        is_whole = isinstance(seen, dict) and seen.keys() == self.stored.keys()
        is_readable = is_whole and all(isinstance(mark, str) for mark in seen.values())
        return seen if is_readable and self.instance.pk else None

    @cached_property
    def changed_data(self):
        """The fields in which the editor changed what was there to see."""
        changed = super().changed_data
        if self.seen is None:
            return changed
        return [name for name in self.fields if (self.is_changed(name) if name in self.stored else name in changed)]

    def is_changed(self, name):
        try:
            sent = as_text(self.fields[name].clean(self[name].data))
        except forms.ValidationError:
            return True
        return self.mark(name, sent) != self.seen[name]

    @cached_property
    def changed_by_others(self):
        if self.seen is None:
            return []
        return [name for name in self.stored if self.seen[name] != self.marks[name]]

    def clean(self):
        super().clean()
        for name in self.changed_by_others:
            if name not in self.changed_data:
                self.fields[name].bound_data = lambda data, initial: initial
                self.cleaned_data[name] = getattr(self.instance, name)
        if self.changed_by_others and self.changed_data:
            changes = [self.change_by_others(name) for name in self.changed_by_others]
            self.saved_meanwhile = {"thing": self.thing, "changes": changes}
            raise forms.ValidationError(
                f"Somebody else saved {self.thing} while you had it open: the top of the page tells what changed.",
                code=SAVED_MEANWHILE,
            )
        return self.cleaned_data

    def change_by_others(self, name):
        old, new = (self.as_shown(name, value) for value in (self.seen[name], self.stored[name]))
        return Change(self.label(name), [[Part(REMOVED, old), Part(ADDED, new)]])

    def as_shown(self, name, value):
        choices = {str(key): str(label) for key, label in getattr(self.fields[name], "choices", [])}
        return choices.get(value, value) or "nothing"

    def label(self, name):
        label = str(self[name].label)
        return label[:1].upper() + label[1:]


def is_only_meanwhile(errors):
    """Whether there is no mistake in what was sent; others were first, and that is all."""
    told = [error for error_list in errors for error in error_list.as_data()]
    return bool(told) and all(error.code == SAVED_MEANWHILE for error in told)


def as_text(value):
    """A value in a form in which it can be compared and sent to and fro."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.replace(microsecond=0).astimezone().isoformat()  # forms know seconds
    if isinstance(value, date):
        return value.isoformat()
    return "\n".join(line.rstrip() for line in str(getattr(value, "pk", value)).strip().splitlines())
