"""The email about the last month to the staff's addresses, if the clinic wants it.

Totals only, all of them by the floor, since it leaves the site.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from clinic_site.facts import current_clinic
from clinic_site.statistics.floor import FLOOR, publish
from clinic_site.statistics.monthly import read_figures
from clinic_site.statistics.periods import Period
from clinic_site.statistics.report import OTHERS, tell_total
from consultations.desk.greetings import get_english_name
from consultations.mail.compose import compose_staff_mails
from consultations.models import OutgoingMail
from consultations.privacy.search_keys import keyed_hash

FIRST_HOUR = 1  # on the first, so that every process has stored what was read until midnight
LAST_DAY = 28  # of the month in which the mail may still come: a mail that was sent is erased after 30 days


def mail_last_month():
    """Queues one mail to each staff address, once a month, if the clinic wants it. Returns how many are new."""
    clinic = current_clinic()
    with timezone.override(clinic.zone), translation.override("en"):
        now = timezone.localtime()
        is_time = now.day <= LAST_DAY and (now.day > 1 or now.hour >= FIRST_HOUR)
        if not (clinic.mail_monthly_totals and is_time):
            return 0
        month = Period.around(now.date()).before
        keys = {
            recipient: keyed_hash("monthly totals", f"{month.code} {recipient}") for recipient in settings.STAFF_EMAILS
        }
        queued = set(OutgoingMail.objects.filter(once_key__in=keys.values()).values_list("once_key", flat=True))
        if queued == set(keys.values()):
            return 0
        mails = compose_staff_mails(
            OutgoingMail.Kind.DIGEST,
            f"The website in {month}",
            "monthly_totals.txt",
            build_context(month, timezone.now()),
        )
        for mail in mails:
            mail.once_key = keys[mail.recipient]
        OutgoingMail.objects.bulk_create(mails, ignore_conflicts=True)  # another worker may be doing the same
        return len(mails) - len(queued)


def build_context(month, now):
    (figures, *earlier), _ = read_figures([month, month.before, month.a_year_before], now)
    total = figures.total
    return {
        "month": month,
        "floor": FLOOR,
        "views": tell_total(figures.pages),
        "languages": tell_parts(figures.languages, get_english_name),
        "requests": tell_number(total.requests),
        "outcomes": tell_parts(
            publish(
                {
                    "came": total.came,
                    "did not come": total.did_not_come,
                    "visit arranged": total.scheduled - total.came - total.did_not_come,
                    "no visit arranged": total.requests - total.scheduled,
                }
            )
        ),
        "earlier": [
            {"month": each.period, "views": tell_total(each.pages), "requests": tell_number(each.total.requests)}
            for each in earlier
        ],
        "address": f"{settings.SITE_URL}{reverse('admin:clinic_site_pageviews_changelist')}?period={month.code}",
    }


def tell_number(number):
    return tell_total(publish({"": number}))


def tell_parts(published, name=str):
    """[(name, number)] of the parts that may be told, the largest first; nothing if only their total may be."""
    parts = sorted(published.shown.items(), key=lambda part: (-part[1], part[0]))
    told = [(name(part), f"{number:,}") for part, number in parts]
    return [*told, (OTHERS.lower(), f"{published.others:,}")] if told and published.others else told
