"""Makes the plan of an import from an export, the database and an editor's choices. It writes nothing."""

import json
from collections.abc import Callable
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from urllib.parse import unquote

from django.conf import settings

from articles.models import ORIGINAL_LANGUAGE, ArticleText, pending_of
from articles.publishing import readability
from articles.publishing.overview import language_name
from articles.publishing.warnings import Advice, advice_on_claims
from clinic_site.models import ImportedItem
from clinic_site.old_site import addresses
from clinic_site.old_site.bodies import (
    BodyError,
    FoundPicture,
    Link,
    Note,
    Surroundings,
    convert_body,
    stand_in,
)
from clinic_site.old_site.choices import Choices
from clinic_site.old_site.contents import (
    NO_CATEGORY,
    Contents,
    english_first,
    site_key,
)
from clinic_site.old_site.destinations import Destinations
from clinic_site.old_site.differences import differs, name_differences
from clinic_site.old_site.items import Item
from clinic_site.old_site.picture_plan import plan_pictures
from clinic_site.old_site.plan import (
    OTHER_LETTERS,
    ConvertedText,
    LeftOut,
    Plan,
    PlanError,
    PlannedArticle,
    PlannedText,
    RenumberedError,
    Step,
    digest_of,
    digest_of_text,
    is_changed_here,
)
from clinic_site.old_site.redirect_plan import RedirectPlanner
from clinic_site.old_site.titles import choose_summary, choose_title
from clinic_site.old_site.words import is_arabic, visible_text, visible_words

MOST_IN_MEMORY = 1_000_000  # bytes of words; more are in a file without a name, which nobody else can open
BEGINNING = 2_000  # characters of a body, by which its script is recognized


