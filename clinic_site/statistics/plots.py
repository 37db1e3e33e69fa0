"""Plots of horizontal bars, as shapes that a template draws as inline SVG. Lengths are in units of the drawing."""

from typing import NamedTuple

WIDTH = 360
LONGEST = 200  # bar; the rest is for the figure behind it
LABEL, BAR, GAP = 20, 16, 8  # heights of a line
MOST_LETTERS = 52  # of a label, in WIDTH


class Bar(NamedTuple):
    kind: str  # `now`, `before` or `earlier`
    length: int
    text: str
    y: int

    @property
    def text_x(self):
        return self.length + 6

    @property
    def text_y(self):
        return self.y + 11


class Group(NamedTuple):
    label: str
    y: int
    bars: list


class Plot(NamedTuple):
    name: str
    title: str
    description: str
    groups: list
    height: int
    width: int = WIDTH


def make_plot(name, title, description, groups, *, own_scales=False):
    """A plot of [(label, [(kind, value, text)])]; a value that is not told is None.

    With `own_scales`, bars of one group are compared with each other only.
    """
    longest = max((value or 0 for _, bars in groups for _, value, _ in bars), default=0)
    drawn, y = [], 0
    for label, bars in groups:
        most = max(value or 0 for _, value, _ in bars) if own_scales else longest
        label = label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1].rstrip()}…"
        lengths = [round(LONGEST * (value or 0) / most) if most else 0 for _, value, _ in bars]
        shapes = [
            Bar(kind, length, text, y + LABEL + BAR * place)
            for place, ((kind, _, text), length) in enumerate(zip(bars, lengths, strict=True))
        ]
        drawn.append(Group(label, y + LABEL - 6, shapes))
        y += LABEL + BAR * len(bars) + GAP
    return Plot(name, title, description, drawn, y)
