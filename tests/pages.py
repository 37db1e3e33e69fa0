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

    def language_links(self):
        return {link["hreflang"]: link["href"] for link in self.soup.select(".language-widget a")}


def fold(element):
    return " ".join(element.get_text().split())
