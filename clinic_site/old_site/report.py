"""Tells a plan to the person who decides about it, as the command prints it and the staff site shows it."""

from collections import Counter
from typing import NamedTuple
from urllib.parse import unquote

from articles.models import ORIGINAL_LANGUAGE
from articles.publishing.overview import language_name
from clinic_site.old_site.bodies import Note
from clinic_site.old_site.plan import Plan, PlannedArticle, PlannedText, Step

MOST_WORDS = 300  # characters of a text that is named; of what is lost, each word is
NOT_FOUND = ("Left out: picture not found", "its main picture")  # how notes of a picture that is nowhere begin
STEPS = {
    Step.NEW: "New texts",
    Step.CHANGED: "Texts updated on the old site",
    Step.SAME: "Texts already imported",
    Step.KEPT: "Texts changed on both sites (yours are kept)",
    Step.DELETED: "Texts imported before and deleted here",
    Step.LEFT_OUT: "Texts not imported",
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


def tell(plan: Plan) -> list[Section]:
    """The sections of the report, those that have anything to say."""
    sections = [
        Section("What will be imported", count_everything(plan)),
        *what_to_do(plan),
        Section("Articles", [tell_article(article) for article in plan.articles if not is_known(article)]),
        Section("Already imported, unchanged", [Line(each.first.title) for each in plan.articles if is_known(each)]),
        Section("Imported before and no longer in the export", [Line(title) for title in plan.gone], "They stay here."),
        Section("Pictures", [tell_picture(picture) for picture in plan.pictures.values() if picture.comes]),
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


def count_everything(plan: Plan) -> list[Line]:
    texts = list_texts(plan)
    steps = Counter(text.step for text in texts)
    public = Counter(text.step for text in texts if text.is_written and text.is_public)
    lines = [Line(f"{STEPS[step]}: {steps[step]:,}") for step in Step if steps[step]]
    waiting = [picture for picture in plan.pictures.values() if picture.problem]
    new_pictures = {path for article in plan.articles for path in article.places}
    lines += [Line(f"New pictures: {len(new_pictures):,}"), Line(f"Pictures not imported yet: {len(waiting):,}")]
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


def what_to_do(plan: Plan) -> list[Section]:
    """What waits for a person."""
    texts = list_texts(plan)
    alone = [article for article in plan.articles if article.is_without_english]
    waiting = [picture for picture in plan.pictures.values() if picture.problem]
    return [
        Section(
            "Write the English text",
            [Line(article.first.title, [f"in {language_name(article.first.language)}"]) for article in alone],
            "An article without an English text stays a draft.",
        ),
        *(
            Section(title, [Line(text.title, [tell_note(note) for note in text.notes]) for text in found], advice)
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
            "Pictures not imported yet",
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
            [Line(f"{page.title or 'Without a title'} ({page.post_id})", [unquote(page.link)]) for page in plan.pages],
            "Pages are not imported unless you choose otherwise, and their addresses are then not found here.",
            is_asked=True,
        ),
    ]


def missing_pictures(text: PlannedText) -> list[str]:
    return [tell_note(note) for note in text.notes if note.what.startswith(NOT_FOUND)] if text.is_written else []


def tell_article(article: PlannedArticle) -> Line:
    details = [f"topic: {article.topic}"]
    for text in article.texts:
        details += tell_text(text)
    details += [f"picture: {path}" for path in article.places]
    return Line(article.first.title, details)


def tell_text(text: PlannedText) -> list[str]:
    name = f"{language_name(text.language)}: " if text.language != ORIGINAL_LANGUAGE else ""
    state = "public" if text.is_public else "a draft"
    if text.item.status == "future" and text.item.posted_at and text.step == Step.NEW:
        state = f"a draft, for {text.item.posted_at:%Y-%m-%d}"
    step = f"{text.step}, as {state}" if text.step == Step.NEW or text.is_public else str(text.step)
    lines = [f"{name}{unquote(text.item.link)} → {text.address}: {step}"]
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
    if not note.words:
        return note.what
    is_short = note.is_lost or len(note.words) <= MOST_WORDS
    words = note.words if is_short else f"{note.words[:MOST_WORDS]}…"
    return f"{note.what.removesuffix(':')}: {words}"


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
