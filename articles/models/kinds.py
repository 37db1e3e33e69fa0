"""What the clinic publishes, and on which page each kind of it stands."""

from django.db import models

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
SHARED_PAGES = {
    Kind.PERSON: "people",
    Kind.QUESTION: "questions",
    Kind.FIRST_VISIT: "first-visit",
    Kind.COSTS: "costs",
    Kind.PRICE: "costs",
    Kind.GETTING_HERE: "contact",
}
