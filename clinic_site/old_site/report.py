"""Tells a plan to the person who decides about it, as the command prints it and the staff site shows it."""

import re
from collections import Counter
from typing import NamedTuple
from urllib.parse import unquote

from articles.models import ORIGINAL_LANGUAGE
from articles.publishing.overview import language_name
from clinic_site.old_site.bodies import Note
from clinic_site.old_site.plan import OTHER_LETTERS, Plan, PlannedArticle, PlannedText, Step

MOST_UNFOLDED = 30  # lines of a section, unless it says more
PICTURES_WAIT = "Pictures not imported yet"  # the title of their section
NOT_FOUND = ("Left out: picture not found", "its main picture")  # how notes of a picture that is nowhere begin
HARMLESS = (  # how notes begin about which nobody has to do anything: no word and no picture is lost
    *(
        "Definition list",
        "Embedded video",
        "Headings moved",
        "Picture shown once",
        "Shortcode",
        "Table turned",
    ),
    "was also in the categories",
    "its own date",
)
STEPS = {
    Step.NEW: "New texts",
    Step.CHANGED: "Texts updated on the old site",
    Step.SAME: "Texts already imported",
    Step.KEPT: "Texts changed on both sites (yours are kept)",
    Step.DELETED: "Texts imported before and deleted here",
    Step.LEFT_OUT: "Texts not imported",
}
UNTOUCHED = (Step.SAME, Step.DELETED)
PARTS = {  # of the posts in an export
    Step.NEW: "new",
    Step.CHANGED: "updated",
    Step.SAME: "already imported",
    Step.KEPT: "changed on both sites",
    Step.DELETED: "deleted here",
    Step.LEFT_OUT: "that cannot be imported",
}
NAMES_OF_TYPES = {
    "comment": "Comments",
    "flamingo_inbound": "Patient messages (Flamingo)",
    "flamingo_contact": "Patient addresses (Flamingo)",
    "feedback": "Patient messages (Jetpack)",
    "nav_menu_item": "Menu entries",
    "custom_css": "Style sheets",
    "wpcf7_contact_form": "Forms (Contact Form 7)",
}


class Line(NamedTuple):
    text: str
    details: list[str] = []


class Section(NamedTuple):
    title: str
    lines: list[Line]
    advice: str = ""
    is_asked: bool = False  # the staff page has fields for it, or no need of it
    is_open: bool | None = None  # on the staff page, with its lines; without it, if it is short

    @property
    def is_folded(self) -> bool:
        return len(self.lines) > MOST_UNFOLDED if self.is_open is None else not self.is_open


def tell(plan: Plan) -> list[Section]:
    """The sections of the report, those that have anything to say."""
    told = [article for article in plan.articles if not is_known(article)]
    sections = [
        Section("What is imported", [*add_up(plan), *count_everything(plan)]),
        *what_to_do(plan),
        Section(
            "Articles to check",
            [tell_article(article) for article in told if has_remark(article)],
            "Something was left out of them or changes here.",
            is_open=True,
        ),
        Section("Other articles", [tell_article(each) for each in told if not has_remark(each)], is_open=False),
        Section("Already imported, unchanged", [Line(each.first.title) for each in plan.articles if is_known(each)]),
        Section("Imported before and no longer in the export", [Line(title) for title in plan.gone], "They stay here."),
        Section("New pictures", [tell_picture(plan.pictures[path]) for path in new_pictures(plan)]),
        Section("Not imported", tell_left_out(plan)),
        Section("Files that no article shows", [Line(path) for path in plan.unused_files], "They are not imported."),
        Section("Redirects that are kept as they are", [
            Line(f"{kept.old} → {kept.leads_to}, not {kept.would_lead_to}") for kept in plan.kept_redirects
        ]),
        Section("Old addresses of articles", [tell_addresses(text) for text in list_texts(plan) if text.redirects]),
        Section("Old addresses of pictures", [
            tell_file_addresses(each) for each in plan.pictures.values() if each.comes and each.redirects
        ]),
        Section("Old addresses of lists and pages", [Line(f"{old} → {new}") for old, new in plan.redirects.items()]),
    ]  # fmt: skip
    return [section for section in sections if section.lines]


def is_known(article: PlannedArticle) -> bool:
    return not article.digest and all(text.step == Step.SAME for text in article.texts)


def has_remark(article: PlannedArticle) -> bool:
    """Whether an editor should look at it."""
    notes = [note for text in article.texts if text.step not in UNTOUCHED for note in text.notes]
    return bool(article.waiting or article.left_to_editors or article.is_without_english) or any(
        not is_harmless(note) for note in notes
    )


def is_harmless(note: Note) -> bool:
    return note.what.startswith(HARMLESS) and not note.is_lost


def tell_what_was_done(plan: Plan) -> list[Section]:
    """The report of a plan once all of it is done: without the questions, which are answered."""
    numbers, *sections = tell(plan)
    return [numbers._replace(title="What was imported"), *(each for each in sections if not each.is_asked)]


