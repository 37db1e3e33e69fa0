"""An article in schema.org's terms, for search engines: only what its page shows."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Kind, page_above

SERVICE_TYPES = {Kind.CONDITION: "MedicalCondition", Kind.TREATMENT: "MedicalTherapy"}


def article_data(text, *, clinic, references, pictures, address):
    """A MedicalWebPage, the Article on it and its breadcrumb. `address` is the page's own, without the host.

    The page of a service is about what is treated or a way of treating it, and has no article.

    They are nodes beside each other that name each other by `@id`: programs that save or quote articles take author and
    dates only from an article that is a node of its own.
    """
    url = settings.SITE_URL + address
    is_service = text.article.is_service
    above, heading = page_above(text.article.kind)
    steps = [(_("Home"), reverse("home")), (str(heading), reverse(above))]
    if text.topic_name and text.article.kind == Kind.ARTICLE:
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
        "breadcrumb": {"@id": breadcrumb["@id"]},
    }
    if is_service:
        page["about"] = {"@type": SERVICE_TYPES[text.article.kind], "name": text.title}
    else:
        page["mainEntity"] = {"@id": article["@id"]}
    if text.updated_on:
        article["dateModified"] = timezone.localtime(text.changed_at).isoformat("T", "seconds")
    if text.description_for_search:
        page["description"] = article["description"] = text.description_for_search
    if pictures:
        article["image"] = [settings.SITE_URL + shown.picture.address for shown in pictures]
    if references:
        article["citation"] = [
            {"@type": "CreativeWork", "name": reference.title, "url": reference.address} for reference in references
        ]
    if text.is_reviewed and not text.is_translation:  # a translator is no medical reviewer
        page["lastReviewed"] = text.reviewed_on.isoformat()
        page["reviewedBy"] = {"@type": "Person", "name": text.reviewed_by}
        if text.reviewer_address:
            page["reviewedBy"]["url"] = settings.SITE_URL + text.reviewer_address
    nodes = [page, breadcrumb] if is_service else [page, article, breadcrumb]
    return {"@context": "https://schema.org", "@graph": nodes}


def people_data(texts, clinic):
    """The people of the clinic, each a Person: in schema.org, a Physician is an organization, such as an office."""
    return {"@context": "https://schema.org", "@graph": [person_data(text, clinic) for text in texts]}


def person_data(text, clinic):
    person = text.article.person
    url = settings.SITE_URL + text.address
    data = {"@type": "Person", "@id": url, "url": url, "name": text.title}
    if person.credential:
        data["hasCredential"] = {"@type": "EducationalOccupationalCredential", "name": person.credential}
        if person.license_number:
            data["hasCredential"]["identifier"] = person.license_number
    others = [{"@type": "Language", "name": name} for name in person.list_other_languages()]
    if person.languages or others:
        data["knowsLanguage"] = [*person.languages, *others]
    if person.photograph:
        data["image"] = settings.SITE_URL + person.photograph.address
    data["worksFor"] = {"@type": "MedicalClinic", "name": clinic.name, "url": settings.SITE_URL}
    return data


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
