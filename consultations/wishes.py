"""The parts of the day in which a patient may wish to be called, on the clinic's clock."""

from datetime import datetime, time

from django.utils import timezone

PARTS_OF_DAY = {
    "morning": (time.min, time(12)),
    "midday": (time(11), time(14)),
    "afternoon": (time(12), time.max),
}


def find_ends_at(now):
    """{name of a part that `now` belongs to: when that part ends}."""
    local = timezone.localtime(now)
    return {
        name: datetime.combine(local, end, local.tzinfo)
        for name, (start, end) in PARTS_OF_DAY.items()
        if start <= local.time() < end
    }
