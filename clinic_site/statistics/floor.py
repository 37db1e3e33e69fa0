"""What may be published of how often pages were read. Pure functions.

The figures of a month are published in three ways: the site's total, the pages' and the languages', never a page in a
language. Whoever knows the total and all pages but one knows that one. So small parts are added up as "all others",
and if that sum would still give one of them away, the next larger part is added to it. While a month runs, whoever
looks at it twice sees by how much it grew, so its figures grow by no less than the floor.
"""

from typing import NamedTuple

FLOOR = 5  # the smallest number of views that is told


class Published(NamedTuple):
    """The published figures of a month, or of several."""

    total: int | None  # None: under the floor
    shown: dict[str, int]  # of the parts that are told apart
    others: int  # the sum of the other parts


def publish(parts: dict[str, int]) -> Published:
    """What may be told of the parts of a month's total.

    The parts in the pool of "all others" are never all alike, unless they are all there is. So whatever a reader
    concludes from the published figures and from this very rule stays true if two unlike parts of the pool trade
    places: no part of it has only one possible value. Parts that were not read at all are no parts.
    """
    shown = {name: views for name, views in parts.items() if views}
    total = sum(shown.values())
    if total < FLOOR:
        return Published(None, {}, 0)
    pool = [shown.pop(name) for name, views in list(shown.items()) if views < FLOOR]
    while pool and shown and (sum(pool) < FLOOR or len(set(pool)) == 1):
        least = min(shown.values())
        pool += [shown.pop(name) for name, views in list(shown.items()) if views == least]  # alike: none is preferred
    return Published(total, shown, sum(pool))


def round_down(month: Published) -> Published:
    """The figures of a month that is not over: multiples of the floor, each by itself."""
    if month.total is None:
        return month
    shown = {name: views - views % FLOOR for name, views in month.shown.items()}
    return Published(month.total - month.total % FLOOR, shown, month.others - month.others % FLOOR)


def add_up(months: list[Published]) -> Published:
    """The figures of a longer period: the sums of what is published for its months, and of nothing else."""
    totals = [month.total for month in months if month.total is not None]
    shown: dict[str, int] = {}
    for month in months:
        for name, views in month.shown.items():
            shown[name] = shown.get(name, 0) + views
    return Published(sum(totals) if totals else None, shown, sum(month.others for month in months))
