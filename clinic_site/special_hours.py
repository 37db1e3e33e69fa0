"""The staff's forms of special hours, and the federal holidays that may become some."""

from datetime import timedelta
from itertools import combinations

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.formats import date_format

from clinic_site.hours import special_days_on
from clinic_site.models import SpecialHours
from clinic_site.wording import TRANSLATED_LANGUAGES

YEAR = timedelta(days=366)
DAY_FORMAT = "l, F j, Y"


class SpecialHoursForm(forms.ModelForm):
    class Meta:
        error_messages = {"first_day": {"required": "Enter the day, or the first of several days."}}

    def clean(self):
        """Refuses new days that are over or very far away, which are mostly a wrong year."""
        cleaned = super().clean()
        first = cleaned.get("first_day")
        last = cleaned.get("last_day") or first
        if first and {"first_day", "last_day"} & set(self.changed_data):
            field = "last_day" if cleaned.get("last_day") else "first_day"
            if last < timezone.localdate():
                self.add_error(field, "This day is over. Enter today or a later day.")
            elif last > timezone.localdate() + 2 * YEAR:
                self.add_error(field, "Check the year: this day is more than two years away.")
            elif last - first > YEAR:
                self.add_error(field, "Check the dates: they cover more than a year.")
        if not cleaned.get("name") and any(cleaned.get(f"name_{code}") for code, _ in TRANSLATED_LANGUAGES):
            self.add_error("name", "Enter the name in English as well: pages in other languages may need it.")
        return cleaned


class SpecialHoursFormSet(forms.BaseInlineFormSet):
    def clean(self):
        """Refuses a day with two different hours. Two closures may overlap, such as a holiday in a vacation."""
        super().clean()
        kept = [form for form in self.forms if form.is_valid() and not self._should_delete_form(form)]
        rows = [form for form in kept if form.instance.first_day]
        for earlier, later in combinations(sorted(rows, key=lambda form: form.instance.first_day), 2):
            day = later.instance.first_day
            if day <= earlier.instance.last_day and earlier.instance.periods != later.instance.periods:
                later.add_error(
                    "first_day",
                    f"{date_format(day)} already has other hours: see {earlier.instance}. Change one of them.",
                )


class SpecialHoursInline(admin.StackedInline):
    """Those of today and later. A submitted page may still hold one that ended since it was opened."""

    model = SpecialHours
    template = "admin/clinic_site/clinic/special_hours.html"
    form = SpecialHoursForm
    formset = SpecialHoursFormSet
    verbose_name = "special day"
    verbose_name_plural = "Special hours: holidays, short days, extra Saturdays"
    extra = 1
    fields = [
        ("first_day", "last_day"),
        ("opens_at", "closes_at", "opens_again_at", "closes_again_at"),
        ("name", "reason"),
        ("name_es", "name_pl", "name_ar"),
    ]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows if request.method == "POST" else rows.filter(last_day__gte=timezone.localdate())


class PastFormSet(forms.BaseInlineFormSet):
    @classmethod
    def get_default_prefix(cls):
        return "past_special_hours"


class PastSpecialHoursInline(admin.StackedInline):
    """Those of the past year, folded up. They can only be deleted."""

    model = SpecialHours
    formset = PastFormSet
    extra = 0
    verbose_name = "special day"
    verbose_name_plural = "Past special hours"
    classes = ["collapse"]
    fields = SpecialHoursInline.fields
    ordering = ["-first_day"]

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        today = timezone.localdate()
        return super().get_queryset(request).filter(last_day__lt=today, last_day__gte=today - YEAR)


def list_federal_holidays(today):
    """{day: name} of the US federal holidays of the coming twelve months.

    One that falls on a weekend is there twice: offices close on the weekday before or after it (5 U.S.C. 6103(b)).
    """
    import holidays  # no other page needs its memory

    years = range(today.year, today.year + 3)  # New Year's Day may be observed in the December before
    found = holidays.country_holidays("US", years=years)
    return {day: found[day] for day in sorted(found) if today <= day < today + YEAR}


class FederalHolidaysForm(forms.Form):
    """The holidays on which nothing is entered yet, none of them ticked. `entered` are the others."""

    days = forms.MultipleChoiceField(
        label="Close the clinic on",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick at least one holiday.",
            "invalid_choice": "Check the list and tick again: one of these days has been added in the meantime.",
        },
    )

    def __init__(self, *args, opening_hours, **kwargs):
        super().__init__(*args, **kwargs)
        self.holidays = list_federal_holidays(timezone.localdate())
        offered = {day: name for day, name in self.holidays.items() if not special_days_on(opening_hours, day)}
        self.entered = [self.describe(day, opening_hours) for day in self.holidays if day not in offered]
        self.fields["days"].choices = [(day.isoformat(), self.describe(day, opening_hours)) for day in offered]

    def describe(self, day, opening_hours):
        words = f"{date_format(day, DAY_FORMAT)}: {self.holidays[day]}"
        return words if opening_hours.week[day.weekday()] else f"{words} (the clinic is always closed on this weekday)"

    def save(self, clinic):
        """Adds a closed day for each ticked holiday; returns them."""
        ticked = [day for day in self.holidays if day.isoformat() in self.cleaned_data["days"]]
        return SpecialHours.objects.bulk_create(
            SpecialHours(clinic=clinic, first_day=day, last_day=day, name=self.holidays[day]) for day in ticked
        )
