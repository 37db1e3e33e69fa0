"""The clinic's own facts, as every page shows them."""

from datetime import timedelta
from functools import cached_property
from urllib.parse import urlencode
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from articles import search
from articles.fields import LineField, ParagraphsField, URLField
from articles.models import ORIGINAL_LANGUAGE, OWN_PAGES, SHARED_PAGES, ArticleText, Kind, Picture, TopicName
from clinic_site import hours
from clinic_site.models.statistics import Campaign
from clinic_site.statistics.pages import OWN_PAGE, describe_page
from consultations import phones

ASKED_BY_PATIENTS = {  # kinds of which every clinic has something to say
    Kind.PERSON: "No clinician is listed on “Our team”.",
    Kind.FIRST_VISIT: "Nothing about the first visit is published.",
    Kind.COSTS: "Nothing about insurance and payment is published.",
    Kind.GETTING_HERE: "Nothing about parking and step-free access is published.",
}
NO_ESTIMATE_NOTICE = (
    "The site lacks the notice about good faith estimates that federal law asks of a clinic's website (45 CFR 149.610)."
)


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
    mail_monthly_totals = models.BooleanField(
        "email the month's totals",
        default=False,
        help_text="Sends an email to the staff's addresses on the first of each month: totals only. It also reaches "
        "colleagues who may not open Statistics.",
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
        help_text="A map that you have the right to publish, such as one you drew. It links to directions.",
    )
    entrance_picture = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="A photograph of the entrance, for first-time visitors.",
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
            for name, page in SHARED_PAGES.items()
            if name != "contact"  # which exists anyway
            and any(kind in self.first_published and self.first_published[kind] <= now for kind in page.kinds)
        ]

    @property
    def has_estimate_notice(self):
        """Whether patients can read their right to a good faith estimate: it stands first on the page of costs."""
        return "costs" in self.published_pages

    @cached_property
    def _topics(self):
        return {}

    def topics(self, language):
        """The topics of the articles, as TopicName.objects.by_topic() reads them; kept as long as these facts."""
        if language not in self._topics:
            self._topics[language] = TopicName.objects.by_topic(language)
        return self._topics[language]

    def page_titles(self, names):
        """{name: English title} of the named pages that are articles or services. One query, none without any."""
        numbers = [found["number"] for name in names if (found := OWN_PAGE.fullmatch(name))]
        if not numbers:
            return {}
        texts = ArticleText.objects.for_lists().filter(
            article__in=numbers, article__kind__in=OWN_PAGES, language=ORIGINAL_LANGUAGE
        )
        titles = {text.article.page_name: text.title for text in texts}
        return {name: titles[name] for name in names if name in titles}

    def describe_pages(self, names):
        """{name of a page: what staff read}. One query, none without articles and services."""
        titles = self.page_titles(names)
        return {name: titles.get(name) or describe_page(name) for name in names}

    def service_title(self, page):
        """The English title of the service whose page has this name; empty if it is another page, without a query."""
        return self.page_titles([page]).get(page, "") if page.startswith("service-") else ""

    def find_campaign(self, words):
        """The first of `words` that is in the manager's list; empty without one. One query, none without words."""
        known = set(Campaign.objects.filter(word__in=words).values_list("word", flat=True)) if words else ()
        return next((word for word in words if word in known), "")

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
        missing = {kind: words for kind, words in ASKED_BY_PATIENTS.items() if kind not in self.first_published}
        if not self.has_estimate_notice:
            missing[Kind.COSTS] = f"Nothing about costs and insurance is published. {NO_ESTIMATE_NOTICE}"
        return missing


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
