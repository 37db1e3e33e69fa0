"""Makes the plan of an import from an export, the database and an editor's choices. It writes nothing."""

import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify

from articles import search
from articles.fields import tidy_text
from articles.models import ORIGINAL_LANGUAGE, ArticleText, Topic, TopicName
from articles.publishing.diff import ADDED, REMOVED, find_changes
from clinic_site.models import ImportedItem
from clinic_site.old_site import addresses
from clinic_site.old_site.bodies import BodyError, FoundPicture, Link, Note, Surroundings, convert_body
from clinic_site.old_site.choices import ARTICLE, Choices
from clinic_site.old_site.contents import (
    NO_CATEGORY,
    Contents,
    find_reason_to_leave_out,
    site_key,
)
from clinic_site.old_site.picture_plan import plan_pictures
from clinic_site.old_site.plan import (
    ConvertedText,
    LeftOut,
    Plan,
    PlannedArticle,
    PlannedText,
    Step,
    article_address,
    digest_of,
    digest_of_text,
)
from clinic_site.old_site.reading import Item
from clinic_site.old_site.redirect_plan import RedirectPlanner
from clinic_site.old_site.titles import choose_slug, choose_summary, choose_title, make_unique
from clinic_site.redirects.addresses import AddressError, Pages
from clinic_site.redirects.wordpress import OTHER_LANGUAGES, list_spellings

OTHER_TOPIC = "Other"  # of a post without a category
LONGEST_TOPIC = TopicName._meta.get_field("name").max_length
LONGEST_OLD_SLUG = ImportedItem._meta.get_field("slug").max_length


class PlanError(Exception):
    """Says in a sentence why nothing can be planned."""


