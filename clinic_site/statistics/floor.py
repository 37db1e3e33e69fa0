"""What may be published of how often pages were read. Pure functions.

So that nobody works a small number out from one look at the figures: who looks at the running month again sees by how
much they grew.

The figures of a month are published in three ways: the site's total, the pages' and the languages', never a page in a
language. Whoever knows the total and all pages but one knows that one. So small parts are added up as "all others",
and if that sum would still give one of them away, the next larger part is added to it.
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
    concludes from the published figures
    and from this very rule stays true if two unlike parts of the pool trade places: no part of it has only one possible
    value. Parts that were not read at all are no parts.
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


def add_up(months: list[Published]) -> Published:
    """The figures of a longer period: the sums of what is published for its months, and of nothing else."""
    totals = [month.total for month in months if month.total is not None]
    shown: dict[str, int] = {}
    for month in months:
        for name, views in month.shown.items():
            shown[name] = shown.get(name, 0) + views
    return Published(sum(totals) if totals else None, shown, sum(month.others for month in months))
