"""The clinic's own facts, as every page shows them."""

import secrets
from datetime import timedelta
from functools import cached_property
from urllib.parse import urlencode
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format

from articles import search
from articles.fields import LineField, ParagraphsField, URLField
from articles.models import SERVICES, Kind, Picture, TopicName
from clinic_site import hours, wording
from consultations import phones
from consultations.fields import EncryptedTextField

PAGES_OF_KINDS = {  # in the order of the navigation
    "services": SERVICES,
    "people": [Kind.PERSON],
    "costs": [Kind.COSTS, Kind.PRICE],
    "first-visit": [Kind.FIRST_VISIT],
    "questions": [Kind.QUESTION],
}
ASKED_BY_PATIENTS = {  # kinds of which every clinic has something to say
    Kind.PERSON: "Nobody who treats patients is published.",
    Kind.FIRST_VISIT: "Nothing about the first visit is published.",
    Kind.COSTS: "Nothing about insurance and payment is published.",
    Kind.GETTING_HERE: "Nothing about parking and step-free access is published.",
}


def valid_time_zone(name):
    if name not in available_timezones():
        raise ValidationError("Write a time zone like America/Chicago.")


class Clinic(models.Model):
    """One row. An empty fact is not known yet: pages leave it out, and `check --deploy` names it."""

    name = LineField(max_length=100, default="Integrated Health Solutions")
    street = LineField(max_length=100, default="10751 W. 165th Street, Suite 100")
    city = LineField(max_length=60, default="Orland Park")
    state = LineField(max_length=2, default="IL")
    postal_code = LineField("ZIP code", max_length=10, default="60467")
    phone = LineField(max_length=30, blank=True, validators=[phones.validate_phone])
    time_zone = LineField(max_length=40, default="America/Chicago", validators=[valid_time_zone])

    hours_confirmed = models.BooleanField(
        "opening hours confirmed", default=False, help_text="Tick this when the opening hours below are correct."
    )
    same_day_minutes = models.PositiveSmallIntegerField(
        "call on the same day if open for",
        default=120,
        help_text="Minutes of open time. If at least this much is left today, the site promises patients a call by "
        "closing time.",
    )
    next_day_minutes = models.PositiveSmallIntegerField(
        "otherwise call on the next open day within",
        default=240,
        help_text="Minutes of open time, counted from opening.",
    )

    confirm_by_mail = models.BooleanField(
        "confirm requests by email",
        default=False,
        help_text="Sends patients who gave an email address a confirmation with the reference and the time of the "
        "call. It repeats nothing that they typed.",
    )

    language_notice = ParagraphsField(
        blank=True,
        help_text="Notice that language assistance is free, in the languages the law asks for. One paragraph each.",
    )
    privacy_practices_url = URLField(
        "Notice of Privacy Practices", blank=True, help_text="Address of the clinic's own HIPAA notice."
    )

    hero_picture = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="A photograph of the clinic or its people for the top of the home page.",
    )
    map_picture = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="A map that you may publish, such as one you drew. On the contact page it leads to the directions.",
    )
    entrance_picture = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="A photograph of the entrance, for people who come the first time.",
    )

    INFORMATION = ("language_notice", "privacy_practices_url")
    PICTURES = ("hero_picture", "map_picture", "entrance_picture")

    class Meta:
        verbose_name = "clinic"
        verbose_name_plural = "clinic"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_clinic")]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        self.pk = 1
        super().save(**kwargs)

    def set_hours(self, periods, special_hours):
        week = [[] for _ in range(7)]
        for period in periods:
            week[period.weekday].append((period.opens_at, period.closes_at))
        self.opening_hours = hours.OpeningHours(
            zone=self.zone,
            week=tuple(tuple(sorted(day)) for day in week),
            special=tuple(special.as_special_days() for special in special_hours),
        )

    @cached_property
    def zone(self):
        return ZoneInfo(self.time_zone)

    @property
    def address(self):
        """The address in one line."""
        return f"{self.street}, {self.city}, {self.state} {self.postal_code}"

    @cached_property
    def directions_url(self):
        """Opens the map app on a phone, a map in a browser."""
        return "https://www.google.com/maps/dir/?" + urlencode(
            {"api": 1, "destination": f"{self.name}, {self.address}"}
        )

    @cached_property
    def phone_display(self):
        return phones.format_for_reading(self.phone)

    @cached_property
    def phone_dial(self):
        return phones.format_for_dialling(self.phone)

    @property
    def has_hours(self):
        return any(self.opening_hours.week)

    @property
    def today(self):
        return timezone.localdate(timezone=self.zone)

    @property
    def week_ahead(self):
        return hours.week_ahead(self.opening_hours, self.today)

    @property
    def coming_special_days(self):
        """Today's, too."""
        return hours.special_days_from(self.opening_hours, self.today)

    @property
    def open_until(self):
        return hours.open_until(self.opening_hours, timezone.now())

    @property
    def next_opening(self):
        return hours.next_opening(self.opening_hours, timezone.now())

    @property
    def is_closed_for_a_week(self):
        """Whether the name of the day alone would not tell when the clinic opens."""
        opening = self.next_opening
        return opening is not None and opening.date() - self.today >= timedelta(days=7)

    @property
    def published_pages(self):
        """The names of the addresses that exist only once staff have published something there."""
        now = timezone.now()
        return [
            name
            for name, kinds in PAGES_OF_KINDS.items()
            if any(kind in self.first_published and self.first_published[kind] <= now for kind in kinds)
        ]

    @cached_property
    def _topics(self):
        return {}

    def topics(self, language):
        """The topics of the articles, as TopicName.objects.by_topic() reads them; kept as long as these facts."""
        if language not in self._topics:
            self._topics[language] = TopicName.objects.by_topic(language)
        return self._topics[language]

    def call_by(self, now, wish=""):
        """The moment by which somebody who asks at `now` is promised a call; None without hours.

        `wish` is the part of the day in which they would like it, one of hours.PARTS_OF_DAY, or anything else.
        """
        return hours.call_by(
            self.opening_hours,
            now,
            same_day_minimum=timedelta(minutes=self.same_day_minutes),
            next_day_within=timedelta(minutes=self.next_day_minutes),
            wish=wish,
        )

    def after_open_time(self, now, duration):
        """The moment at which the clinic has been open for `duration` since `now`; the sum of both without hours."""
        return hours.after_open_time(self.opening_hours, now, duration) or now + duration

    def is_open_at(self, moment):
        """Whether the clinic is open at that moment, or just closing, so that a call may still be made."""
        return hours.is_open_time(self.opening_hours, moment)

    def open_questions(self):
        """A sentence for each fact that staff still have to fill in or confirm."""
        questions = []
        if not self.phone:
            questions.append("The telephone number is not filled in: pages show no call button.")
        elif phones.is_fictional(self.phone):
            questions.append(f"The telephone number {self.phone_display} is a placeholder reserved for fiction.")
        if not self.has_hours:
            questions.append("The opening hours are not filled in: patients are promised no time for the call.")
        elif not self.hours_confirmed:
            questions.append("The opening hours are a placeholder: correct them, then tick “opening hours confirmed”.")
        for name in self.INFORMATION:
            if not getattr(self, name):
                questions.append(f'"{self._meta.get_field(name).verbose_name}" is not filled in: pages leave it out.')
        return questions

    def missing_kinds(self):
        """{kind: a sentence} for what patients ask of every clinic and nobody has published."""
        return {kind: words for kind, words in ASKED_BY_PATIENTS.items() if kind not in self.first_published}


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


