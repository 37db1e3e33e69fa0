"""Reads tables of redirects: pasted lines, the CSV and JSON of WordPress's Redirection, and Yoast's CSV."""

import csv
import json
import re
from typing import NamedTuple

from clinic_site.text_rules import drop_invisible

SEPARATORS = "\t,;"
ARROW_OR_BLANKS = re.compile(r"\s+(?:(?:→|->|=>)\s+)?")
REDIRECTION = {"source", "target", "regex", "code", "type", "match"}  # of the eight columns of Redirection 5
YOAST = {"origin", "target", "type", "format"}  # all columns of Yoast SEO Premium


class Row(NamedTuple):
    """A line of a table; `left_out` is the reason why it is no redirect from one address to another, if it is none."""

    number: int
    line: str
    cells: list
    left_out: str = ""


def read_rows(text):
    """(rows, heading) of a table in any of the four forms; the heading is the line that was taken for one.

    Raises ValueError for an export that breaks off.
    """
    text = drop_invisible(text)
    if text.lstrip().startswith("{"):
        return read_json_of_redirection(text), ""
    first = text.lstrip().partition("\n")[0].strip()
    columns = {cell.lower() for cell in split_by(",", first)}
    if columns >= REDIRECTION:
        return read_csv(text, convert_row_of_redirection), first
    if columns == YOAST:
        return read_csv(text, convert_row_of_yoast), first
    return read_lines(text)


def read_lines(text):
    rows, heading = [], ""
    for number, line in enumerate(text.splitlines(), start=1):
        if line := line.strip():
            cells = split_cells(line)
            if not (rows or heading) and not any(cell.startswith(("/", "http")) for cell in cells):
                heading = line
            else:
                rows.append(Row(number, line, cells))
    return rows, heading


def split_cells(line):
    """Two cells, by the first separator that makes two of the line; otherwise the line as it is."""
    for separator in SEPARATORS:
        if len(cells := split_by(separator, line)) == 2:
            return cells
    cells = tidy_cells(ARROW_OR_BLANKS.split(line))
    return cells if len(cells) == 2 else [line]


def split_by(separator, line):
    try:
        return tidy_cells(next(csv.reader([line], delimiter=separator, skipinitialspace=True), []))
    except csv.Error:  # such as a cell of more than 128 kB
        return []


def tidy_cells(cells):
    return [tidy for cell in cells if (tidy := cell.strip(" \"'"))]


def read_csv(text, convert):
    """Raises ValueError for a table with a cell that no address is as long as."""
    table = csv.DictReader(text.strip().splitlines(), skipinitialspace=True)
    table.fieldnames = [name.strip().lower() for name in table.fieldnames]
    rows = []
    try:
        for values in table:
            values = {name: (value or "").strip() for name, value in values.items() if isinstance(name, str)}
            cells, left_out = convert(values)
            rows.append(Row(table.line_num, " ".join(cells), cells, left_out))
    except csv.Error as error:
        raise ValueError("no export") from error
    return rows


def convert_row_of_redirection(values):
    reason = find_reason_to_leave_out(
        is_pattern=values["regex"] == "1", code=values["code"], kind=values["type"], match=values["match"]
    )
    return [values["source"], values["target"]], reason


def convert_row_of_yoast(values):
    """Yoast's addresses begin without a slash."""
    cells = [cell if cell.startswith(("/", "http")) else f"/{cell}" for cell in (values["origin"], values["target"])]
    return cells, find_reason_to_leave_out(is_pattern=values["format"] != "plain", code=values["type"])


def read_json_of_redirection(text):
    """Raises ValueError for any other JSON."""
    try:
        found = json.loads(text)["redirects"]
        return [convert_item_of_redirection(number, item) for number, item in enumerate(found, start=1)]
    except (KeyError, TypeError, AttributeError, RecursionError):
        raise ValueError("not an export from Redirection") from None


def convert_item_of_redirection(number, item):
    flags = (item.get("match_data") or {}).get("source") or {}
    data = item.get("action_data") or {}
    target = data.get("url", "") if isinstance(data, dict) else data
    reason = find_reason_to_leave_out(
        is_pattern=item.get("regex") or flags.get("flag_regex"),
        code=str(item.get("action_code", "")),
        kind=item.get("action_type", "url"),
        match=item.get("match_type", "url"),
        is_on=item.get("enabled", True),
    )
    cells = [str(item["url"]), str(target)]
    return Row(number, " ".join(cells), cells, reason)


def find_reason_to_leave_out(*, is_pattern, code, kind="url", match="url", is_on=True):
    if is_pattern:
        return "a pattern for many addresses"
    if code in ("404", "410", "451") or kind == "error":
        return "a page that is gone"
    if match != "url":
        return "for some visitors only, such as those who are logged in"
    if kind != "url":
        return "not a redirect to one page"
    return "" if is_on else "switched off"
