"""Which pictures of the old site are imported, where articles show them, and which ones wait for a person."""

from django.core.files import File

from articles import pictures
from articles.fields import tidy_text
from articles.models import ORIGINAL_LANGUAGE, ArticlePicture, Picture
from clinic_site.models import ImportedItem
from clinic_site.old_site.bodies import FoundPicture, Note
from clinic_site.old_site.contents import Contents, read_language
from clinic_site.old_site.plan import Plan, PlannedArticle, PlannedPicture, Step

WITHOUT_TEXT = "It has no alternative text in English."
LONGEST_ALTERNATIVE_TEXT = Picture._meta.get_field("alternative_text").max_length


def plan_pictures(
    plan: Plan, contents: Contents, found: dict[int, list[FoundPicture]], known: dict[str, ImportedItem]
) -> None:
    """Fills `plan.pictures` and the places in its articles. `found` are the pictures of each post's body."""
    for article in plan.articles:
        for text in article.texts:
            if text.step not in (Step.LEFT_OUT, Step.DELETED):
                main = place_main(plan, contents, article, text)
                for picture in found[text.item.post_id]:
                    if picture.attachment == main:
                        text.notes.append(Note(f"Picture shown once, as the main one: {main}"))
                    planned = place(plan, contents, article, picture.attachment, picture.place)
                    if picture.alternative_text:
                        planned.alternative_texts.setdefault(text.language, picture.alternative_text)
    for picture in plan.pictures.values():
        # Of known ones too: an article's digest does not depend on others.
        add_alternative_texts(plan, contents, picture)
        if row := known.get(picture.path):
            picture.picture_id, picture.is_deleted = row.picture_id, row.picture_id is None
        else:
            picture.problem = find_problem(contents, picture)
    keep_new_places(plan)


def place_main(plan, contents, article, text):
    """Returns its path."""
    if number := text.item.featured_id:
        if path := contents.find_picture(number):
            return place(plan, contents, article, path, 0).path
        else:
            listed = number in contents.attachments
            reason = "is not a JPEG, PNG, WebP, HEIC or AVIF file" if listed else "is not in the export"
            text.notes.append(Note(f"its main picture, number {number}, {reason}"))


def place(plan: Plan, contents: Contents, article: PlannedArticle, path: str, number: int) -> PlannedPicture:
    """A picture that is there twice is shown once."""
    article.places.setdefault(path, number)
    picture = plan.pictures.setdefault(path, PlannedPicture(path, contents.numbers.get(path)))
    if article.first.title not in picture.shown_in:
        picture.shown_in.append(article.first.title)
    return picture


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


def keep_new_places(plan: Plan) -> None:
    """A picture is added to an article once: what an editor took out is never put back."""
    shown = {}
    for article_id, picture_id in ArticlePicture.objects.values_list("article", "picture"):
        shown.setdefault(article_id, set()).add(picture_id)
    for article in plan.articles:
        article.waiting = [path for path in article.places if plan.pictures[path].problem]
        article.places = {
            path: number
            for path, number in article.places.items()
            if (picture := plan.pictures[path]).comes
            and path not in article.pictures
            and picture.picture_id not in shown.get(article.article_id, ())
        }
