"""What the clinic publishes, and on which page each kind of it stands."""

from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ORIGINAL_LANGUAGE = "en"  # every article is written in it; the other languages are translations


class Kind(models.TextChoices):
    """What is published: something with a page of its own, or a part of a page that shows several."""

    ARTICLE = "article", "Article"
    CONDITION = "condition", "Service: what we treat"
    TREATMENT = "treatment", "Service: how we treat"
    PERSON = "person", "Person"
    QUESTION = "question", "Question and answer"
    FIRST_VISIT = "first_visit", "Part of the page “First visit”"
    COSTS = "costs", "Part of the page “Costs and insurance”"
    PRICE = "price", "Price"
    GETTING_HERE = "getting_here", "Part of the page “Contact and directions”"


SERVICES = (Kind.CONDITION, Kind.TREATMENT)
OWN_PAGES = {Kind.ARTICLE: "articles:article", **dict.fromkeys(SERVICES, "service")}  # names of addresses


class SharedPage(NamedTuple):
    """A page that shows all that is published of some kinds."""

    kinds: tuple
    name: Promise  # its heading
    short_name: Promise  # in the navigation


SHARED_PAGES = {  # by the names of their addresses, in the order of the navigation
    "services": SharedPage(SERVICES, _("Services"), _("Services")),
    "people": SharedPage((Kind.PERSON,), _("Our team"), _("Our team")),
    "costs": SharedPage((Kind.COSTS, Kind.PRICE), _("Costs and insurance"), _("Costs")),
    "first-visit": SharedPage((Kind.FIRST_VISIT,), _("Your first visit"), _("First visit")),
    "questions": SharedPage((Kind.QUESTION,), _("Questions and answers"), _("Questions")),
    "contact": SharedPage((Kind.GETTING_HERE,), _("Contact and directions"), _("Contact")),
}
PAGE_OF_KIND = {kind: name for name, page in SHARED_PAGES.items() for kind in page.kinds}


def page_above(kind):
    """(name of its address, heading) of the page that lists what is of this kind, or shows it."""
    page = PAGE_OF_KIND.get(kind)
    return (page, SHARED_PAGES[page].name) if page else ("articles:list", _("Articles"))