class Planner:
    """Makes a plan, and keeps the words that it would write."""

    def __init__(self, contents: Contents, choices: Choices):
        self.contents = contents
        self.choices = choices
        totals = {"post": len(contents.posts), "page": len(contents.pages)}
        self.plan = Plan(contents.site, choices, dropped=contents.dropped, totals=totals)
        self.texts: dict[int, PlannedText] = {}
        self.found_pictures: dict[int, list[FoundPicture]] = {}
        self.picture_paths: dict[str, str] = {}  # by what bodies name them
        # Lines of what is to be written, and where that of each post begins. It closes with the planner.
        self.wordings = SpooledTemporaryFile(MOST_IN_MEMORY, dir=settings.DATA_DIR)  # noqa: SIM115
        self.starts: dict[int, int] = {}
        self.anchors: dict[str, dict[str, str]] = {}  # {address here: anchors of its body}
        self.with_places: set[int] = set()  # posts with links to places in pages

    def make(self, on_progress: Callable[[int, int], None] = lambda done, total: None) -> Plan:
        """Raises PlanError and ExportError."""
        self.read_what_came_before()
        self.group_texts()
        self.plan.counts.update(self.contents.export.left_out)
        self.destinations = Destinations(self.plan, self.contents, self.groups, self.known)
        while unreadable := self.convert_all(on_progress):  # once more: no link may lead to what cannot come
            self.destinations.drop(unreadable)
        for group, topic in zip(self.groups, self.destinations.topics, strict=True):
            self.plan_article(group, topic)
        plan_pictures(self.plan, self.contents, self.found_pictures, self.known)
        self.destinations.keep_used_topics()
        self.picture_paths |= {stand_in(path): path for path in self.plan.pictures}
        redirects = RedirectPlanner(self.plan, self.contents, self.destinations.pages_here, self.known)
        redirects.make(self.destinations.targets, self.destinations.post_addresses)
        self.seal()
        redirects.drop_existing(self.destinations.page_addresses)
        self.find_unmatched_choices()
        shown = self.plan.pictures.keys()
        self.plan.unused_files = sorted(path for path in self.contents.numbers if path not in shown)
        return self.plan

    # What came before, and where everything is going to be

    def read_what_came_before(self):
        rows = ImportedItem.objects.filter(site=site_key(self.contents.site)).select_related("text", "picture")
        rows = rows.defer(*(f"text__{name}" for name in ("body", "indexed_title", "indexed_top", "indexed_text")))
        self.known = {row.guid: row for row in rows}
        if not self.known:
            others = ImportedItem.objects.order_by("-imported_at").values_list("site", flat=True)
            self.plan.other_site = others.first() or ""
        numbers = {row.post_id for row in self.known.values() if row.source_digest and not self.choices.renumbered}
        for item in [*self.contents.posts.values(), *self.contents.pages.values()]:
            if item.post_id in numbers and item.guid not in self.known:
                raise RenumberedError(
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
        known = {item.guid for item in items if item.language or str(item.post_id) in self.choices.languages}
        self.plan.assumed_language = sum(item.guid not in known and item.guid not in languages for item in items)

    def is_here(self, item: Item) -> bool:
        row = self.known.get(item.guid)
        return bool(row and row.text_id and row.post_id == item.post_id)

    # What becomes of each post

    def convert_all(self, on_progress) -> set[str]:
        """Returns the addresses of texts that cannot come although links lead to them."""
        for numbers in (self.destinations.slugs, self.with_places):  # these once more: now each place is known
            for item in self.contents.export if numbers else ():
                if item.post_id in numbers and item.type in ("post", "page"):
                    text = self.convert(item)
                    self.found_pictures[item.post_id] = text.pictures
                    self.texts[item.post_id] = planned = self.plan_text(item, text)
                    if text.anchors:
                        self.anchors[planned.address] = text.anchors
                    if planned.is_written or (planned.text_id and (text.pictures or item.featured_id)):
                        self.keep_wording(item.post_id, text)
                    on_progress(len(self.texts), len(self.destinations.slugs))
        refused = {text.address for text in self.texts.values() if text.step == Step.LEFT_OUT and not text.text_id}
        return refused & set(self.destinations.targets.values())

    def keep_wording(self, number: int, text: ConvertedText) -> None:
        """Raises PlanError."""
        try:
            self.starts[number] = self.wordings.tell()
            self.wordings.write(json.dumps([text.title, text.summary, text.body]).encode() + b"\n")
        except OSError as error:
            raise PlanError(f"The words of the articles cannot be kept: {error.strerror}.") from None

    def read_wording(self, number: int) -> list[str]:
        """[title, summary, body] of a text that is to be written."""
        self.wordings.seek(self.starts[number])
        return json.loads(self.wordings.readline())

    def convert(self, item: Item) -> ConvertedText:
        slug = self.destinations.slugs[item.post_id]
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
        if not visible_words(body.html):
            notes.append(Note("there are no words in it, so it stays a draft"))
        source = digest_of([item.title, item.excerpt, item.description, item.slug, body.shown])
        summary = choose_summary(item, notes)
        return ConvertedText(title, summary, body.html, slug, body.pictures, notes, body.anchors, source=source)

    def plan_text(self, item: Item, text: ConvertedText) -> PlannedText:
        known = self.known.get(item.guid)
        planned = PlannedText(
            item=self.contents.kinds[item.type][item.post_id],
            language=self.languages[item.post_id],
            title=text.title,
            slug=text.slug,
            step=Step.NEW,
            source_digest=digest_of([text.source, item.status, item.posted_at]),
            stored_digest=digest_of_text(text),
            stays_draft=not visible_words(text.body),
            notes=text.notes,
            text_id=known and known.text_id,
        )
        if is_arabic(visible_text(f"{text.title} {text.body[:BEGINNING]}")) != (planned.language == "ar"):
            planned.notes = [Note(OTHER_LETTERS), *text.notes]
        if text.problem:
            planned.step, planned.notes = Step.LEFT_OUT, [Note(text.problem)]
        elif known and not known.text_id:
            planned.step = Step.DELETED
        elif known and known.source_digest == planned.source_digest and not self.comes_again(item, text, known):
            planned.step = Step.SAME
        elif known:
            here = ArticleText.objects.get(pk=known.text_id)
            is_public_here_alone = here.state == ArticleText.State.PUBLISHED and not is_public_there(item)
            if not is_changed_here(here, known) and not is_public_here_alone:
                planned.step = Step.CHANGED
                planned.is_public = here.state == ArticleText.State.PUBLISHED
                changes = name_differences(here, text, self.known, "before", "after")
                changes = changes or [Note("the words stay as they are: only its date or state changed there")]
                planned.notes = [*changes, *text.notes]
            else:
                planned.step = Step.KEPT
                planned.notes = [*text.notes, *name_differences(here, text, self.known, "here", "on the old site")]
            if pending_of(here):
                planned.notes.append(Note("an editor has kept changes of it here as a draft"))
            if is_public_here_alone:
                planned.notes.append(Note("it is public here and no longer on the old site"))
        self.hold_claims(planned, text)
        return planned

    def comes_again(self, item: Item, text: ConvertedText, known: ImportedItem) -> bool:
        """Whether an editor asked for it, nobody changed it here, and it would be another one now."""
        if not self.choices.again:
            return False
        here = ArticleText.objects.select_related("article__lead_picture").get(pk=known.text_id)
        main = self.contents.find_picture(item.featured_id) if item.featured_id else None
        return differs(here, text, self.known, main) and not is_changed_here(here, known)

    def hold_claims(self, planned: PlannedText, text: ConvertedText) -> None:
        """What an editor would be warned of on publishing it, an import does not publish."""
        is_new = planned.step == Step.NEW and self.choices.publish and is_public_there(planned.item)
        if not (is_new or planned.is_public):
            return
        words = {"title": text.title, "summary": text.summary, "body": text.body}
        claims = find_claims(ArticleText(language=planned.language, **words))
        if claims and planned.is_public:  # an editor has accepted those that are public already
            known = find_claims(ArticleText.objects.get(pk=planned.text_id))
            claims = {about: claim for about, claim in claims.items() if about not in known}
        if claims:
            planned.stays_draft, planned.is_public = True, False
            planned.step = Step.NEW if is_new else Step.KEPT
            what = "it stays a draft" if is_new else "its new words are not imported"
            planned.notes += [Note(f"{what}: {claim.sentence}".rstrip("."), claim.quote) for claim in claims.values()]

    def surroundings_of(self, item: Item) -> Surroundings:
        return Surroundings(
            item=item,
            find_block=self.contents.blocks.get,
            find_picture=self.contents.find_picture,
            attached_pictures=lambda: self.contents.attached[item.post_id],
            find_link=lambda address: self.find_link(address, item),
        )

    def find_link(self, address: str, item: Item) -> Link | None:
        old = addresses.key_of_link(address, self.contents.site, page=item.link)
        if old is None:
            return None
        if target := self.destinations.find_target(old) or (self.destinations.pages_here.has(old) and old):
            return self.link_to_place(target, unquote(address.partition("#")[2]), item)
        if path := self.contents.find_picture(address):
            return Link("", f"leads to the picture {PurePosixPath(path).name}")
        if old in self.contents.files or "/wp-content/" in old:
            return Link("", f"leads to a file that is not imported, {PurePosixPath(old).name}")
        return Link("", "leads to a page that is not imported")

    def link_to_place(self, address: str, name: str, item: Item) -> Link:
        if not name:
            return Link(address)
        self.with_places.add(item.post_id)
        section = self.anchors.get(address, {}).get(name)
        if section:
            return Link(f"{address}#{section}")
        return Link(address, "it leads to the top of the page, because the section has no heading here")

    def plan_article(self, group, topic: str):
        texts = [self.texts[item.post_id] for _, item in english_first(group)]
        rows = [row for text in texts if (row := self.known.get(text.item.guid))]
        article_id = next((row.text.article_id for row in rows if row.text), None)
        article = PlannedArticle(texts, topic, article_id=article_id)
        article.pictures = [path for row in rows for path in row.pictures]
        if article_id:
            own = [text.text_id for text in texts if text.text_id]
            others = ArticleText.objects.filter(article=article_id).exclude(pk__in=own)
            written_here = set(others.values_list("language", flat=True))
            for text in texts:
                if text.step == Step.NEW and text.language in written_here:
                    text.step = Step.LEFT_OUT
                    text.notes = [Note("the article has a text in this language that was written here")]
        self.choose_what_is_public(article)
        self.note_dates(article)
        self.plan.articles.append(article)
        is_new = article.article_id is None and article.first.is_written
        if (
            is_new
            and article.first.item.post_id in self.destinations.without_category
            and NO_CATEGORY not in self.choices.topics
        ):
            self.plan.without_category.append(article.first.title)

    def choose_what_is_public(self, article: PlannedArticle):
        """Of what is new: an editor may have had a reason to take the rest off the site."""
        if not self.choices.publish:
            return
        may_be_public = {
            text.item.post_id: text.step == Step.NEW and is_public_there(text.item) and not text.stays_draft
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

    def note_dates(self, article: PlannedArticle):
        first = article.first
        for text in article.texts:
            day = text.item.posted_on if text.item.posted_at else None
            if text.step == Step.NEW and day and day != first.item.posted_on:
                one = f"an article has one date, that of its {language_name(first.language)} text"
                text.notes.append(Note(f"its own date, {day}, is not kept: {one}"))

    def find_unmatched_choices(self):
        posts, pages = self.contents.posts, self.contents.pages
        numbers = {str(number) for number in [*posts, *pages]}
        pictures = {*self.plan.pictures, *(str(each.post_id) for each in self.plan.pictures.values())}
        known = {
            "topics": {*self.contents.site.categories, NO_CATEGORY},
            "alternative_texts": pictures | {str(number) for number in self.contents.attachments},
            "pages": {str(number) for number in pages},
            "languages": numbers,
            "slugs": numbers,
            "bring": {*posts, *pages},
        }
        for name, keys in known.items():
            self.plan.unmatched += [f"{name}: {each}" for each in getattr(self.choices, name) if each not in keys]

    def seal(self):
        """Gives each article for which something is written its digest: of what would be written, whatever is here."""
        for article in self.plan.articles:
            written = [text for text in article.texts if text.is_written or text.gets_pictures]
            if written or article.new_pictures:
                pictures = [(path, self.plan.pictures[path].alternative_texts) for path in article.new_pictures]
                texts = [
                    (
                        text.item.guid,
                        text.language,
                        text.address,
                        text.source_digest,
                        text.stored_digest,
                        text.is_public,
                        text.redirects,
                    )
                    for text in written
                ]
                article.digest = digest_of(
                    [texts, pictures, article.lead, article.topic, self.choices.publish, self.choices.next_review_on]
                )


def is_public_there(item: Item) -> bool:
    return item.status == "publish" and not item.has_password


def find_claims(text: ArticleText) -> dict[tuple, Advice]:
    """By what they are about."""
    advice = advice_on_claims([text.title, *readability.all_lines(text)], text.language)
    return {claim.about: claim for claim in advice}