class Planner:
    """Makes a plan, and keeps the words that it would write."""

    def __init__(self, contents: Contents, choices: Choices):
        self.contents = contents
        self.choices = choices
        self.plan = Plan(contents.site, choices, dropped=contents.dropped)
        self.pages_here = Pages()
        self.leads: dict[str, str] = {}  # {old address: where it leads here}
        self.slugs: dict[int, str] = {}
        self.post_addresses: dict[int, list[str]] = {}
        self.page_addresses: dict[str, str] = {}  # {old address of a page: where it leads; empty if it stays behind}
        self.without_category: set[int] = set()
        self.texts: dict[int, PlannedText] = {}
        self.found_pictures: dict[int, list[FoundPicture]] = {}
        self.wordings: dict[int, bytes] = {}  # of what is to be written, compressed

    def make(self, on_progress: Callable[[int, int], None] = lambda done, total: None) -> Plan:
        """Raises PlanError and ExportError."""
        self.read_what_came_before()
        self.group_texts()
        self.plan.counts.update(self.contents.export.left_out)
        topics = self.choose_topics()
        self.choose_slugs()
        self.collect_leads()
        while unreadable := self.convert_all(on_progress):  # once more: no link may lead to what cannot come
            self.leads = {old: new for old, new in self.leads.items() if new not in unreadable}
        for group, topic in zip(self.groups, topics, strict=True):
            self.plan_article(group, topic)
        plan_pictures(self.plan, self.contents, self.found_pictures, self.known)
        self.keep_used_topics()
        redirects = RedirectPlanner(self.plan, self.contents, self.pages_here, self.known)
        redirects.make(self.leads, self.post_addresses)
        self.seal()
        redirects.drop_existing()
        self.find_unmatched_choices()
        shown = self.plan.pictures.keys()
        self.plan.unused_files = sorted(path for path in self.contents.numbers if path not in shown)
        return self.plan

    # What came before, and where everything is going to be

    def read_what_came_before(self):
        rows = ImportedItem.objects.filter(site=site_key(self.contents.site)).select_related("text", "picture")
        rows = rows.defer(*(f"text__{name}" for name in ("body", "indexed_title", "indexed_top", "indexed_text")))
        self.known = {row.guid: row for row in rows}
        guids = {row.post_id: row.guid for row in self.known.values() if row.came}
        for item in [*self.contents.posts.values(), *self.contents.pages.values()]:
            if guids.get(item.post_id, item.guid) != item.guid:
                raise PlanError(
                    f"Post {item.post_id} (“{item.title}”) is not the one that was imported with this number before. "
                    f"Is this an export of the same site, {self.contents.site.address}?"
                )
        here = [row for row in self.known.values() if row.text_id]
        self.plan.gone = [str(row.text) for row in here if row.guid not in self.contents.guids]

    def group_texts(self):
        languages = {guid: row.text.language for guid, row in self.known.items() if row.text}
        self.groups, left_out = self.contents.texts_by_article(self.choices, languages)
        self.plan.left_out = [
            LeftOut(item, f"{reason}; it was imported before, and stays here")
            if self.is_here(item)
            else LeftOut(item, reason)
            for item, reason in left_out
        ]
        self.languages = {item.post_id: language for group in self.groups for language, item in group.items()}
        items = [item for group in self.groups for item in group.values()]
        self.plan.assumed_language = sum(not (item.language or item.guid in languages) for item in items)

    def is_here(self, item: Item) -> bool:
        row = self.known.get(item.guid)
        return bool(row and row.text_id and row.post_id == item.post_id)

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

    def collect_leads(self):
        """Where each old address leads, for links in bodies and for redirects.

        The address that a post or a page had comes before what else led to one, and that of a page that stays behind
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
                    self.leads.setdefault(old, new)
        self.plan.redirects = {old: new for old, new in self.page_addresses.items() if new and self.leads[old] == new}
        self.lead_lists()
        self.leads = {old: new for old, new in self.leads.items() if new}
        kept = [page for page in pages.values() if not find_reason_to_leave_out(page, self.choices)]
        self.plan.pages = [page for page in kept if str(page.post_id) not in self.choices.pages]

    def read_target(self, page: Item) -> str:
        """Where a page's address leads, as it was chosen. Raises PlanError."""
        target = self.choices.pages.get(str(page.post_id))
        if not target:
            return ""
        try:
            return self.pages_here.read_new_address(target)
        except AddressError as problem:
            raise PlanError(f"Page {page.post_id} (“{page.title}”): {problem}") from None

    def lead_lists(self):
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
        self.plan.redirects = {old: new for old, new in self.plan.redirects.items() if self.leads.get(old, new) == new}
        self.leads |= self.plan.redirects

    # What becomes of each post

    def convert_all(self, on_progress) -> set[str]:
        """Returns the addresses of texts that cannot come although links lead to them."""
        for item in self.contents.export:
            if item.post_id in self.slugs and item.type in ("post", "page"):
                text = self.convert(item)
                self.found_pictures[item.post_id] = text.pictures
                self.texts[item.post_id] = planned = self.plan_text(item, text)
                if planned.is_written:
                    wording = json.dumps([text.title, text.summary, text.body]).encode()
                    self.wordings[item.post_id] = zlib.compress(wording, level=1)
                on_progress(len(self.texts), len(self.slugs))
        refused = {text.address for text in self.texts.values() if text.step == Step.LEFT_OUT and not text.text_id}
        return refused & set(self.leads.values())

    def read_wording(self, number: int) -> list[str]:
        """[title, summary, body] of a text that is to be written."""
        return json.loads(zlib.decompress(self.wordings[number]))

    def convert(self, item: Item) -> ConvertedText:
        slug = self.slugs[item.post_id]
        try:
            body = convert_body(self.surroundings_of(item))
        except BodyError as problem:
            return ConvertedText(title=item.title, slug=slug, problem=str(problem))
        notes = list(body.notes)
        if item.dropped:
            notes.append(Note(f"{item.dropped} invalid characters removed"))
        title = choose_title(item, body.html, notes)
        main = self.contents.main_category(item)
        if others := [each.name for each in item.categories if main and each.slug != main.slug]:
            notes.append(Note("was also in the categories", ", ".join(others)))
        if not body.html:
            notes.append(Note("there are no words in it, so it stays a draft"))
        source = digest_of([item.title, item.excerpt, item.description, item.slug, body.shown])
        return ConvertedText(title, choose_summary(item, notes), body.html, slug, body.pictures, notes, source=source)

    def plan_text(self, item: Item, text: ConvertedText) -> PlannedText:
        known, stored = self.known.get(item.guid), digest_of_text(text)
        planned = PlannedText(
            item=replace(item, body="", excerpt=""),
            language=self.languages[item.post_id],
            title=text.title,
            slug=text.slug,
            step=Step.NEW,
            came=digest_of([text.source, item.status, item.posted_at]),
            stored=stored,
            is_empty=not text.body,
            notes=text.notes,
            text_id=known and known.text_id,
        )
        if text.problem:
            planned.step, planned.notes = Step.LEFT_OUT, [Note(text.problem)]
        elif known and not known.text_id:
            planned.step = Step.DELETED
        elif known and known.came == planned.came:
            planned.step = Step.SAME
        elif known:
            here = ArticleText.objects.get(pk=known.text_id)
            is_public_here_alone = here.state == ArticleText.State.PUBLISHED and not is_public_there(item)
            if digest_of_text(here) == known.stored and not is_public_here_alone:
                planned.step = Step.CHANGED
                planned.is_public = here.state == ArticleText.State.PUBLISHED
            else:
                planned.step = Step.KEPT
                planned.notes = [*text.notes, *name_differences(here, text)]
            if is_public_here_alone:
                planned.notes.append(Note("it is public here and no longer on the old site"))
        return planned

    def surroundings_of(self, item: Item) -> Surroundings:
        return Surroundings(
            item=item,
            find_block=self.contents.blocks.get,
            find_picture=self.contents.find_picture,
            attached_pictures=lambda: self.contents.attached[item.post_id],
            lead_link=lambda address: self.lead_link(address, item),
        )

    def lead_link(self, address: str, item: Item) -> Link | None:
        old = addresses.key_of_link(address, self.contents.site, page=item.link)
        if old is None:
            return None
        if led := self.find_lead(old):
            return Link(led)
        if path := self.contents.find_picture(address):
            return Link("", f"leads to the picture {PurePosixPath(path).name}")
        if old in self.contents.files or "/wp-content/" in old:
            return Link("", f"leads to a file that is not imported, {PurePosixPath(old).name}")
        return Link(old) if self.pages_here.has(old) else Link("", "leads to a page that is not imported")

    def find_lead(self, old: str) -> str | None:
        """As the redirects would: in capitals or not, and with what WordPress let stand at the end."""
        spellings = [form for spelling in list_spellings(old) for form in (spelling, spelling.lower())]
        return next((self.leads[spelling] for spelling in spellings if spelling in self.leads), None)

    def plan_article(self, group, topic: str):
        texts = [self.texts[item.post_id] for _, item in english_first(group)]
        article_id = next((row.text.article_id for row in map(self.known_row, texts) if row and row.text), None)
        article = PlannedArticle(texts, topic, article_id=article_id)
        article.pictures = [path for row in map(self.known_row, texts) if row for path in row.pictures]
        if article_id:
            own = [text.text_id for text in texts if text.text_id]
            others = ArticleText.objects.filter(article=article_id).exclude(pk__in=own)
            written_here = set(others.values_list("language", flat=True))
            for text in texts:
                if text.step == Step.NEW and text.language in written_here:
                    text.step = Step.LEFT_OUT
                    text.notes = [Note("the article has a text in this language that was written here")]
        self.choose_what_is_public(article)
        self.plan.articles.append(article)
        is_new = article.article_id is None and article.first.is_written
        if is_new and article.first.item.post_id in self.without_category and NO_CATEGORY not in self.choices.topics:
            self.plan.without_category.append(article.first.title)

    def choose_what_is_public(self, article: PlannedArticle):
        """Of what is new: an editor may have had a reason to take the rest off the site."""
        if not self.choices.publish:
            return
        may_be_public = {
            text.item.post_id: text.step == Step.NEW and is_public_there(text.item) and not text.is_empty
            for text in article.texts
        }
        english = ArticleText.objects.filter(
            article=article.article_id, language=ORIGINAL_LANGUAGE, state=ArticleText.State.PUBLISHED
        )
        first = article.first
        is_english_public = first.language == ORIGINAL_LANGUAGE and may_be_public[first.item.post_id]
        is_english_public = is_english_public or (article.article_id is not None and english.exists())
        for text in article.texts:
            text.is_public |= is_english_public and may_be_public[text.item.post_id]

    def known_row(self, text: PlannedText) -> ImportedItem | None:
        return self.known.get(text.item.guid)

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

    def find_unmatched_choices(self):
        posts, pages = self.contents.posts, self.contents.pages
        pictures = {*self.plan.pictures, *(str(each.post_id) for each in self.plan.pictures.values())}
        known = {
            "topics": {*self.contents.site.categories, NO_CATEGORY},
            "alternative_texts": pictures | {str(number) for number in self.contents.attachments},
            "pages": {str(number) for number in pages},
            "slugs": {str(number) for number in [*posts, *pages]},
            "bring": {*posts, *pages},
        }
        for name, keys in known.items():
            self.plan.unmatched += [f"{name}: {each}" for each in getattr(self.choices, name) if each not in keys]

    def seal(self):
        """Gives each article for which something is written its digest: of what would be written, whatever is here."""
        for article in self.plan.articles:
            written = [text for text in article.texts if text.is_written]
            if written or article.places:
                pictures = [
                    (path, place, self.plan.pictures[path].alternative_texts) for path, place in article.places.items()
                ]
                texts = [
                    (
                        text.item.guid,
                        text.language,
                        text.address,
                        text.came,
                        text.stored,
                        text.is_public,
                        text.redirects,
                    )
                    for text in written
                ]
                article.digest = digest_of(
                    [texts, pictures, article.topic, self.choices.publish, self.choices.next_review_on]
                )


def english_first(group):
    return sorted(group.items(), key=lambda each: each[0] != ORIGINAL_LANGUAGE)


def is_public_there(item: Item) -> bool:
    return item.status == "publish" and not item.has_password


def name_differences(here: ArticleText, there: ConvertedText) -> list[Note]:
    """The paragraphs that differ, as they are here and as they are there."""
    wording = ArticleText(**{name: getattr(here, name) for name in ArticleText.WORDING})
    wording.title, wording.summary, wording.body = there.title, there.summary, there.body
    notes = []
    for change in find_changes(here, wording):
        for paragraph in change.paragraphs:
            here_words = "".join(part.words for part in paragraph if part.kind != ADDED)
            there_words = "".join(part.words for part in paragraph if part.kind != REMOVED)
            notes.append(Note(f"{change.name} here:", here_words))
            notes.append(Note(f"{change.name} on the old site:", there_words))
    return notes