class InsurancePlanQuerySet(models.QuerySet):
    def with_words(self, words):
        """The plans whose names have all of these words, as articles.search has them."""
        return [plan for plan in self if all(word.is_in(search.build_index(plan.name)) for word in words)]


class InsurancePlan(models.Model):
    """A plan that the clinic takes. Its name is the same in every language."""

    name = LineField(max_length=100, unique=True, help_text="As on the patient's card.")

    objects = InsurancePlanQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class PublicGeneration(models.Model):
    """One row. Its number changes with every write to what the public sees.

    Triggers change it (clinic_site/generation.py), in the transaction of the write.
    """

    number = models.BigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_generation")]

    def __str__(self):
        return str(self.number)


class Duty(models.Model):
    """A task that the worker repeats, such as the daily purge, and when it is due next.

    While a worker runs it, `due_at` is the end of its lease, as with mails.
    """

    name = models.CharField(max_length=40, unique=True)
    due_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.name


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


class BackupManager(models.Manager):
    def get_queryset(self):
        """Defers the canary, which only a verification reads: the key of an old one may be gone from the settings."""
        return super().get_queryset().defer("canary")


class Backup(models.Model):
    """A backup, and the result of its verification.

    The row is stored before the backup is made, so the backup contains it: if its canary can be read after a restore,
    the right database was restored, and FIELD_ENCRYPTION_KEYS fit it.
    """

    made_at = models.DateTimeField()
    file_name = models.CharField(max_length=100, unique=True)
    size = models.BigIntegerField(null=True, help_text="Bytes. None until the file is whole.")
    canary = EncryptedTextField(default=secrets.token_urlsafe)
    checked_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True, help_text="What the check found wrong.")

    objects = BackupManager()

    class Meta:
        default_permissions = ()  # the admin has no page for it; its home page shows the result

    def __str__(self):
        return self.file_name
