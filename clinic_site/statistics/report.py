"""The figures of a period in words: tables, plots, the answers that come first, and the lines of the spreadsheet."""

from typing import NamedTuple

from clinic_site.statistics.floor import FLOOR
from clinic_site.statistics.monthly import STAGES, Tally, read_figures
from clinic_site.statistics.pages import NOT_KNOWN, OWN_PAGE
from clinic_site.statistics.periods import MONTH
from clinic_site.statistics.plots import make_plot
from consultations.desk.greetings import get_english_name
from consultations.models import ANOTHER_LANGUAGE, ConsultationRequest
from consultations.promises import format_wait

UNDER, POOLED, OTHERS = f"under {FLOOR}", "in “All others”", "All others"
KINDS = ("now", "before", "earlier")  # of bars: this period, the one before, the same a year before
SORTS = {"views": "Views", **{name: STAGES[name] for name in ("requests", "scheduled", "came")}}
MOST_ROWS, MOST_BARS = 20, 8
PATIENTS = {"new": "New patients", "returning": "Returning patients", "": "Not answered"}
APART = {"held": "Held as possible spam", "spam": "Spam", "questions": "Questions, not requests for a consultation"}
HEADS = [
    "Period",
    "Table",
    "Name",
    "Page views",
    *STAGES.values(),
    "Not called yet",
    "Median wait (minutes)",
]


class Table(NamedTuple):
    name: str
    caption: str
    heads: list  # (words, the address that sorts by the column or empty, whether it does)
    rows: list  # (name, cells)


def tell_total(published, months=MONTH):
    """The views of the whole site. Of a longer period under the floor, only what its months tell is known."""
    if published.total is None:
        return UNDER if months == MONTH else f"{UNDER} a month"
    return f"{published.total:,}"


def tell_views(figures):
    return tell_total(figures.pages, figures.period.length)


def tell_part(published, name):
    """A page's or language's views. Which of the others are small, and which are pooled for their sake, is not told."""
    if name in published.shown:
        return f"{published.shown[name]:,}"
    if name in ("", ANOTHER_LANGUAGE):
        return ""  # no page is called so, or written in it
    return UNDER if published.total is None else POOLED


def tell_wait(tally):
    return "no calls" if tally.median_wait is None else format_wait(tally.median_wait)


def as_number(text):
    """For a spreadsheet, which may take the comma of 1,234 for a decimal one."""
    return text.replace(",", "")


def plural(number, word):
    return f"{number:,} {word}{'' if number == 1 else 's'}"


