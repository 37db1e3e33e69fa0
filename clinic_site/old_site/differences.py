"""How a text that came before differs from what would come now."""

from dataclasses import replace

from articles.body_pictures import STORED, make_figure
from articles.models import ArticleText
from articles.publishing.diff import find_changed_paragraphs, list_paragraphs, name_field
from clinic_site.models import ImportedItem
from clinic_site.old_site.bodies import Note, stand_in
from clinic_site.old_site.plan import ConvertedText


def name_pictures(
    text: ConvertedText, known: dict[str, ImportedItem], *, without_others: bool = False
) -> ConvertedText:
    """The text with its pictures as bodies here call them. One that is not here has the path of its file, or is left
    out."""
    paths = {stand_in(each.attachment): each.attachment for each in text.pictures}

    def name(figure):
        path = paths[figure[1]]
        row = known.get(path)
        if row and row.picture:
            return make_figure(row.picture.content_hash, figure[2])
        return "" if without_others else figure[0].replace(f"/pictures/{figure[1]}.webp", path)

    return replace(text, body=STORED.sub(name, text.body))


def differs(here: ArticleText, there: ConvertedText, known: dict[str, ImportedItem], main_picture: str | None) -> bool:
    """Whether words or pictures differ. Neither a picture that is not here counts, nor the article's or the text's main
    one, which may stand outside of the words."""
    there = name_pictures(there, known, without_others=True)
    rows = [known.get(each.attachment) for each in there.pictures if each.attachment != main_picture]
    hashes = {row.picture.content_hash for row in rows if row and row.picture}
    if lead := here.article.lead_picture:
        hashes.discard(lead.content_hash)

    def compared(text):
        body = STORED.sub(lambda figure: figure[0] if figure[1] in hashes else "", text.body)
        return text.title, text.summary, body

    return compared(here) != compared(there)


def name_differences(
    here: ArticleText, there: ConvertedText, known: dict[str, ImportedItem], name_here: str, name_there: str
) -> list[Note]:
    """The paragraphs that differ, as they are here and as they are there, and the last parts of the addresses."""
    notes, there = [], name_pictures(there, known)
    for name in ("title", "summary", "body"):
        changes = find_changed_paragraphs(list_paragraphs(here, name), list_paragraphs(there, name))
        for paragraphs_here, paragraphs_there in changes:
            for where, paragraphs in ((name_here, paragraphs_here), (name_there, paragraphs_there)):
                notes += [Note(f"{name_field(name)} {where}:", paragraph) for paragraph in paragraphs]
    if here.slug != there.slug:
        notes += [Note(f"Slug {name_here}:", here.slug), Note(f"Slug {name_there}:", there.slug)]
    return notes
