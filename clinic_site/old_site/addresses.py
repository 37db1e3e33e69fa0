"""The addresses under which the old site showed its pages, as redirects keep them.

Each list begins with the address that the old site itself gave, in `link`.
"""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from clinic_site.old_site.items import Item, OldSite
from clinic_site.redirects.addresses import MAX_LENGTH, RESERVED, normalize_old_address
from clinic_site.redirects.wordpress import OTHER_LANGUAGES, WORDPRESS_HOME, wordpress_id

DATES = ("/%Y/%m/%d/", "/%Y/%m/", "/%Y/")  # in the forms of permalinks
HOME = re.compile(r"/?|/index\.php|/[a-z]{2}(?:[-_][a-z]{2,4})?/?", re.IGNORECASE)  # below the site's folder
FEED_NAMES = ("feed", "rss", "rss2", "atom", "rdf")


def addresses_of_post(item: Item, site: OldSite, *, is_slug_free: bool) -> list[str]:
    """Each address of a post or page, as normalize_old_address() makes it. `is_slug_free`: no page has the slug."""
    starts, path = split_link(item, site)
    found = list_page(item, starts, path, ("p", "page_id"), is_slug_free=is_slug_free)
    found += [start + earlier for start in starts for earlier in list_earlier(item, path)]
    return keep_usable([*found, *list_guid(item, site)])


def addresses_of_attachment(item: Item, site: OldSite, *, is_slug_free: bool = True) -> list[str]:
    """Each address of the page that showed an attachment alone."""
    return keep_usable(list_page(item, *split_link(item, site), ("attachment_id",), is_slug_free=is_slug_free))


def addresses_of_files(item: Item, site: OldSite) -> list[str]:
    """Each address of an attachment's file, in every size."""
    shown = key_of_link(item.file_address, site) if item.file_address else None
    folder, _, shown_name = (shown or "").rpartition("/")
    file = PurePosixPath(item.file or shown_name)
    if shown_name != clean(file.name):  # an address on another host, or cut at a sign such as #
        folder = PurePosixPath(f"{find_folder(site)}/wp-content/uploads", file.parent)
    names = [PurePosixPath(name).name for name in (file, item.original_file, *item.sizes)]
    return keep_usable([*(f"{folder}/{name}" for name in names if name), *list_guid(item, site)])


def addresses_of_category(
    slug: str, site: OldSite, base: str = "category", *, languages: Iterable[str] = ()
) -> list[str]:
    """`languages` are the prefixes besides none under which the category was shown, such as "pl"."""
    path, folder = [slug], find_folder(site)
    while (term := site.categories.get(path[0])) and term.parent and term.parent not in path:
        path.insert(0, term.parent)
    base = base.strip("/") and f"/{base.strip('/')}"
    starts = [f"{start}{base}" for start in (folder, *(f"{folder}/{language}" for language in languages))]
    found = [f"{start}/{shown}/" for start in starts for shown in ("/".join(path), slug)]
    if (term := site.categories.get(slug)) and term.id:
        found.append(name_by_id(folder, f"cat={term.id}"))
    return keep_usable(found)


def addresses_of_lists(site: OldSite, items: Iterable[Item], tag_base: str = "tag") -> dict[str, str]:
    """{old address: path of this site} of tags, authors, years, months, pages, feeds and home pages that are none here.

    `/page/` stands for the pages of a list: the middleware takes the number off.
    """
    folder = find_folder(site)
    homes = {folder: ""}  # here, by the start of the old addresses
    lists = {
        folder: {f"/{tag_base.strip('/')}/{tag}/" for tag in site.tags} | {f"/author/{name}/" for name in site.authors}
    }
    for item in items:
        if item.type != "post" or item.status != "publish":
            continue
        starts, path = split_link(item, site)
        before = split_date(item, path)[0]
        for start in starts:
            homes.setdefault(start, f"/{item.language}" if item.language in OTHER_LANGUAGES else "")
            of_start = lists.setdefault(start, set())
            of_start |= {f"/{tag_base.strip('/')}/{tag.slug}/" for tag in item.tags}
            of_start |= {f"/author/{item.author}/"} if item.author else set()
            if item.posted_on:
                of_start |= {before + item.posted_on.strftime(each) for each in ("/%Y/", "/%Y/%m/")}
    found = {}
    for start, home in homes.items():
        articles = [f"{start}{each}" for each in ("/page/", *sorted(lists[start]))]
        feeds = [f"{start}/{name}/" for name in FEED_NAMES]
        feeds += [name_by_id(start, f"feed={name}") for name in FEED_NAMES[1:]]
        of_start = dict.fromkeys(keep_usable(articles), f"{home}/articles/")
        of_start |= dict.fromkeys(keep_usable(feeds), f"{home}/articles/feed/")
        found = of_start | dict.fromkeys(keep_usable([f"{start}/"]), f"{home}/") | found
    return found


