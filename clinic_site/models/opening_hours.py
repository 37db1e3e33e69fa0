"""When the clinic is open."""

from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format

from articles.fields import LineField
from clinic_site import hours, wording
from clinic_site.models.clinic import Clinic


class OpeningPeriod(models.Model):
    """A time of the week in which the clinic is open; a day may have several."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="opening_periods")
    weekday = models.PositiveSmallIntegerField(choices=WEEKDAYS.items())
    opens_at = models.TimeField()
    closes_at = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="period_closes_after_it_opens",
                violation_error_message="The closing time must be later than the opening time.",
            )
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens_at:%H:%M} to {self.closes_at:%H:%M}"


class SpecialHours(models.Model):
    """Days with other hours than the week's, such as holidays, short days and extra Saturdays; closed without times."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="special_hours")
    first_day = models.DateField()
    last_day = models.DateField(blank=True, help_text="Leave empty for a single day.")
    opens_at = models.TimeField(null=True, blank=True, help_text="Leave all times empty if the clinic is closed.")
    closes_at = models.TimeField(null=True, blank=True)
    opens_again_at = models.TimeField(null=True, blank=True, help_text="After a break.")
    closes_again_at = models.TimeField(null=True, blank=True)
    name = LineField(
        "name on the site",
        max_length=100,
        blank=True,
        help_text="For patients, in English, such as Thanksgiving Day. The site translates federal holidays itself.",
    )
    name_es = LineField("in Spanish", max_length=100, blank=True)
    name_pl = LineField("in Polish", max_length=100, blank=True)
    name_ar = LineField("in Arabic", max_length=100, blank=True)
    reason = LineField("note for staff", max_length=100, blank=True, help_text="Never shown to patients.")

    class Meta:
        verbose_name = verbose_name_plural = "special hours"
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="special_hours_end_after_they_begin",
                violation_error_message="The last day must not be before the first day.",
            ),
            models.CheckConstraint(
                condition=models.Q(opens_at=None, closes_at=None, opens_again_at=None, closes_again_at=None)
                | models.Q(opens_at__isnull=False, closes_at__isnull=False)
                & (
                    models.Q(opens_again_at=None, closes_again_at=None)
                    | models.Q(opens_again_at__isnull=False, closes_again_at__isnull=False)
                ),
                name="special_hours_have_whole_periods",
                violation_error_message="Enter an opening and a closing time, or no times if the clinic is closed.",
            ),
            models.CheckConstraint(  # a comparison with an empty time counts as true
                condition=models.Q(closes_at__gt=models.F("opens_at"))
                & models.Q(opens_again_at__gt=models.F("closes_at"))
                & models.Q(closes_again_at__gt=models.F("opens_again_at")),
                name="special_hours_are_in_order",
                violation_error_message="Each time must be later than the one before it.",
            ),
        ]

    def __str__(self):
        days = date_format(self.first_day)
        return days if self.last_day == self.first_day else f"{days} to {date_format(self.last_day)}"

    def save(self, **kwargs):
        self.fill_last_day()
        super().save(**kwargs)

    def clean(self):
        self.fill_last_day()

    def fill_last_day(self):
        self.last_day = self.last_day or self.first_day

    @property
    def periods(self):
        times = [(self.opens_at, self.closes_at), (self.opens_again_at, self.closes_again_at)]
        return tuple((opens, closes) for opens, closes in times if opens is not None)

    def as_special_days(self):
        names = {code: getattr(self, f"name_{code}") for code, _ in wording.TRANSLATED_LANGUAGES}
        return hours.SpecialDays(
            self.first_day, self.last_day, self.periods, self.name, {code: name for code, name in names.items() if name}
        )
