"""An uploaded export between upload and import: of its items, those that can come, in the database."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import BinaryIO

from django.db import transaction

from clinic_site.models import OldSiteImport, WaitingItem
from clinic_site.old_site.choices import Choices
from clinic_site.old_site.contents import find_reason_to_leave_out, site_key
from clinic_site.old_site.items import Item, OldSite, Term, from_json, to_json
from clinic_site.old_site.reading import Export, ExportError

AT_ONCE = 200  # items written or read in one query
MOST_POSTS = 1_500  # each takes ten milliseconds of the plan
# Choices for one import alone.
ASKED_AGAIN = {"publish": "", "next_review_on": None, "renumbered": False, "again": False}
LONGEST_NAMES = OldSiteImport._meta.get_field("file_names").max_length


@transaction.atomic
def keep_export(files: Iterable[BinaryIO], user) -> OldSiteImport:
    """Raises ExportError. Of what was not for everybody it keeps no words but the title, which the report names."""
    files = list(files)
    export = Export(files)
    names = ", ".join(str(file.name) for file in files)[:LONGEST_NAMES]
    kept = OldSiteImport.objects.create(started_by=user, file_names=names, site={})
    rows = (WaitingItem(old_site_import=kept, item=to_json(what_can_come(item))) for item in only_so_many(export))
    while some := list(islice(rows, AT_ONCE)):
        WaitingItem.objects.bulk_create(some)
    kept.site = {
        **{name: getattr(export.site, name) for name in ("title", "address", "language")},
        "categories": list(export.site.categories.values()),
        "tags": list(export.site.tags.values()),
        "authors": sorted(export.site.authors),
        "left_out": export.left_out,
    }
    kept.site_key = site_key(export.site)
    before = OldSiteImport.objects.filter(site_key=kept.site_key).exclude(accepted=[]).first()
    kept.choices = {**before.choices, **ASKED_AGAIN} if before and before.choices else {}
    kept.save()
    return kept


def only_so_many(export: Export) -> Iterator[Item]:
    """Raises ExportError for more posts than the plan of which can be made while a browser waits."""
    posts = 0
    for item in export:
        posts += item.type in ("post", "page")
        if posts > MOST_POSTS:
            raise ExportError(
                f"The export has more than {MOST_POSTS:,} posts and pages. Ask the person who runs the site to use the "
                "command import_wordpress, which takes larger exports."
            )
        yield item


def what_can_come(item: Item) -> Item:
    if item.has_password or (find_reason_to_leave_out(item, Choices()) and item.status != "inherit"):
        known = ("post_id", "guid", "type", "status", "title", "has_password")
        return Item(**{name: getattr(item, name) for name in known})
    return replace(item, body="", excerpt="") if item.type == "attachment" else item


class StoredExport:
    """To a plan the same as the Export from which it was kept."""

    def __init__(self, kept: OldSiteImport):
        self.items = kept.items
        site = {**kept.site}
        self.left_out: dict[str, int] = site.pop("left_out")
        site["authors"] = set(site["authors"])
        for name in ("categories", "tags"):
            site[name] = {term.slug: term for term in (Term(*values) for values in site[name])}
        self.site = OldSite(**site)

    def __iter__(self) -> Iterator[Item]:
        last = 0
        while rows := self.items.filter(pk__gt=last).order_by("pk")[:AT_ONCE]:
            for row in rows:
                yield from_json(row.item)
            last = rows[len(rows) - 1].pk
