"""An article in schema.org's terms, for search engines: only what its page shows."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _


def article_data(text, *, clinic, references, pictures, address):
    """A MedicalWebPage, the Article on it and its breadcrumb. `address` is the page's own, without the host.

    They are nodes beside each other that name each other by `@id`: programs that save or quote articles take author and
    dates only from an article that is a node of its own.
    """
    url = settings.SITE_URL + address
    steps = [(_("Home"), reverse("home")), (_("Articles"), reverse("articles:list"))]
    if text.topic_name:
        steps.append((text.topic_name, f"{reverse('articles:list')}?topic={text.topic_slug}"))
    breadcrumb = {"@id": f"{url}#breadcrumb", **breadcrumb_data(steps)}
    article = {
        "@type": "Article",
        "@id": f"{url}#article",
        "headline": text.title,
        "inLanguage": text.language,
        "datePublished": timezone.localtime(text.article.published_at).isoformat("T", "seconds"),
        "author": author_data(text.article.byline, clinic),
        "publisher": {"@type": "MedicalClinic", "name": clinic.name, "url": settings.SITE_URL},
        "mainEntityOfPage": {"@id": url},
    }
    page = {
        "@type": "MedicalWebPage",
        "@id": url,
        "url": url,
        "name": text.title,
        "inLanguage": text.language,
        "mainEntity": {"@id": article["@id"]},
        "breadcrumb": {"@id": breadcrumb["@id"]},
    }
    if text.updated_on:
        article["dateModified"] = timezone.localtime(text.changed_at).isoformat("T", "seconds")
    if text.summary:
        page["description"] = article["description"] = text.summary
    if pictures:
        article["image"] = [settings.SITE_URL + shown.picture.address for shown in pictures]
    if references:
        article["citation"] = [
            {"@type": "CreativeWork", "name": reference.title, "url": reference.address} for reference in references
        ]
    if text.is_reviewed and not text.is_translation:  # a translator is no medical reviewer
        page["lastReviewed"] = text.reviewed_on.isoformat()
        page["reviewedBy"] = {"@type": "Person", "name": text.reviewed_by}
    return {"@context": "https://schema.org", "@graph": [page, article, breadcrumb]}


def author_data(byline, clinic):
    """A byline is a person's unless it names the clinic."""
    return {"@type": "Organization" if clinic.name in byline else "Person", "name": byline}


def breadcrumb_data(steps):
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": settings.SITE_URL + address}
            for position, (name, address) in enumerate(steps, start=1)
        ],
    }