class Report:
    """Three queries, two without requests."""

    def __init__(self, period, now, *, clinic, with_requests, sort="requests"):
        self.with_requests = with_requests
        periods = list(dict.fromkeys([period, period.before, period.a_year_before]))  # two for a year
        self.all, self.due = read_figures(periods, now, with_requests=with_requests)
        self.figures, self.before = self.all[:2]
        self.sort = sort if with_requests else "views"
        self.titles = clinic.describe_pages({name for each in self.all for name in [*each.pages.shown, *each.by_page]})

    # Answers

    @property
    def answers(self):
        """The owner's questions, answered in a sentence each."""
        now = self.figures
        if not self.with_requests:
            return []
        sentences = [
            f"{each.period}: {tell_views(each)} page views, {plural(each.total.requests, 'request')}, "
            f"{plural(each.total.came, 'visit')}."
            for each in (now, self.before)
        ]
        own = [(name, tally) for name, tally in now.by_page.items() if OWN_PAGE.fullmatch(name)]
        if own:
            name, best = max(own, key=lambda each: (each[1].came, each[1].scheduled, each[1].requests, each[0]))
            brought = "patients" if best.came else "requests"
            sentences.append(
                f"“{self.titles[name]}” brought the most {brought}: {plural(best.requests, 'request')}, "
                f"{best.scheduled:,} scheduled, {best.came:,} came."
            )
        waits = [(tally.median_wait, code) for code, tally in now.by_language.items() if tally.waits]
        if len(waits) > 1:
            wait, code = max(waits)
            language = "another language" if code == ANOTHER_LANGUAGE else get_english_name(code)
            sentences.append(
                f"Patients who asked in {language} wait longest: half of them waited {format_wait(wait)} or longer for "
                "the first call."
            )
        return sentences

    # Tables

    def compare(self, name, caption, rows):
        """A table of three periods."""
        return Table(name, caption, [(str(each.period), "", False) for each in self.all], rows)

    @property
    def totals(self):
        rows = [("Page views", [tell_views(each) for each in self.all])]
        if self.with_requests:
            rows += [(words, [f"{getattr(each.total, name):,}" for each in self.all]) for name, words in STAGES.items()]
            rows += [
                ("Promised calls kept", [f"{each.promises_kept:,} of {each.promises:,}" for each in self.all]),
                ("Median wait for the first call", [tell_wait(each.total) for each in self.all]),
            ]
        return self.compare("totals", "", rows)

    def list_pages(self):
        """The names of the pages that have a figure of their own, the best first."""
        now = self.figures

        def rank(name):
            views, tally = now.pages.shown.get(name, 0), now.by_page.get(name, Tally())
            first = views if self.sort == "views" else getattr(tally, self.sort)
            return -first, -tally.requests, -views, self.titles[name]

        return sorted(now.pages.shown.keys() | now.by_page.keys(), key=rank)

    def tell_parts(self, code_names, kind, tallies):
        """Rows of (name, [views, views before, stages]) for the pages or languages, and all others."""
        now, before = self.figures, self.before
        rows = []
        for code, name in code_names:
            cells = [tell_part(getattr(each, kind), code) for each in (now, before)]
            rows.append((name, cells + self.tell_stages(tallies.get(code, Tally()))))
        others = [getattr(each, kind).others for each in (now, before)]
        if any(others):
            cells = [f"{number:,}" if number else "none" for number in others]
            rows.append((OTHERS, cells + [""] * (len(STAGES) if self.with_requests else 0)))
        return rows

    def tell_stages(self, tally):
        return [f"{getattr(tally, name):,}" for name in STAGES] if self.with_requests else []

    def head_parts(self, link=None):
        """The columns of tell_parts(), with links that sort if `link` makes them."""
        stages = STAGES.items() if self.with_requests else ()
        heads = [("views", "Views"), ("", f"Views, {self.before.period}"), *stages]
        return [
            (
                words,
                link(name) if link and self.with_requests and name in SORTS else "",
                bool(link) and name == self.sort,
            )
            for name, words in heads
        ]

    def pages_table(self, link, *, most=MOST_ROWS):
        names = self.list_pages()
        rows = self.tell_parts([(name, self.titles[name]) for name in names[:most]], "pages", self.figures.by_page)
        return Table("pages", "", self.head_parts(link), rows)

    @property
    def languages_table(self):
        tallies = self.figures.by_language
        codes = self.figures.languages.shown.keys() | tallies.keys()
        named = sorted(((code, get_english_name(code)) for code in codes), key=lambda each: each[1])
        rows, heads = self.tell_parts(named, "languages", tallies), self.head_parts()
        if self.with_requests:
            heads += [("Not called yet", "", False), ("Median wait for the first call", "", False)]
            called = [tallies.get(code, Tally()) for code, _ in named]
            waits = [[f"{tally.not_called:,}", tell_wait(tally)] for tally in called] + [["", ""]]
            rows = [(name, cells + more) for (name, cells), more in zip(rows, waits, strict=False)]
        return Table("languages", "", heads, rows)

    def tallies_table(self, name, caption, named):
        heads = [(words, "", False) for words in STAGES.values()]
        return Table(name, caption, heads, [(words, self.tell_stages(tally)) for words, tally in named])

    @property
    def campaigns(self):
        """[(word, tally)], the most requests first, what is not known last."""
        found = sorted(self.figures.by_campaign.items(), key=lambda each: (not each[0], -each[1].requests, each[0]))
        return [(word or NOT_KNOWN, tally) for word, tally in found]

    @property
    def campaigns_table(self):
        return self.tallies_table("campaigns", "Campaigns", self.campaigns)

    @property
    def patients_table(self):
        named = [(words, self.figures.by_patient.get(status, Tally())) for status, words in PATIENTS.items()]
        return self.tallies_table("patients", "New or returning", named)

    @property
    def closed_table(self):
        reasons = [*ConsultationRequest.ClosedBecause.choices, ("", "No reason given")]
        rows = [(str(words), [f"{each.closed[reason]:,}" for each in self.all]) for reason, words in reasons]
        return self.compare("closed", "Why requests were closed", rows)

    @property
    def apart_table(self):
        rows = [(words, [f"{each.apart[name]:,}" for each in self.all]) for name, words in APART.items()]
        return self.compare("apart", "Counted separately, in no other figure", rows)

    # Plots

    def bars_of_periods(self, values, texts):
        return [
            (kind, value, f"{text} · {each.period}")
            for kind, value, text, each in zip(KINDS, values, texts, self.all, strict=False)
        ]

    @property
    def totals_plot(self):
        groups = [
            (
                "Page views",
                self.bars_of_periods(
                    [each.pages.total for each in self.all],
                    [tell_views(each) for each in self.all],
                ),
            )
        ]
        for name in ("requests", "scheduled", "came") if self.with_requests else ():
            values = [getattr(each.total, name) for each in self.all]
            groups.append((STAGES[name], self.bars_of_periods(values, [f"{value:,}" for value in values])))
        description = "Each group of bars has its own scale. The table has the same figures."
        return make_plot("totals", "From reading to visit", description, groups, own_scales=True)

    def simple_plot(self, name, title, bars):
        """One bar for each of [(label, value, text)]."""
        groups = [(label, [("now", value, text)]) for label, value, text in bars[:MOST_BARS]]
        return make_plot(name, f"{title}, {self.figures.period}", "The table has the same figures.", groups)

    @property
    def pages_plot(self):
        pages, bars = self.figures.pages, []
        for name in self.list_pages():
            tally = self.figures.by_page.get(name, Tally())
            value = pages.shown.get(name) if self.sort == "views" else getattr(tally, self.sort)
            bars.append((self.titles[name], value, tell_part(pages, name) if self.sort == "views" else f"{value:,}"))
        return self.simple_plot("pages", f"{SORTS[self.sort]} by page", [bar for bar in bars if bar[1]])

    @property
    def languages_plot(self):
        found = [(tally.median_wait, code) for code, tally in self.figures.by_language.items() if tally.waits]
        bars = [
            (get_english_name(code), wait.total_seconds(), format_wait(wait))
            for wait, code in sorted(found, reverse=True)
        ]
        return self.simple_plot("languages", "Median wait for the first call", bars)

    @property
    def campaigns_plot(self):
        bars = [(word, tally.requests, f"{tally.requests:,}") for word, tally in self.campaigns]
        return self.simple_plot("campaigns", "Requests by campaign", bars)

    @property
    def closed_plot(self):
        rows = [(words, int(cells[0].replace(",", "")), cells[0]) for words, cells in self.closed_table.rows]
        return self.simple_plot("closed", "Why requests were closed", [bar for bar in rows if bar[1]])

    # The spreadsheet

    def lines(self):
        """The figures of all three periods, one line each, under HEADS."""
        for each in self.all:
            period = str(each.period)
            yield [period, "Total", "", as_number(tell_views(each)), *self.cells(each.total)]
            for name in sorted(each.pages.shown.keys() | each.by_page.keys(), key=self.titles.get):
                views = as_number(tell_part(each.pages, name))
                yield [period, "Pages", self.titles[name], views, *self.cells(each.by_page.get(name))]
            if each.pages.others:
                yield [period, "Pages", OTHERS, each.pages.others]
            for code in sorted(each.languages.shown.keys() | each.by_language.keys()):
                views = as_number(tell_part(each.languages, code))
                yield [period, "Languages", get_english_name(code), views, *self.cells(each.by_language.get(code))]
            if each.languages.others:
                yield [period, "Languages", OTHERS, each.languages.others]
            if self.with_requests:
                yield from self.lines_of_requests(period, each)

    def lines_of_requests(self, period, each):
        for word, tally in sorted(each.by_campaign.items()):
            yield [period, "Campaigns", word or NOT_KNOWN, "", *self.cells(tally)]
        for status, words in PATIENTS.items():
            yield [period, "New or returning", words, "", *self.cells(each.by_patient.get(status))]
        for reason, number in sorted(each.closed.items()):
            words = ConsultationRequest.ClosedBecause(reason).label if reason else "No reason given"
            yield [period, "Closed", words, "", number]
        for name, words in APART.items():
            yield [period, "Counted separately", words, "", each.apart[name]]
        yield [period, "Promised calls", "Over", "", each.promises]
        yield [period, "Promised calls", "Kept", "", each.promises_kept]

    def cells(self, tally):
        if not self.with_requests:
            return []
        tally = tally or Tally()
        wait = "" if tally.median_wait is None else round(tally.median_wait.total_seconds() / 60)
        return [*(getattr(tally, name) for name in STAGES), tally.not_called, wait]
