"""The addresses under which the old site showed its pages, as redirects keep them."""

from collections.abc import Iterable

from clinic_site.old_site.reading import Item, OldSite


def addresses_of_post(item: Item, site: OldSite, *, is_slug_free: bool) -> list[str]:
    """Each address of a post or page, as normalize_old_address() makes it. `is_slug_free`: no page has the slug."""
    raise NotImplementedError


def addresses_of_attachment(item: Item, site: OldSite) -> list[str]:
    """Each address of the page that showed an attachment alone."""
    raise NotImplementedError


def addresses_of_files(item: Item, site: OldSite) -> list[str]:
    """Each address of an attachment's file, in every size."""
    raise NotImplementedError


def addresses_of_category(slug: str, site: OldSite, base: str = "category") -> list[str]:
    raise NotImplementedError


def addresses_of_lists(site: OldSite, items: Iterable[Item], tag_base: str = "tag") -> dict[str, str]:
    """{old address: path of this site} of tags, authors, years, months, pages and feeds."""
    raise NotImplementedError


def key_of_link(href: str, site: OldSite, *, page: str = "") -> str | None:
    """The form in which redirects keep the address that a link leads to; None if it leads to another site.

    `page` is the address of the page that the link is on, for relative links.
    """
    raise NotImplementedError
