"""Every public page, for the tests that look at all of them."""

from urllib.parse import urlsplit

from tests.browser.people import ARTICLE, Patient

PREFIXES = ["", "/es", "/pl", "/ar"]
UNTRANSLATED = "/articles/low-back-pain-what-to-do-in-the-first-days/"
ADDRESSES = {
    "home": "/",
    "articles": "/articles/",
    "articles of a topic": "/articles/?topic=knee-pain",
    "articles with words": "/search/?q=pain",
    "article": ARTICLE,
    "untranslated article": UNTRANSLATED,
    "people": "/people/",
    "costs": "/costs/",
    "costs with a plan": "/costs/?plan=none",
    "first visit": "/first-visit/",
    "questions": "/questions/",
    "form": "/consultation/",
    "contact": "/contact/",
    "privacy": "/privacy/",
    "accessibility": "/accessibility/",
    "language help": "/language-help/",
    "not found": "/nowhere/",
}


class PublicPages:
    """Every page in ADDRESSES, the form with errors and the thank-you page of one request."""

    def __init__(self, page):
        patient = Patient(page, "Ewa Zielińska")
        patient.reads("/consultation/")
        patient.fills_in_the_form(words="My shoulder.")
        patient.sends_it()
        self.addresses = {**ADDRESSES, "thank-you": urlsplit(page.url).path}

    def visit(self, page, prefix=""):
        """Opens each in turn in `page` and yields its name."""
        for name, address in self.addresses.items():
            page.goto(prefix + address)
            yield name
        open_form_with_errors(page, prefix)
        yield "form with errors"


def open_form_with_errors(page, prefix=""):
    page.goto(f"{prefix}/consultation/")
    page.locator("form button").click()
    page.locator(".error-summary").wait_for()
