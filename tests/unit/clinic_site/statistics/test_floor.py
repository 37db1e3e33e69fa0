"""Nobody can work out a small number from what is published, even if they know the rule by which it is published."""

from collections import defaultdict
from itertools import product

import pytest

from clinic_site.statistics.floor import FLOOR, Published, add_up, publish, round_down

PAGES, LANGUAGES = ["home", "article-1", "article-2", "article-3"], ["en", "es"]


def test_a_total_under_the_floor_is_not_told():
    assert publish({"home": 3, "article-1": 1}) == Published(None, {}, 0)
    assert publish({}) == Published(None, {}, 0)


def test_parts_over_the_floor_are_told():
    assert publish({"home": 40, "article-1": 5}) == Published(45, {"home": 40, "article-1": 5}, 0)


def test_small_parts_are_added_up_as_all_others():
    parts = {"home": 40, "article-1": 4, "article-2": 2}
    assert publish(parts) == Published(46, {"home": 40}, 6)


def test_a_small_part_alone_is_joined_by_the_next_larger():
    parts = {"home": 40, "article-1": 3, "article-2": 12}
    assert publish(parts) == Published(55, {"home": 40}, 15)


def test_small_parts_whose_sum_is_under_the_floor_are_joined_by_the_next_larger():
    parts = {"home": 40, "article-1": 1, "article-2": 2, "article-3": 12}
    assert publish(parts) == Published(55, {"home": 40}, 15)


def test_parts_that_are_alike_are_joined_by_the_next_larger():
    """Two parts under 5 whose sum is 8 can only be 4 and 4."""
    assert publish({"home": 40, "article-1": 4, "article-2": 4, "article-3": 12}) == Published(60, {"home": 40}, 20)


def test_no_part_is_told_if_none_can_be():
    assert publish({"home": 40, "article-1": 3}) == Published(43, {}, 43)


def test_what_was_not_read_is_no_part():
    assert publish({"home": 40, "article-1": 0}) == Published(40, {"home": 40}, 0)


def test_a_longer_period_is_the_sum_of_what_its_months_tell():
    """Not of what is stored: the difference would be a small part of the second month."""
    first, second = {"home": 40, "article-1": 10}, {"home": 40, "article-1": 3, "article-2": 4}
    assert add_up([publish(first), publish(second)]) == Published(97, {"home": 80, "article-1": 10}, 7)


def test_a_month_under_the_floor_adds_nothing_to_a_longer_period():
    assert add_up([publish({"home": 4}), publish({"home": 6})]) == Published(6, {"home": 6}, 0)
    assert add_up([publish({"home": 4}), publish({"home": 3})]) == Published(None, {}, 0)


def test_a_running_month_grows_by_no_less_than_the_floor():
    looks = [publish({"home": 40 + views, "article-1": 7}) for views in range(6)]
    assert [round_down(look) for look in looks] == [Published(45, {"home": 40, "article-1": 5}, 0)] * 3 + [
        Published(50, {"home": 40, "article-1": 5}, 0)
    ] * 2 + [Published(50, {"home": 45, "article-1": 5}, 0)]
    assert round_down(publish({"home": 40, "article-1": 3})).others == 40
    assert round_down(publish({"home": 3})) == Published(None, {}, 0)


def tables(number, most, least=0):
    """Every table of so many numbers, each at least `least`, whose sum is at most `most`: all that a total may mean."""
    if not number:
        yield ()
        return
    for first in range(least, most - least * (number - 1) + 1):
        for others in tables(number - 1, most - first, least):
            yield (first, *others)


def freeze(published):
    return published.total, tuple(sorted(published.shown.items())), published.others


def find_given_away(some_tables, publish_table):
    """Small numbers that a reader knows from the published figures, given that the table is one of these.

    `publish_table` turns a table into what is published of it, and {name: value} of everything it holds.
    """
    possible, stored = defaultdict(lambda: defaultdict(set)), []
    for table in some_tables:
        published, values = publish_table(table)
        stored.append((published, values))
        for name, value in values.items():
            possible[published][name].add(value)
    return [
        (published, name, value)
        for published, values in stored
        for name, value in values.items()
        if 0 < value < FLOOR and len(possible[published][name]) == 1
    ]


def publish_pages(table):
    parts = dict(zip(PAGES, table, strict=False))
    return freeze(publish(parts)), parts


@pytest.mark.parametrize(("number", "most"), [(2, 60), (3, 40), (4, 30)])
def test_no_hidden_page_can_be_worked_out(number, most):
    assert find_given_away(tables(number, most), publish_pages) == []


@pytest.mark.parametrize(("number", "most"), [(3, 40), (4, 30)])
def test_nor_can_one_that_was_hidden_for_the_sake_of_another(number, most):
    possible, hidden = defaultdict(set), []
    for table in tables(number, most):
        published, parts = publish_pages(table)
        for name, value in parts.items():
            possible[published, name].add(value)
            if value >= FLOOR and name not in dict(published[1]):
                hidden.append((published, name))
    assert hidden
    assert [each for each in hidden if len(possible[each]) == 1] == []


@pytest.mark.parametrize(("number", "most"), [(2, 60), (3, 40), (4, 30)])
def test_nor_can_it_by_somebody_who_knows_that_every_page_was_read(number, most):
    """Once something is told apart. If nothing is, only the site's total is told, whatever the pages have."""
    found = find_given_away(tables(number, most, least=1), publish_pages)
    assert [each for each in found if each[0][1]] == []


def publish_cross_table(table):
    """Of two pages in two languages: their totals by page and by language."""
    cells = dict(zip(product(PAGES[:2], LANGUAGES), table, strict=True))
    pages = {page: sum(cells[page, language] for language in LANGUAGES) for page in PAGES[:2]}
    languages = {language: sum(cells[page, language] for page in PAGES[:2]) for language in LANGUAGES}
    return (freeze(publish(pages)), freeze(publish(languages))), {**pages, **languages, **cells}


@pytest.mark.whole
def test_no_page_language_or_page_in_a_language_can_be_worked_out_from_both_tables():
    assert find_given_away(tables(4, 30), publish_cross_table) == []


def publish_months(table):
    """Of two pages in two months: each month, and both together."""
    months = [dict(zip(PAGES, month, strict=False)) for month in (table[:2], table[2:])]
    published = [publish(month) for month in months]
    values = {(number, page): views for number, month in enumerate(months) for page, views in month.items()}
    return tuple(freeze(each) for each in [*published, add_up(published)]), values


@pytest.mark.whole
def test_no_hidden_number_can_be_worked_out_from_months_and_the_period_that_holds_them():
    assert find_given_away(tables(4, 30), publish_months) == []


def test_a_rule_that_gives_numbers_away_would_be_found():
    """Hiding small numbers is not enough: the total and the other pages give one away."""

    def only_hide(table):
        parts = dict(zip(PAGES, table, strict=False))
        return (sum(table), tuple((name, views) for name, views in parts.items() if views >= FLOOR)), parts

    def pool_without_a_look_at_its_parts(table):
        parts = dict(zip(PAGES, table, strict=False))
        shown = {name: views for name, views in parts.items() if views >= FLOOR}
        return (sum(table), tuple(shown.items()), tuple(sorted(parts.keys() - shown.keys()))), parts

    assert find_given_away(tables(3, 25), only_hide)
    assert find_given_away(tables(3, 25), pool_without_a_look_at_its_parts)
