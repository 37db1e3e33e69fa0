"""Where everything of the old site is going to be: topics, slugs, and what each old address leads to."""

from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify

from articles import search
from articles.fields import tidy_text
from articles.models import ORIGINAL_LANGUAGE, ArticleText, Topic, TopicName
from clinic_site.models import ImportedItem
from clinic_site.old_site import addresses
from clinic_site.old_site.choices import ARTICLE
from clinic_site.old_site.contents import NO_CATEGORY, Contents, english_first, find_reason_to_leave_out
from clinic_site.old_site.items import Item
from clinic_site.old_site.plan import Plan, PlanError, article_address
from clinic_site.old_site.titles import choose_slug, make_unique
from clinic_site.redirects.addresses import AddressError, Pages
from clinic_site.redirects.wordpress import OTHER_LANGUAGES, list_spellings

OTHER_TOPIC = "Other"  # of a post without a category
LONGEST_TOPIC = TopicName._meta.get_field("name").max_length
LONGEST_OLD_SLUG = ImportedItem._meta.get_field("slug").max_length


class Destinations:
    """Decides in turn about topics, slugs and addresses of the articles in `groups`, each {language: item}."""

    def __init__(self, plan: Plan, contents: Contents, groups: list, known: dict[str, ImportedItem]):
        """Raises PlanError."""
        self.plan, self.contents, self.groups, self.known = plan, contents, groups, known
        self.choices = plan.choices
        self.pages_here = Pages()
        self.without_category: set[int] = set()
        self.slugs: dict[int, str] = {}
        self.targets: dict[str, str] = {}  # {old address: where it leads here}
        self.post_addresses: dict[int, list[str]] = {}
        self.page_addresses: dict[str, str] = {}  # {old address of a page: where it leads; empty if it is not imported}
        self.topics = self.choose_topics()
        self.choose_slugs()
        self.collect_targets()

    def choose_topics(self) -> list[str]:
        """The slug of each article's topic; the plan has those that are to be made."""
        self.topic_slugs = set(Topic.objects.order_by().values_list("slug", flat=True))
        names = TopicName.objects.filter(language=ORIGINAL_LANGUAGE).values_list("name", "topic__slug")
        self.topics_by_name = {name.casefold(): slug for name, slug in names}
        chosen = []
        for group in self.groups:
            first = group.get(ORIGINAL_LANGUAGE) or next(iter(group.values()))
            category = self.contents.main_category(first)
            slug, name = (category.slug, category.name) if category else (NO_CATEGORY, OTHER_TOPIC)
            if not category:
                self.without_category.add(first.post_id)
            chosen.append(self.find_topic(slug, self.choices.topics.get(slug) or name))
        for group, topic in zip(self.groups, chosen, strict=True):
            for item in group.values():  # a translation is in a category of its own
                if category := self.contents.main_category(item):
                    self.plan.topic_of_category.setdefault(category.slug, topic)
        return chosen

    def find_topic(self, category: str, name: str) -> str:
        name = tidy_text(name).strip()[:LONGEST_TOPIC].strip()
        slug = name if name in self.topic_slugs else self.topics_by_name.get(name.casefold())
        if not slug and category in self.topic_slugs and category not in self.choices.topics:
            slug = category
        if not slug:
            slug = slugify(search.fold(name)) or slugify(category) or f"topic-{len(self.plan.new_topics) + 1}"
            slug = make_unique(slug[:LONGEST_TOPIC], self.topic_slugs.__contains__)
            self.topic_slugs.add(slug)
            self.topics_by_name[name.casefold()] = slug
            self.plan.new_topics[slug] = name
        self.plan.topic_of_category[category] = slug
        return slug

    def choose_slugs(self):
        """A text keeps the old site's slug where the address here can have it and no other text does."""
        texts = ArticleText.objects.values_list("pk", "language", "slug")
        owners = {(language, slug): pk for pk, language, slug in texts}
        for group in self.groups:
            english = group.get(ORIGINAL_LANGUAGE)
            for language, item in english_first(group):
                row = self.known.get(item.guid)
                if row and row.text and row.slug == item.slug[:LONGEST_OLD_SLUG]:  # an editor may have changed it
                    self.slugs[item.post_id] = row.text.slug
                    continue
                slug = choose_slug(
                    self.choices.slugs.get(str(item.post_id)) or item.slug,
                    item.title,
                    english_slug=self.slugs.get(english.post_id, "") if english else "",
                    language=language,
                    number=item.post_id,
                )
                text_id = row and row.text_id
                slug = make_unique(
                    slug, lambda each, language=language, own=text_id: owners.get((language, each), own) != own
                )
                owners[language, slug] = text_id or item.guid
                self.slugs[item.post_id] = slug

    def collect_targets(self):
        """Where each old address leads, for links in bodies and for redirects.

        The address that a post or a page had comes before what else led to one, and that of a page that is not imported
        leads nowhere. Of two languages that share a slug, the English one has it.
        """
        site, pages = self.contents.site, self.contents.pages
        slugs_of_pages = {page.slug for page in pages.values()}
        found = []  # (addresses, where they lead)
        posts = [(language, item) for group in self.groups for language, item in english_first(group)]
        for language, item in sorted(posts, key=lambda post: post[0] != ORIGINAL_LANGUAGE):
            is_free = item.type == "page" or item.slug not in slugs_of_pages
            self.post_addresses[item.post_id] = addresses.addresses_of_post(item, site, is_slug_free=is_free)
            row = self.known.get(item.guid)
            is_deleted = row is not None and not row.text_id
            address = "" if is_deleted else article_address(self.slugs[item.post_id], language)
            found.append((self.post_addresses[item.post_id], address))
        for page in pages.values():
            target = self.choices.pages.get(str(page.post_id), "")
            if target != ARTICLE:
                found.append((addresses.addresses_of_post(page, site, is_slug_free=True), self.read_target(page)))
                self.page_addresses |= dict.fromkeys(*found[-1])
        for all_of_them in (False, True):
            for olds, new in found:
                for old in olds if all_of_them else olds[:1]:
                    self.targets.setdefault(old, new)
        self.plan.redirects = {old: new for old, new in self.page_addresses.items() if new and self.targets[old] == new}
        self.add_lists()
        self.targets = {old: new for old, new in self.targets.items() if new}
        kept = [page for page in pages.values() if not find_reason_to_leave_out(page, self.choices)]
        self.plan.pages = [page for page in kept if self.choices.pages.get(str(page.post_id)) != ARTICLE]
        own = {page.post_id: addresses.key_of_link(page.link, site) for page in kept}
        self.plan.pages_here = {number for number, address in own.items() if address and self.pages_here.has(address)}

    def read_target(self, page: Item) -> str:
        """Where a page's address leads, as it was chosen. Raises PlanError."""
        target = self.choices.pages.get(str(page.post_id))
        if not target:
            return ""
        try:
            return self.pages_here.read_new_address(target)
        except AddressError as problem:
            advice = "Write “article”, or the path of a page here."
            raise PlanError(f"Page {page.post_id} (“{page.title}”): {problem} {advice}") from None

    def add_lists(self):
        """Categories lead to the topic that they became, tags and dates to the list of articles."""
        site, items = self.contents.site, [item for group in self.groups for item in group.values()]
        languages = {item.language for item in items if addresses.has_prefix(item, site)} & set(OTHER_LANGUAGES)
        for category in site.categories:
            topic = self.plan.topic_of_category.get(category)
            for language in ("", *sorted(languages)):
                with translation.override(language or ORIGINAL_LANGUAGE):
                    target = reverse("articles:list") + (f"?topic={topic}" if topic else "")
                for old in addresses.addresses_of_category(
                    category, site, base=self.choices.category_base, languages=[language] if language else []
                ):
                    self.plan.redirects.setdefault(old, target)
        for old, new in addresses.addresses_of_lists(site, items, tag_base=self.choices.tag_base).items():
            self.plan.redirects.setdefault(old, new)
        self.plan.redirects = {
            old: new for old, new in self.plan.redirects.items() if self.targets.get(old, new) == new
        }
        self.targets |= self.plan.redirects

    def drop(self, new_addresses: set[str]):
        self.targets = {old: new for old, new in self.targets.items() if new not in new_addresses}

    def find_target(self, old: str) -> str | None:
        """As the redirects would: in capitals or not, and with what WordPress let stand at the end."""
        spellings = [form for spelling in list_spellings(old) for form in (spelling, spelling.lower())]
        return next((self.targets[spelling] for spelling in spellings if spelling in self.targets), None)

    def keep_used_topics(self):
        """Forgets new topics that no article comes with; their categories lead to the list of all articles."""
        used = {
            article.topic
            for article in self.plan.articles
            if article.article_id is None and any(text.is_written for text in article.texts)
        }
        unused = self.plan.new_topics.keys() - used
        self.plan.new_topics = {slug: name for slug, name in self.plan.new_topics.items() if slug in used}
        without = {f"?topic={slug}" for slug in unused}
        self.plan.redirects = {
            old: new.partition("?")[0] if new[new.find("?") :] in without else new
            for old, new in self.plan.redirects.items()
        }
