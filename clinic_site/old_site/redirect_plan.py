"""Which addresses of the old site lead where."""

from collections.abc import Container, Iterable

from django.conf import settings
from django.contrib.redirects.models import Redirect

from clinic_site.models import ImportedItem
from clinic_site.old_site import addresses
from clinic_site.old_site.contents import Contents
from clinic_site.old_site.plan import KeptRedirect, Plan, PlannedText
from clinic_site.redirects.addresses import RESERVED, Pages

AT_ONCE = 500  # redirects asked for in one query


class RedirectPlanner:
    """Nothing that this site answers is ever led away, and a redirect that exists stays."""

    def __init__(self, plan: Plan, contents: Contents, pages: Pages, known: dict[str, ImportedItem]):
        self.plan, self.contents, self.pages, self.known = plan, contents, pages, known
        self.new_addresses = {text.address for article in plan.articles for text in article.texts}

    def make(self, targets: dict[str, str], addresses_of_posts: dict[int, list[str]]) -> None:
        """Fills the redirects of the plan, its texts and its pictures. `targets` says where an old address leads."""
        self.plan.redirects = {old: new for old, new in self.plan.redirects.items() if self.allows(old, new)}
        for article in self.plan.articles:
            for text in article.texts:
                if text.is_written:
                    found = addresses_of_posts[text.item.post_id]
                    text.redirects = [
                        old for old in found if targets.get(old) == text.address and self.allows(old, text.address)
                    ]
            for path in article.new_pictures:
                self.redirect_picture(path, article.first.address, targets)

    def allows(self, old: str, new: str) -> bool:
        if old == new or old.startswith(RESERVED):
            return False
        return "?" in old or not (old in self.new_addresses or self.pages.has(old))

    def redirect_picture(self, path: str, article_address: str, targets: dict[str, str]):
        picture = self.plan.pictures[path]
        item = self.contents.attachments.get(picture.post_id)
        if picture.picture_id is None and item and not picture.redirects:
            found = addresses.addresses_of_files(item, self.contents.site)
            picture.redirects = [old for old in found if self.allows(old, "")]
            found = addresses.addresses_of_attachment(item, self.contents.site)
            picture.page_redirects = [old for old in found if old not in targets and self.allows(old, article_address)]

    def drop_existing(self, chosen: Container[str]):
        """Leaves those out that stand here already, and names those that lead elsewhere.

        Those of categories and lists only in the first import: later they are what it wrote, or an editor changed them.
        `chosen` are the addresses of pages, about which an editor decides.
        """
        texts = [text for article in self.plan.articles for text in article.texts]
        pictures = list(self.plan.pictures.values())
        rows = [*texts, *pictures]
        existing = read_redirects([*self.plan.redirects, *(old for row in rows for old in row.redirects)])
        for old, new in self.plan.redirects.items():
            if existing.get(old, new) != new and (old in chosen or not self.known):
                self.plan.kept_redirects.append(KeptRedirect(old, existing[old], new))
        self.plan.redirects = {old: new for old, new in self.plan.redirects.items() if old not in existing}
        for text in texts:
            own = {text.address, self.earlier_address(text)}
            for old in text.redirects:
                if existing.get(old, text.address) not in own:
                    self.plan.kept_redirects.append(KeptRedirect(old, existing[old], text.address))
        for picture in pictures:
            for old in picture.redirects:
                if old in existing:
                    self.plan.kept_redirects.append(KeptRedirect(old, existing[old], f"the picture {picture.path}"))
        for row in rows:
            row.redirects = [old for old in row.redirects if old not in existing]

    def earlier_address(self, text: PlannedText) -> str | None:
        """From which the redirects of a text that gets another slug are led on when it is saved."""
        row = self.known.get(text.item.guid)
        return row.text.address_in(row.text.language) if row and row.text else None


def read_redirects(addresses: Iterable[str]) -> dict[str, str]:
    """{old address: where it leads}"""
    wanted, found = list(addresses), {}
    for start in range(0, len(wanted), AT_ONCE):
        rows = Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=wanted[start : start + AT_ONCE])
        found |= dict(rows.values_list("old_path", "new_path"))
    return found