def key_of_link(href: str, site: OldSite, *, page: str = "") -> str | None:
    """The form in which redirects keep the address that a link leads to; None if it leads to another site.

    `page` is the address of the page that the link is on, for relative links.
    """
    home, href = f"{site.address}/", href.strip()
    try:
        if href.startswith("?") and wordpress_id(urlsplit(href).query):
            page = ""
        url = urlsplit(urljoin(urljoin(home, page), href))
        if url.scheme not in ("http", "https", "") or find_host(url) != find_host(urlsplit(home)):
            return None
    except ValueError:
        return None
    path, folder, number = unquote(url.path), find_folder(site), wordpress_id(url.query)
    if number and path.startswith(folder) and HOME.fullmatch(path.removeprefix(folder)):
        return name_by_id(path.removesuffix("index.php").rstrip("/"), number)
    return normalize_old_address(path)


# The parts of an address


def find_host(url):
    return (url.hostname or "").removeprefix("www.")


def find_folder(site):
    """What each address of the old site begins with: mostly nothing."""
    return clean(urlsplit(site.address).path).rstrip("/")


def clean(path):
    """As redirects keep it, but for the slash at its end."""
    return normalize_old_address(unquote(path)).removesuffix("/")


def name_by_id(start, number):
    """The address that names a page by its number: one for all languages that have a home page on this site."""
    return f"/?{number}" if f"{start}/" in WORDPRESS_HOME else f"{start}/?{number}"


def split_link(item, site):
    """(starts, path) of an item's addresses: its language's start and the one without, which WordPress led on.

    The path is empty if its link has a number instead.
    """
    folder, link = find_folder(site), key_of_link(item.link, site) or ""
    own = f"{folder}/{item.language}"
    starts = [own, folder] if item.language and link.startswith(f"{own}/") else [folder]
    return starts, "" if "?" in link else link.removeprefix(starts[0])


def has_prefix(item: Item, site: OldSite) -> bool:
    """Whether the item's address begins with its language, as Polylang has it."""
    return len(split_link(item, site)[0]) > 1


def split_date(item, path):
    """(before, form, after) of the date in a path, by the day of its item; the form is empty if it has none."""
    for form in DATES if item.posted_on else ():
        before, found, after = path.partition(item.posted_on.strftime(form))
        if found:
            return before, form, after
    return "", "", path


def list_page(item, starts, path, names, *, is_slug_free):
    found = [start + path for start in starts if path != "/"]
    found += [name_by_id(start, f"{name}={item.post_id}") for start in starts for name in names]
    if path and item.slug and is_slug_free:
        found += [f"{start}/{item.slug}/" for start in starts]
    return found


def list_earlier(item, path):
    """Each slug that a post had, in each month or on each day that it had."""
    before, form, after = split_date(item, path)
    slug = clean(f"/{item.slug}").removeprefix("/")
    named = re.fullmatch(rf"(.*/)?{re.escape(slug)}(/|\.\w+)", after)
    if not slug or not named:
        return []
    dates = [day.strftime(form) for day in (item.posted_on, *item.old_days)] if form else [""]
    slugs = [f"{named[1] or ''}{each}{named[2]}" for each in (slug, *item.old_slugs)]
    return [f"{before}{date}{each}" for each in slugs for date in dates]


def list_guid(item, site):
    """Its first address, or none where it is a number, which WordPress did not look up."""
    guid = key_of_link(item.guid, site) if item.guid.startswith("http") else None
    return [guid] if guid and "?" not in guid else []


def keep_usable(addresses):
    """Once each, as redirects keep them, without those that no redirect can have."""
    tidy = dict.fromkeys(each if "?" in each else normalize_old_address(unquote(each)) for each in addresses if each)
    return [
        address
        for address in tidy
        if len(address) <= MAX_LENGTH
        and address.isprintable()
        and address not in WORDPRESS_HOME
        and not address.startswith(RESERVED)
    ]
