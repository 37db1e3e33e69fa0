"""An article in schema.org's terms, for search engines: only what its page shows."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _


def article_data(text, *, clinic, references, pictures, address):
    """A MedicalWebPage about an Article, with its breadcrumb. `address` is the page's own, without the host."""
    url = settings.SITE_URL + address
    steps = [(_("Home"), reverse("home")), (_("Articles"), reverse("articles:list"))]
    if text.topic_name:
        steps.append((text.topic_name, f"{reverse('articles:list')}?topic={text.topic_slug}"))
    page = {
        "@type": "MedicalWebPage",
        "url": url,
        "name": text.title,
        "inLanguage": text.language,
        "mainEntity": {
            "@type": "Article",
            "headline": text.title,
            "inLanguage": text.language,
            "datePublished": text.article.published_on.isoformat(),
            "author": {"@type": "Organization", "name": text.article.byline},
            "publisher": {"@type": "MedicalClinic", "name": clinic.name, "url": settings.SITE_URL},
            "mainEntityOfPage": url,
        },
        "breadcrumb": breadcrumb_data(steps),
    }
    if text.summary:
        page["description"] = page["mainEntity"]["description"] = text.summary
    if pictures:
        page["mainEntity"]["image"] = [settings.SITE_URL + shown.picture.address for shown in pictures]
    if references:
        page["mainEntity"]["citation"] = [
            {"@type": "CreativeWork", "name": reference.title, "url": reference.address} for reference in references
        ]
    if text.is_reviewed and not text.is_translation:  # a translator is no medical reviewer
        page["lastReviewed"] = text.reviewed_on.isoformat()
        page["reviewedBy"] = {"@type": "Person", "name": text.reviewed_by}
    return {"@context": "https://schema.org", **page}


def breadcrumb_data(steps):
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": settings.SITE_URL + address}
            for position, (name, address) in enumerate(steps, start=1)
        ],
    }
