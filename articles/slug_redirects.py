"""Redirects from an article's old addresses after its slug changed, so that no link to it breaks.

Every redirect ends at a page: none points to an address that is redirected itself, so there are no chains and no loops.
"""

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db.models import Q


def add_redirect(old, new):
    """Redirects the address `old` to `new`."""
    prevent_chains(old, new)
    Redirect.objects.update_or_create(site_id=settings.SITE_ID, old_path=old, defaults={"new_path": new})


def prevent_chains(old, new):
    """Sends redirects that end at `old` to `new`, and removes a redirect that starts at `new`."""
    Redirect.objects.filter(old_path=new).delete()
    Redirect.objects.filter(new_path=old).update(new_path=new)


def add_redirect_of_draft(old, new):
    """Redirects from one address of a draft to the next, unless either has a redirect to another page."""
    others = Redirect.objects.filter(Q(old_path=old) | (Q(old_path=new) & ~Q(new_path=old)))
    if not others.exists():
        add_redirect(old, new)


def redirect_changed_slug(text, *, stored, was_public):
    """Redirects the address of the `stored` text, None for a new one, to that of `text`, which has just been saved.

    A draft is redirected too: it may have been public before, or a redirect may point to it. A redirect that starts
    at a public text's address is removed.
    """
    texts = type(text).objects
    if not text.article.has_own_page:
        return
    if stored and (stored.language, stored.slug) != (text.language, text.slug):
        with_old_slug = set(texts.filter(slug=stored.slug).values_list("language", flat=True))
        for prefix in prefixes(text) if text.language == stored.language else [stored.language]:
            if not with_old_slug & {prefix, settings.LANGUAGE_CODE}:  # or the old address is another text's
                new_prefix = prefix if text.language == stored.language else text.language
                add = add_redirect if was_public else add_redirect_of_draft
                add(stored.address_in(prefix), text.address_in(new_prefix))
    if texts.published().filter(pk=text.pk).exists():
        own_addresses = [text.address_in(prefix) for prefix in prefixes(text)]
        Redirect.objects.filter(old_path__in=own_addresses).delete()


def prefixes(text):
    """The languages under which a text has an address: all for the original, its own for a translation."""
    return [text.language] if text.is_translation else [code for code, _ in settings.LANGUAGES]
