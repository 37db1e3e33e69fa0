import pytest

from articles.models import ArticleText
from articles.publishing.warnings import collect_advice


def text(**words):
    fields = {"language": "en", "title": "On knees", "summary": "Knees bend.", "body": "<p>Bend them.</p>", **words}
    return ArticleText(**fields)


def sentences(text, *, reference_count=1):
    return [piece.sentence for piece in collect_advice(text, reference_count=reference_count)]


def test_a_short_plain_text_with_summary_and_references_needs_no_advice():
    assert sentences(text()) == []


def test_missing_summary_and_references_are_named():
    assert sentences(text(summary=" "), reference_count=0) == [
        "Add a summary: without one, lists and search engines show only the title.",
        "Add references: without them, readers cannot check your sources.",
    ]


def test_references_are_the_originals_matter():
    assert sentences(text(language="es"), reference_count=0) == []


def test_a_claim_is_quoted_with_its_sentence_and_the_law():
    (piece,) = collect_advice(text(body="<p>Rest. We guarantee that it helps.</p>"), reference_count=1)
    assert (piece.sentence, piece.quote) == (
        "“guarantee” reads as a guarantee. Illinois forbids it in a clinic's advertising (225 ILCS 60/26).",
        "We guarantee that it helps.",
    )


@pytest.mark.parametrize("field", ["title", "summary", "visit_signs"])
def test_claims_are_looked_for_everywhere(field):
    assert len(collect_advice(text(**{field: "We cure knees"}), reference_count=1)) == 1


HARD = "Conservative musculoskeletal interventions frequently demonstrate considerable effectiveness. " * 10


def test_a_hard_text_names_its_grade():
    (sentence,) = sentences(text(body=f"<p>{HARD}</p>"))
    assert sentence.startswith("Use shorter words and sentences: this text reads at US grade ")


def test_the_grade_is_for_english_only():
    assert sentences(text(language="pl", body=f"<p>{HARD}</p>")) == []


def test_long_sentences_are_counted_and_the_longest_is_quoted():
    longest = f"{'word ' * 30}end."
    (piece,) = collect_advice(text(language="es", body=f"<p>{'word ' * 20}end. {longest}</p>"), reference_count=1)
    assert piece.sentence == "Shorten the sentences of more than 20 words (2 in this text). The longest has 31:"
    assert piece.quote == longest
