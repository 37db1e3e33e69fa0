"""Keeps tables as the editor writes them, and makes boxes of those that only place things beside each other."""

import re
from itertools import groupby

TABLES = ["table", "tbody", "tr", "th", "td"]  # what the editor writes
PARTS = {"caption": None, "thead": 0, "tbody": 1, "tfoot": 2}  # in the order in which they are read
ROWS_AND_CELLS = ["tr", "th", "td"]
IN_CELLS = ["p", "h2", "h3", "ul", "ol", "blockquote", "table"]
# Where a table is not as the editor writes it, in HTML: its cells hold blocks.
SIGNS_OF_TABLES = r"<t[dh]\b[^<>]*>(?!<(?:p|h2|h3|ul|ol|blockquote|table)\b)|<table\b[^<>]*>(?!<tbody>)|<tbody>(?!<tr>)"


def set_tables(page):
    tables = page.find_all("table")
    parts, layouts = {id(table): [] for table in tables}, set()
    for element in page.find_all(["table", "h1", "h2", "h3", "h4", "h5", "h6", *PARTS, *ROWS_AND_CELLS]):
        table = element.find_parent("table")
        if element.name in PARTS or element.name in ROWS_AND_CELLS:
            parts[id(table)].append(element)
        elif table:
            layouts.add(id(table))
    for table in tables:
        own = parts[id(table)]
        if id(table) in layouts or not holds_facts(own):
            for element in [table, *own]:
                element.name = "div"
        else:
            arrange(table, own, page)


def holds_facts(parts):
    """Whether it has columns, and more than one row or a heading of one."""
    cells = [part for part in parts if part.name in ("th", "td")]
    rows = [list(row) for _, row in groupby(cells, key=lambda cell: id(cell.parent))]
    has_columns = any(len(row) > 1 for row in rows)
    return has_columns and (len(rows) > 1 or any(cell.name == "th" for cell in cells))


def arrange(table, parts, page):
    """In one body, as the editor does. Its caption becomes a paragraph above it."""
    for part in parts:
        if part.name == "caption":
            part.name = "div"
            table.insert_before(part.extract())
        elif part.name == "td" and part.parent.parent.name == "thead":
            part.name = "th"
    rows = [part for part in parts if part.name == "tr" and part.find(["th", "td"])]
    rows.sort(key=lambda row: PARTS.get(row.parent.name, 1))
    head_columns(rows)
    body = page.new_tag("tbody")
    body.extend(rows)
    table.clear()
    table.append(body)


def head_columns(rows):
    """Word and Google Docs write no headings of columns: there, they are a first row in bold, unless all rows are."""
    first, *others = rows
    cells = first.find_all("td")
    has_headings = any(row.find("th") for row in rows)
    if len(cells) > 1 and not has_headings and is_bold(first) and not all(is_bold(row) for row in others):
        for cell in cells:
            cell.name = "th"


def is_bold(row):
    texts = row.find_all(string=re.compile(r"\S"))
    return bool(texts) and all(text.find_parent("strong") for text in texts)


def fill_cells(page):
    """An empty cell holds an empty paragraph, as in the editor."""
    for cell in page.find_all(["th", "td"]):
        if not cell.get_text(strip=True) and not cell.find(IN_CELLS):  # boxes without words are dropped
            cell.clear()
            cell.append(page.new_tag("p"))