def add_up(plan: Plan) -> list[Line]:
    """The posts and pages of the export, as sums that an editor compares with what WordPress counts."""
    lines = []
    for kind, name in [("post", "Posts"), ("page", "Pages")]:
        steps = Counter(text.step for text in list_texts(plan) if text.item.type == kind)
        parts = Counter({PARTS[step]: steps[step] for step in Step if steps[step]})
        if kind == "page":
            parts.update("redirected" if page_target(plan, page) else "not imported" for page in plan.pages)
        parts.update(re.split("[;:,]", reason)[0] for item, reason in plan.left_out if item.type == kind)
        if total := plan.totals[kind]:
            shown = " + ".join(f"{number:,} {part}" for part, number in parts.items())
            in_trash = parts["in the trash"]
            advice = f" WordPress shows {total - in_trash:,} under “All”, without the trash." if in_trash else ""
            lines.append(Line(f"{name} in the export: {total:,} = {shown}.{advice}"))
    return lines


def page_target(plan: Plan, page) -> str:
    """Where the page's address leads, as it was chosen."""
    return plan.choices.pages.get(str(page.post_id), "")


def count_everything(plan: Plan) -> list[Line]:
    texts = list_texts(plan)
    steps = Counter(text.step for text in texts)
    public = Counter(text.step for text in texts if text.is_written and text.is_public)
    lines = [Line(f"{STEPS[step]}: {steps[step]:,}") for step in Step if steps[step]]
    waiting = [picture for picture in plan.pictures.values() if picture.problem]
    lines += [Line(f"New pictures: {len(new_pictures(plan)):,}"), Line(f"Pictures not imported yet: {len(waiting):,}")]
    if missing := sum(len(missing_pictures(text)) for text in texts):
        lines.append(Line(f"Pictures not found: {missing:,}"))
    rows = [*texts, *(picture for picture in plan.pictures.values() if picture.comes)]
    redirects = len(plan.redirects) + sum(len(row.redirects) for row in rows)
    lines.append(Line(f"Old addresses that get a redirect: {redirects:,}"))
    lines.append(Line(f"Texts published immediately, without review: {public[Step.NEW]:,}"))
    if public[Step.CHANGED]:
        lines.append(Line(f"Articles that are public here and get new words: {public[Step.CHANGED]:,}"))
    if plan.dropped:
        lines.append(Line(f"Invalid characters removed: {plan.dropped:,}"))
    if plan.assumed_language:
        name = language_name(plan.choices.language)
        lines.append(Line(f"Texts without a language in the export, taken as {name}: {plan.assumed_language:,}"))
    return lines


def name_number(number: int, *, more: str = "") -> str:
    return f"{number:,} {more}{'article' if number == 1 else 'articles'}"


def count_articles(new: int, updated: int, *, more: str = "") -> str:
    if updated and not new:
        return f"{name_number(updated, more=more)} updated"
    return f"{name_number(new, more=more)} imported" + (f", {updated:,} updated" if updated else "")


def name_button(plan: Plan) -> str:
    """What accepting the plan does, and how much of it is public at once."""
    written = [article for article in plan.articles if article.digest]
    new = [article for article in written if article.article_id is None]
    public, public_new = map(count_public, (written, new))
    parts = []
    if new:
        drafts = len(new) - public_new
        states = [(public_new, "public at once"), (drafts, "as a draft" if drafts == 1 else "as drafts")]
        told = ", ".join(f"{number:,} {state}" for number, state in states if number)
        parts.append(f"import {name_number(len(new))} ({told})")
    if updated := len(written) - len(new):
        told = f" ({public - public_new:,} of them public)" if public > public_new else ""
        parts.append(f"update {name_number(updated)}{told}")
    return ", ".join(parts).capitalize() or "Add the redirects"


def count_public(articles: list[PlannedArticle]) -> int:
    return sum(any(text.is_public and text.is_written for text in article.texts) for article in articles)


