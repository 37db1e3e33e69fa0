"""Reads a fetched page as a reader sees it."""

import json
from functools import lru_cache

import html5lib
from bs4 import BeautifulSoup
from bs4.builder import HTML5TreeBuilder


class Builder(HTML5TreeBuilder):
    """Beautiful Soup's own builder, which also keeps the parse errors."""

    def feed(self, markup):
        parser = html5lib.HTMLParser(tree=self.create_treebuilder)
        self.underlying_builder.parser = parser
        parser.parse(markup)
        self.errors = parser.errors


@lru_cache(maxsize=100)  # tests fetch the same pages again and again, and parsing takes longer than making them
def parse(text):
    """(tree, errors) of an HTML page. Pages with the same text share the tree, so tests never change it."""
    builder = Builder()
    return BeautifulSoup(text, builder=builder), builder.errors


@lru_cache(maxsize=100)
def parse_quickly(text):
    """The tree of a page whose mistakes are not looked for, in half the time."""
    return BeautifulSoup(text.replace("\r\n", "\n"), "html.parser")


def proof_read(response):
    """Fails for a page with a parse error, without exactly one `h1`, with an id used twice, or with a cookie."""
    assert not response.cookies
    text = response.content.decode()
    if not text:
        return
    page, errors = parse(text)
    response.proof_read = page
    assert not errors, [(place, name, text.splitlines()[place[0] - 1]) for place, name, _ in errors]
    assert len(page.find_all("h1")) == 1
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids)), f"ids used twice: {sorted(i for i in ids if ids.count(i) > 1)}"


class Page:
    def __init__(self, response):
        self.soup = getattr(response, "proof_read", None) or parse_quickly(response.content.decode())

    @property
    def title(self):
        return self.soup.title.get_text()

    def all(self, selector):
        return self.soup.select(selector)

    def one(self, selector):
        (element,) = self.soup.select(selector)
        return element

    def text(self, selector):
        """The text of the only matching element, with blanks folded."""
        return fold(self.one(selector))

    def texts(self, selector):
        return [fold(element) for element in self.soup.select(selector)]

    def links(self, text):
        """The targets of all links with this text, in the order of the page."""
        return [link["href"] for link in self.soup.select("a[href]") if fold(link) == text]

    def structured_data(self):
        (block,) = self.soup.select("script[type='application/ld+json']")
        return json.loads(block.string)

    def structured_nodes(self):
        """{type: node} of the structured data's graph."""
        return {node["@type"]: node for node in self.structured_data()["@graph"]}

    def fields(self, form):
        """{name: value} that a browser sends for the form as it is."""
        sent = {}
        for field in self.one(form).select("input[name], select[name], textarea[name]"):
            if field.name == "select":
                chosen = field.select("option[selected]") or field.select("option")
                sent[field["name"]] = chosen[0].get("value", "") if chosen else ""
            elif field.name == "textarea":
                sent[field["name"]] = field.get_text().removeprefix("\n").replace("\n", "\r\n")
            elif field.get("type") in ("checkbox", "radio"):
                sent |= {field["name"]: field.get("value", "on")} if field.has_attr("checked") else {}
            elif field.get("type") not in ("submit", "button"):
                sent[field["name"]] = field.get("value", "")
        return sent

    def language_links(self):
        return {link["hreflang"]: link["href"] for link in self.soup.select(".language-widget a")}


def fold(element):
    return " ".join(element.get_text().split())
