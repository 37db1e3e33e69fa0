"""A fetched page, asked for what a reader sees."""

import json

from bs4 import BeautifulSoup


class Page:
    def __init__(self, response):
        self.soup = BeautifulSoup(response.content.decode(), "html5lib")

    @property
    def title(self):
        return self.soup.title.get_text()

    def all(self, selector):
        return self.soup.select(selector)

    def one(self, selector):
        (element,) = self.soup.select(selector)
        return element

    def text(self, selector):
        """What the one element that fits says, with its blanks folded."""
        return fold(self.one(selector))

    def texts(self, selector):
        return [fold(element) for element in self.soup.select(selector)]

    def links(self, text):
        """Where every link that says `text` leads, in the order of the page."""
        return [link["href"] for link in self.soup.select("a[href]") if fold(link) == text]

    def structured_data(self):
        (block,) = self.soup.select("script[type='application/ld+json']")
        return json.loads(block.string)

    def fields(self, form):
        """What a browser sends when the form is sent as it stands: {name: value}."""
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
