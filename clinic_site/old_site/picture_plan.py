"""Which pictures of the old site are imported, where articles show them, and which ones wait for a person."""

from django.core.files import File

from articles import pictures
from articles.fields import tidy_text
from articles.models import ORIGINAL_LANGUAGE, Article, ArticleText, Picture
from clinic_site.models import ImportedItem
from clinic_site.old_site.bodies import FoundPicture, Note
from clinic_site.old_site.contents import Contents, read_language
from clinic_site.old_site.plan import Plan, PlannedPicture, Step, is_changed_here
from clinic_site.old_site.words import visible_text

WITHOUT_TEXT = "It has no alternative text in English."
LONGEST_ALTERNATIVE_TEXT = Picture._meta.get_field("alternative_text").max_length


def plan_pictures(
    plan: Plan, contents: Contents, found: dict[int, list[FoundPicture]], known: dict[str, ImportedItem]
) -> None:
    """Fills `plan.pictures` and what its articles say of theirs. `found` are the pictures of each post's body."""
    for article in plan.articles:
        for text in came(article):
            text.main_picture = find_main(contents, text)
            article.lead = article.lead or text.main_picture
            for path in paths_of(text, found):
                picture = plan.pictures.setdefault(path, PlannedPicture(path, contents.numbers.get(path)))
                if article.first.title not in picture.shown_in:
                    picture.shown_in.append(article.first.title)
            for each in found[text.item.post_id]:
                if each.alternative_text:
                    plan.pictures[each.attachment].alternative_texts.setdefault(text.language, each.alternative_text)
    for picture in plan.pictures.values():
        # Of known ones too: an article's digest does not depend on others.
        add_alternative_texts(plan, contents, picture)
        if row := known.get(picture.path):
            picture.picture_id, picture.is_deleted = row.picture_id, row.picture_id is None
        else:
            picture.problem = find_problem(contents, picture)
    leads = dict(Article.objects.exclude(lead_picture=None).values_list("pk", "lead_picture"))
    for article in plan.articles:
        choose_lead(plan, article, leads)
        choose_pictures(plan, article, found, known)


def came(article):
    return [text for text in article.texts if text.step not in (Step.LEFT_OUT, Step.DELETED)]


def paths_of(text, found):
    """Of the pictures that the text showed there, the main one first."""
    return list(filter(None, [text.main_picture, *(each.attachment for each in found[text.item.post_id])]))


def choose_lead(plan, article, leads):
    """The main picture leads the article if it does so already, or comes to one that no picture leads."""
    if article.article_id and article.lead:
        here = leads.get(article.article_id)
        is_new = here is None and article.lead not in article.pictures
        if not (is_new or (here and here == plan.pictures[article.lead].picture_id)):
            article.lead = ""


def find_main(contents, text):
    """Its path."""
    number = text.item.featured_id
    if not number:
        return ""
    if path := contents.find_picture(number):
        return path
    reason = "is not a JPEG, PNG, WebP, HEIC or AVIF file" if number in contents.attachments else "is not in the export"
    text.notes.append(Note(f"its main picture, number {number}, {reason}"))
    return ""


def choose_pictures(plan, article, found, known):
    """A picture comes to an article once: what an editor took out is never put back."""
    waiting, new, left = [], [], []
    for text in came(article):
        paths = paths_of(text, found)
        waiting += [path for path in paths if plan.pictures[path].problem]
        missing = [path for path in paths if plan.pictures[path].comes and path not in article.pictures]
        new += missing
        if not text.is_written and (late := [path for path in missing if path != article.lead]):
            text.gets_pictures = text.step == Step.SAME and is_as_it_came(text, known)
            left += [] if text.gets_pictures else late
        text.is_main_picture_first = text.main_picture not in ("", article.lead, *paths[1:]) and (
            text.main_picture in missing or stands_in_words(text, known.get(text.main_picture))
        )
        for each in found[text.item.post_id]:
            if each.attachment == article.lead:
                tell_left_out(text, each, f"Picture shown once, as the main one: {each.attachment}", "the main picture")
            elif not plan.pictures[each.attachment].comes:
                tell_left_out(text, each, "", "a picture that is not imported")
    article.waiting, article.new_pictures, article.left_to_editors = (
        list(dict.fromkeys(paths)) for paths in (waiting, new, left)
    )


def is_as_it_came(text, known):
    return not is_changed_here(ArticleText.objects.get(pk=text.text_id), known[text.item.guid])


def stands_in_words(text, row):
    """Whether the picture of the row is among the words that are here."""
    here = ArticleText.objects.filter(pk=text.text_id)
    return bool(row and row.picture) and here.filter(body__contains=row.picture.content_hash).exists()


def tell_left_out(text, picture, what, which):
    if what:
        text.notes.append(Note(what))
    if picture.caption:
        text.notes.append(Note(f"Left out: caption of {which}", visible_text(picture.caption).strip(), is_lost=True))


def add_alternative_texts(plan: Plan, contents: Contents, picture: PlannedPicture) -> None:
    item = contents.attachments.get(picture.post_id)
    language = item and read_language(item, plan.choices)
    if language and (sentence := tidy_text(item.alternative_text).strip()):
        picture.alternative_texts.setdefault(language, sentence)
    chosen = plan.choices.alternative_texts
    if sentence := chosen.get(picture.path) or chosen.get(str(picture.post_id)):
        picture.alternative_texts[ORIGINAL_LANGUAGE] = tidy_text(sentence).strip()


def find_problem(contents: Contents, picture: PlannedPicture) -> str:
    """Why the picture waits. Its pixels are read only when it is imported."""
    if contents.uploads is None:
        return "There is no uploads folder."
    file = contents.find_file(picture.path)
    if file is None:
        return "Its file is not in the uploads folder."
    try:
        with file.open("rb") as opened:
            pictures.refuse_unusable_file(File(opened, name=file.name))
    except pictures.UnusablePictureError as problem:
        return str(problem)
    if not picture.alternative_texts.get(ORIGINAL_LANGUAGE):
        return WITHOUT_TEXT
    if any(len(sentence) > LONGEST_ALTERNATIVE_TEXT for sentence in picture.alternative_texts.values()):
        return f"Its alternative text has more than {LONGEST_ALTERNATIVE_TEXT} characters."
    return ""
