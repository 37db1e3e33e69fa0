"""The form on a request's page: what staff write about it, beside what the patient sent."""

from django import forms
from django.contrib import admin


class HandlingForm(forms.ModelForm):
    """The part of a request that is the staff's own."""

    note = forms.CharField(
        required=False,
        widget=admin.widgets.AdminTextareaWidget(attrs={"rows": 4, "dir": "auto"}),
        help_text="For colleagues. The patient does not see it.",
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        widgets = {
            "corrected_phone": admin.widgets.AdminTextInputWidget(attrs={"type": "tel", "autocomplete": "off"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.instance.version

    def validate_constraints(self):
        """Not here: handle_request() makes fit what follows from the state, and the database refuses the rest."""