def what_to_do(plan: Plan) -> list[Section]:
    """What waits for a person."""
    texts = list_texts(plan)
    alone = [article for article in plan.articles if article.is_without_english]
    waiting = [picture for picture in plan.pictures.values() if picture.problem]
    return [
        Section(
            "Another site than before",
            [Line(f"Imported before: {plan.other_site}. This export: {plan.site.address}.")] if plan.other_site else [],
            "If it is the same site under another address, do not import it: every article would be here twice. Export "
            "it under the address that it had before.",
        ),
        Section(
            "Write the English text",
            [Line(article.first.title, [f"in {language_name(article.first.language)}"]) for article in alone],
            "An article without an English text stays a draft.",
            is_open=True,
        ),
        Section(
            "Choose another language",
            [
                Line(text.title, [f"taken as {language_name(text.language)}"])
                for text in texts
                if text.step == Step.NEW and has_other_letters(text)
            ],
            "Arabic letters are in a text of another language, or there are none in one taken as Arabic.",
            is_open=True,
        ),
        *(
            Section(title, [Line(text.title, list(map(tell_note, text.notes))) for text in found], advice, is_open=True)
            for title, advice, step in [
                ("Changed on both sites", "Your versions are kept. Compare them and decide.", Step.KEPT),
                ("Articles that cannot be imported", "Type them anew, or change them on the old site.", Step.LEFT_OUT),
            ]
            if (found := [text for text in texts if text.step == step])
        ),
        Section(
            "Choices that match nothing in the export",
            [Line(choice) for choice in plan.unmatched],
            "Correct them in the file of choices.",
            is_asked=True,  # the page keeps decisions of an earlier export; nobody mistypes them there
        ),
        Section(
            PICTURES_WAIT,
            [
                Line(f"{picture.path}: {picture.problem}", [f"in “{title}”" for title in picture.shown_in])
                for picture in waiting
            ],
            "The articles are imported without them. Fix the problem and run the import again.",
        ),
        Section(
            "Pictures not found",
            [Line(text.title, found) for text in texts if (found := missing_pictures(text))],
            "Neither the export nor the uploads folder has them. Export all content, copy the whole folder, and run "
            "the import again.",
            is_open=True,
        ),
        Section(
            "Choose a topic",
            [Line(title) for title in plan.without_category],
            "These articles have no category. Without a choice their topic is “Other”.",
            is_asked=True,
        ),
        Section(
            "New topics",
            [Line(name) for name in plan.new_topics.values()],
            "No topic of this site has the name of the category, so one is made.",
            is_asked=True,
        ),
        Section(
            "Decide what happens to pages",
            [
                Line(f"{page.title or 'Without a title'} ({page.post_id})", [tell_address(plan, page)])
                for page in plan.pages
                if not page_target(plan, page)
            ],
            "Pages are not imported unless you choose otherwise. Their addresses are then not found here, unless this "
            "site has a page of its own there.",
            is_asked=True,
        ),
    ]


def tell_address(plan: Plan, page) -> str:
    """The old address of a page, and whether this site has a page there."""
    return unquote(page.link) + (" (this site’s own page answers there)" if page.post_id in plan.pages_here else "")


def has_other_letters(text: PlannedText) -> bool:
    return any(note.what == OTHER_LETTERS for note in text.notes)


def missing_pictures(text: PlannedText) -> list[str]:
    return [tell_note(note) for note in text.notes if note.what.startswith(NOT_FOUND)] if text.is_written else []


def tell_article(article: PlannedArticle) -> Line:
    details = [f"topic: {article.topic}"] if article.article_id is None else []
    for text in article.texts:
        details += tell_text(text)
    details += [
        f"picture: {path}{', which leads the article' if path == article.lead else ''}" for path in article.new_pictures
    ]
    details += [
        f"picture to put into the words here, which stay as they are: {path}" for path in article.left_to_editors
    ]
    details += [f"picture that is not imported yet: {path}" for path in article.waiting]
    return Line(article.first.title, details)


def tell_text(text: PlannedText) -> list[str]:
    name = f"{language_name(text.language)}: " if text.language != ORIGINAL_LANGUAGE else ""
    state = "public" if text.is_public else "a draft"
    if text.item.status == "future" and text.item.posted_at and text.step == Step.NEW:
        state = f"a draft, for {text.item.posted_at:%Y-%m-%d}"
    step = f"{text.step}, as {state}" if text.step == Step.NEW or text.is_public else str(text.step)
    lines = [f"{name}{unquote(text.item.link)} → {text.address}: {step}"]
    if text.step not in (*UNTOUCHED, Step.KEPT):  # whose notes stand before the articles
        lines += [f"{name}{tell_note(note)}" for note in text.notes]
    return lines


def list_texts(plan: Plan) -> list[PlannedText]:
    return [text for article in plan.articles for text in article.texts]


def tell_addresses(text: PlannedText) -> Line:
    until = "" if text.is_public else " (not found until it is published)"
    return Line(f"{text.address}{until}", text.redirects)


def tell_file_addresses(picture) -> Line:
    return Line(picture.path, picture.redirects)


def tell_note(note: Note) -> str:
    return f"{note.what.removesuffix(':')}: {note.words}" if note.words else note.what


def new_pictures(plan: Plan) -> list[str]:
    """Their paths, also of those that another article here shows already."""
    return list(dict.fromkeys(path for article in plan.articles for path in article.new_pictures))


def tell_picture(picture) -> Line:
    return Line(picture.path, [f"{language}: {sentence}" for language, sentence in picture.alternative_texts.items()])


def tell_left_out(plan: Plan) -> list[Line]:
    lines = [
        Line(f"{item.title or 'Without a title'} ({item.type} {item.post_id}): {reason}")
        for item, reason in plan.left_out
    ]
    return lines + [
        Line(f"{NAMES_OF_TYPES.get(name, name)}: {number:,}") for name, number in sorted(plan.counts.items())
    ]


def as_text(sections: list[Section]) -> str:
    lines = []
    for section in sections:
        lines += ["", section.title, "=" * len(section.title)]
        lines += [section.advice] if section.advice else []
        for line in section.lines:
            lines.append(f"- {line.text}")
            lines += [f"    {detail}" for detail in line.details]
    return "\n".join(lines).strip() + "\n"
