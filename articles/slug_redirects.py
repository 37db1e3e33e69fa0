"""Old addresses lead on: what is done when an article's slug changes, so that no link to it breaks.

Every redirect leads to where it ends in one step, and none starts where another ends: so there are no chains, and no
circles. clinic_site/redirects/addresses.py answers requests with them.
"""

from contextlib import contextmanager

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import translation


def lead(old, new):
    """Leads readers of the address `old` to `new`. Three queries."""
    straighten(old, new)
    Redirect.objects.update_or_create(site_id=settings.SITE_ID, old_path=old, defaults={"new_path": new})


def straighten(old, new):
    """What led to `old` leads to `new`; `new` itself leads nowhere else."""
    Redirect.objects.filter(old_path=new).delete()
    Redirect.objects.filter(new_path=old).update(new_path=new)


def lead_quietly(old, new):
    """Like lead(), from one address of a draft to the next: without taking either from what leads elsewhere."""
    elsewhere = Redirect.objects.filter(Q(old_path=old) | (Q(old_path=new) & ~Q(new_path=old)))
    if not elsewhere.exists():
        lead(old, new)


@contextmanager
def leading_on(text):
    """Around the saving of an article's text: if it had another address before, that one leads on.

    A draft's too, since it may have been public, or the end of a redirect. Until it is public again readers find
    nothing at the new address either. An address that is a public text's again leads nowhere else. Three queries; some
    more when the address changes.
    """
    texts = type(text).objects
    is_public = Exists(texts.published().filter(pk=OuterRef("pk")))
    stored = texts.filter(pk=text.pk).values_list("language", "slug", is_public).first() if text.pk else None
    yield
    if stored and stored[:2] != (text.language, text.slug):
        old_language, old_slug, was_public = stored
        with_that_slug = set(texts.filter(slug=old_slug).values_list("language", flat=True))
        for prefix in prefixes(text) if text.language == old_language else [old_language]:
            if not with_that_slug & {prefix, settings.LANGUAGE_CODE}:  # or the old address is another text's
                new_prefix = prefix if text.language == old_language else text.language
                take = lead if was_public else lead_quietly
                take(address(prefix, old_slug), address(new_prefix, text.slug))
    if texts.published().filter(pk=text.pk).exists():
        Redirect.objects.filter(old_path__in=[address(prefix, text.slug) for prefix in prefixes(text)]).delete()


def prefixes(text):
    """The languages under whose prefix a text is found: the original under all, a translation under its own."""
    return [text.language] if text.is_translation else [code for code, _ in settings.LANGUAGES]


def address(language, slug):
    with translation.override(language):
        return reverse("articles:article", args=[slug])
