"""What comes along from the old site, and what does not."""

import errno
import io
from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.core.files.storage import default_storage

from articles.actions import keep_pending, save_text
from articles.body_pictures import make_figure
from articles.models import Article, ArticlePicture, ArticleText, Picture, PictureText, Topic, TopicName
from clinic_site.models import ImportedItem
from clinic_site.old_site.applying import Import
from clinic_site.old_site.choices import read_choices
from clinic_site.old_site.contents import Contents
from clinic_site.old_site.items import Term
from clinic_site.old_site.plan import PlanError, Step, digest_of_text
from clinic_site.old_site.planning import Planner
from clinic_site.old_site.reading import Export, ExportError
from clinic_site.old_site.report import as_text, tell
from tests.factories import MONDAY_NOON, make_article, make_clinic, make_topic, picture_file
from tests.old_site import ADDRESS, make_export, make_item, make_picture
from tests.staff import make_account

pytestmark = pytest.mark.django_db

NECK = {"neck": "Neck"}
PUBLISH = {"publish": "Our doctors wrote it."}
UPLOADED = f"{ADDRESS}/wp-content/uploads"


@pytest.fixture(autouse=True)
def clinic():
    return make_clinic()


@pytest.fixture
def uploads(tmp_path):
    """A folder of uploads with one picture."""
    folder = tmp_path / "uploads"
    add_file(folder, "2022/06/shoulder.jpg", picture_file())
    return folder


def add_file(folder, path, content):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def plan_of(*items, uploads=None, choices=None, **site):
    """The planner of an import that is not yet done."""
    planner = Planner(
        Contents(Export([io.BytesIO(make_export(*items, **site).encode())]), uploads), read_choices(choices or {})
    )
    planner.make()
    return planner


def bring(*items, **given):
    """Imports the items. Returns (outcome, report)."""
    planner = plan_of(*items, **given)
    report = as_text(tell(planner.plan))
    return Import(planner).run(), report


def states():
    return dict(ArticleText.objects.values_list("title", "state"))


def leads_to(old):
    return Redirect.objects.filter(old_path=old).values_list("new_path", flat=True).first()


def everything_stored():
    """Every value of every row of the site's own tables and Django's, as one text."""
    return "\n".join(str(row) for model in apps.get_models() for row in model._base_manager.values_list())


# What a post becomes


@pytest.mark.on_both_databases
def test_post_comes_as_a_draft_with_its_words_and_its_day():
    bring(make_item(4, "Ice &amp; heat", "Ice first.\n\nHeat later.", excerpt="Which one?", categories=NECK))

    text = ArticleText.objects.get()
    assert (text.title, text.summary, text.slug) == ("Ice & heat", "Which one?", "ice-amp-heat")
    assert text.body == "<p>Ice first.</p><p>Heat later.</p>"
    assert (text.state, text.language, text.version) == ("draft", "en", 1)
    assert text.article.published_at == datetime(2022, 6, 18, 13, 30, tzinfo=UTC)
    assert text.article.byline == "Integrated Health Solutions"
    assert text.article.topic.names.get().name == "Neck"
    assert not ArticleText.objects.published().exists()


def test_day_of_publication_is_that_of_greenwich():
    bring(make_item(4, date="2024-07-04 23:30:00", gmt="2024-07-05 05:30:00"))

    assert Article.objects.get().published_at == datetime(2024, 7, 5, 5, 30, tzinfo=UTC)


def test_reason_publishes_what_was_public_there(client):
    choices = {"publish": "Our doctors wrote it.", "next_review_on": date(2027, 6, 30)}
    bring(make_item(4), make_item(5, "Later", status="draft"), choices=choices)

    public, draft = ArticleText.objects.order_by("slug").reverse()
    assert (public.state, public.unreviewed_because) == ("published", "Our doctors wrote it.")
    assert public.article.next_review_on == date(2027, 6, 30)
    assert draft.state == "draft"
    assert client.get("/articles/stiff-neck-in-the-morning/").status_code == 200


def test_post_without_words_stays_a_draft():
    _, report = bring(make_item(4, body="<!--more-->"), choices={"publish": "Our doctors wrote it."})

    assert ArticleText.objects.get().state == "draft"
    assert "there are no words in it, so it stays a draft" in report


def test_scheduled_post_keeps_its_time_as_a_draft():
    bring(make_item(4, status="future", date="2031-01-02 09:00:00", gmt="2031-01-02 15:00:00"))

    text = ArticleText.objects.get()
    assert (text.state, text.article.published_at) == ("draft", datetime(2031, 1, 2, 15, tzinfo=UTC))


def test_draft_without_address_and_day_gets_them_here(clock):
    bring(make_item(4, "On swimming", status="draft", slug="", gmt="0000-00-00 00:00:00"))

    text = ArticleText.objects.get()
    assert (text.slug, text.article.published_at) == ("on-swimming", MONDAY_NOON)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": "private"}, "private"),
        ({"status": "trash"}, "in the trash"),
        ({"password": "open & shut"}, "protected by a password"),
    ],
)
def test_post_that_was_not_for_everybody_stays_behind(changes, reason):
    _, report = bring(make_item(4, "Staff party", "Bring a cake.", **changes), make_item(5))

    assert ArticleText.objects.count() == 1
    assert f"Staff party (post 4): {reason}" in report
    for words in ("cake", "open & shut"):
        assert words not in report
        assert words not in everything_stored()


def test_private_and_thrown_away_pages_are_left_out_and_nobody_is_asked_about_them():
    pages = [
        make_item(2, "Staff only", type="page", status="private"),
        make_item(3, "Old", type="page", status="trash"),
    ]
    _, report = bring(*pages)

    assert "Staff only (page 2): private" in report
    assert "Old (page 3): in the trash" in report
    assert "Decide what happens to pages" not in report


@pytest.mark.parametrize("changes", [{"status": "private"}, {"status": "trash"}, {"password": "open & shut"}])
def test_reusable_block_that_was_not_for_everybody_is_not_put_in(changes):
    block = make_item(11, "Cake", "<p>Bring a cake.</p>", type="wp_block", **changes)
    bring(
        make_item(4, body='<!-- wp:paragraph --><p>Words.</p><!-- /wp:paragraph --><!-- wp:block {"ref":11} /-->'),
        block,
    )

    assert ArticleText.objects.get().body == "<p>Words.</p>"


@pytest.mark.parametrize("changes", [{"status": "private"}, {"status": "trash"}, {"password": "open & shut"}])
def test_reusable_block_that_was_not_for_everybody_is_put_in_nowhere(changes):
    block = make_item(11, "Call box", "The key hangs in the kitchen.", type="wp_block", **changes)
    _, report = bring(make_item(4, "Neck", '<p>Ice first.</p><!-- wp:block {"ref":11} /-->'), block)

    assert ArticleText.objects.get().body == "<p>Ice first.</p>"
    assert "Left out: reusable block 11, which the export does not hold" in report


def test_private_post_comes_as_a_draft_if_somebody_asks_for_it():
    bring(make_item(4, status="private"), choices={"bring": [4], "publish": "All is well."})

    assert ArticleText.objects.get().state == "draft"


def test_messages_and_comments_are_counted_and_kept_nowhere(caplog):
    message = make_item(9, "Ms. Nobody", "My knee has hurt since May.", type="flamingo_inbound")
    _, report = bring(message, make_item(4, comments=["I am in pain.", "So am I."]))

    assert "Patient messages (Flamingo): 1" in report
    assert "Comments: 2" in report
    everything = everything_stored() + report + caplog.text
    for words in ("My knee", "Ms. Nobody", "in pain", "visitor@mail.example"):
        assert words not in everything


def test_two_posts_of_one_title_are_two_articles():
    bring(make_item(4, "Ice &amp; heat", slug="ice-heat"), make_item(5, "Ice & heat", slug="ice-heat-2"))

    assert list(ArticleText.objects.order_by("slug").values_list("title", "slug")) == [
        ("Ice & heat", "ice-heat"),
        ("Ice & heat", "ice-heat-2"),
    ]


def test_long_title_and_address_are_cut_at_a_word_and_named():
    title = "Shoulder pain " + "after a long winter " * 7
    _, report = bring(make_item(4, title))

    text = ArticleText.objects.get()
    assert len(text.title) <= 120
    assert title.startswith(text.title + " ")
    assert len(text.slug) <= 120
    assert f"title shortened; left out: {title.removeprefix(text.title).strip()}" in report
    assert leads_to("/?p=4") == f"/articles/{text.slug}/"


def test_post_without_a_title_has_its_first_words():
    bring(make_item(4, "", "Sleep on your side.", slug=""))

    assert ArticleText.objects.get().title == "Sleep on your side."


def test_long_excerpt_is_named_and_left_to_a_person():
    _, report = bring(make_item(4, excerpt="word " * 60))

    assert ArticleText.objects.get().summary == ""
    assert "excerpt too long for a summary: word word" in report


def test_report_names_each_word_that_is_lost_however_many():
    words = " ".join(f"word{number}" for number in range(200))
    _, report = bring(make_item(4, body=f"Kept. <s>{words}</s>", excerpt=words))

    assert f"struck-through words: {words}\n" in report
    assert f"excerpt too long for a summary: {words}\n" in report


# Topics


def test_category_becomes_the_topic_of_that_name():
    topic = make_topic("neck-pain", en="Neck")
    bring(make_item(4, categories=NECK))

    assert Article.objects.get().topic == topic


def test_editor_chooses_the_topic():
    topic = make_topic("neck-pain", en="Neck pain")
    bring(make_item(4, categories=NECK), choices={"topics": {"neck": "Neck pain"}})

    assert Article.objects.get().topic == topic


def test_post_of_several_categories_has_the_main_or_the_deepest_one():
    categories = [Term("body", "Body", 2), Term("neck", "Neck", 3, "body"), Term("news", "News", 4)]
    both = {"body": "Body", "neck": "Neck", "news": "News"}
    main = make_item(5, "Main", categories=both, meta={"_yoast_wpseo_primary_category": "4"})
    bring(make_item(4, categories=both), main, categories=categories)

    topics = dict(ArticleText.objects.values_list("title", "article__topic__slug"))
    assert topics == {"Stiff neck in the morning": "neck", "Main": "news"}


def test_other_categories_of_a_post_are_named():
    _, report = bring(make_item(4, categories={"neck": "Neck", "news": "News &amp; hours"}))

    assert Article.objects.get().topic.slug == "neck"
    assert "was also in the categories: News & hours" in report


def test_post_without_a_category_is_named():
    _, report = bring(make_item(4, categories={"uncategorized": "Uncategorized"}))

    assert TopicName.objects.get().name == "Other"
    assert "Choose a topic" in report


# Languages


def test_translations_that_belong_together_become_one_article():
    texts = [("en", "Neck"), ("es", "Cuello"), ("pl", "Szyja"), ("ar", "رقبة")]
    bring(
        *(
            make_item(number, title, language=language, group="pll_1", slug=title.lower())
            for number, (language, title) in enumerate(texts, start=4)
        ),
        choices={"publish": "All is well."},
    )

    article = Article.objects.get()
    assert dict(article.texts.values_list("language", "slug")) == {
        "en": "neck",
        "es": "cuello",
        "pl": "szyja",
        "ar": "neck-ar",
    }
    assert {text.state for text in article.texts.all()} == {"published"}
    assert not any(text.is_machine_translation for text in article.texts.all())


def test_date_of_a_translation_that_is_not_kept_is_told():
    later = {"date": "2024-05-01 09:00:00", "gmt": "2024-05-01 14:00:00"}
    texts = [("en", {}), ("es", {}), ("pl", later)]
    _, report = bring(
        *(
            make_item(at, f"Neck {at}", language=language, group="g", **given)
            for at, (language, given) in enumerate(texts)
        )
    )

    assert Article.objects.get().published_at == datetime(2022, 6, 18, 13, 30, tzinfo=UTC)
    told = "Polish: its own date, 2024-05-01, is not kept: an article has one date, that of its English text"
    assert [line.strip() for line in report.splitlines() if "its own date" in line] == [told]


def test_text_without_an_english_one_is_a_draft_at_the_head_of_the_report():
    _, report = bring(make_item(4, "Szyja", language="pl"), make_item(5), choices={"publish": "All is well."})

    assert ArticleText.objects.get(language="pl").state == "draft"
    assert report.index("Write the English text") < report.index("\nArticles to check\n")


def test_translation_whose_english_text_cannot_come_is_a_draft():
    english = make_item(4, "Neck", "word " * 50_000, language="en", group="g")
    _, report = bring(
        english, make_item(5, "Szyja", language="pl", group="g"), choices={"publish": "Our doctors wrote it."}
    )

    text = ArticleText.objects.get()
    assert (text.language, text.state) == ("pl", "draft")
    assert report.index("Write the English text") < report.index("\nArticles to check\n")


def test_two_languages_may_have_one_slug():
    items = [make_item(n, language=language, group="pll_1", slug="yoga") for n, language in ((4, "en"), (5, "es"))]
    bring(*items)

    assert set(ArticleText.objects.values_list("language", "slug")) == {("en", "yoga"), ("es", "yoga")}


def test_file_that_names_no_language_is_in_the_one_that_the_editor_says():
    bring(make_item(4, "Cuello"), choices={"language": "es"})

    assert ArticleText.objects.get().language == "es"


def test_language_that_this_site_does_not_have_stays_behind():
    _, report = bring(make_item(4, "Hals", language="de"))

    assert not ArticleText.objects.exists()
    assert "in a language this site does not offer: de" in report


# Pictures


def figure(caption=""):
    return make_figure(Picture.objects.get().content_hash, caption)


def test_picture_comes_with_its_article_in_its_place(uploads):
    body = f'<h2>One</h2>\nWords.\n\n<img class="wp-image-7" src="{UPLOADED}/2022/06/shoulder-300x225.jpg">\n\nMore.'
    picture = make_picture(7, sizes=["shoulder-300x225.jpg"], alternative_text="A shoulder.")
    bring(make_item(4, body=body), picture, uploads=uploads)

    shown = ArticlePicture.objects.get()
    assert (shown.picture.alternative_text, shown.picture.name) == ("A shoulder.", "shoulder.jpg")
    assert ArticleText.objects.get().body == f"<h2>One</h2><p>Words.</p>{figure()}<p>More.</p>"
    for old in ("shoulder.jpg", "shoulder-300x225.jpg"):
        assert leads_to(f"/wp-content/uploads/2022/06/{old}") == shown.picture.address
    assert leads_to("/?attachment_id=7") == ArticleText.objects.get().address


def test_caption_comes_with_its_picture_and_leaves_no_bracket(uploads):
    shown = f'<img src="{UPLOADED}/2022/06/shoulder-300x225.jpg" alt="A shoulder" width="300" />'
    body = f'Before.\n\n[caption id="attachment_7" width="300"]{shown} Words below[/caption]\n\nAfter.'
    items = make_item(4, body=body), make_picture(7, sizes=["shoulder-300x225.jpg"])
    _, report = bring(*items, uploads=uploads, choices={})

    assert ArticleText.objects.get().body == f"<p>Before.</p>{figure('Words below')}<p>After.</p>"
    assert Picture.objects.get().alternative_text == "A shoulder"
    assert "Words below" not in report


def test_caption_of_a_picture_that_waits_is_named_and_comes_with_it(uploads):
    shown = f'<img src="{UPLOADED}/2022/06/shoulder.jpg" /> Words below'
    items = make_item(4, body=f"Before.\n\n[caption]{shown}[/caption]"), make_picture(7)
    _, report = bring(*items, uploads=uploads)

    text = ArticleText.objects.get()
    assert text.body == "<p>Before.</p>"
    assert "Left out: caption of a picture that is not imported: Words below" in report
    bring(*items, uploads=uploads, choices={"alternative_texts": {"7": "A shoulder."}})
    text.refresh_from_db()
    assert (text.body, text.version) == (f"<p>Before.</p>{figure('Words below')}", 1)


def test_picture_that_comes_late_is_left_to_the_editor_who_changed_the_words(uploads):
    items = make_item(4, body=f'Before. <img src="{UPLOADED}/2022/06/shoulder.jpg" />'), make_picture(7)
    bring(*items, uploads=uploads)
    text = ArticleText.objects.get()
    text.body = "<p>Changed.</p>"
    save_text(text)
    _, report = bring(*items, uploads=uploads, choices={"alternative_texts": {"7": "A shoulder."}})

    text.refresh_from_db()
    assert (text.body, Picture.objects.get().alternative_text) == ("<p>Changed.</p>", "A shoulder.")
    assert "picture to put into the words here, which stay as they are: 2022/06/shoulder.jpg" in report


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"body": "Rest. We guarantee relief. {0}"}, "its new words are not imported"), ({"status": "draft"}, "public")],
)
def test_picture_that_comes_late_brings_no_words_that_are_held_back(uploads, changes, reason):
    shown = f'<img src="{UPLOADED}/2022/06/shoulder.jpg" alt="A shoulder.">'
    bring(make_item(4, body="Rest."), choices=PUBLISH)
    later = {"body": f"Rest. Half a word {shown}", **changes}
    _, report = bring(make_item(4, **{**later, "body": later["body"].format(shown)}), make_picture(7), uploads=uploads)

    text = ArticleText.objects.get()
    assert (text.body, text.state) == ("<p>Rest.</p>", "published")
    assert reason in report
    assert "picture to put into the words here, which stay as they are: 2022/06/shoulder.jpg" in report


def test_two_files_of_one_picture_stay_in_both_articles(uploads):
    add_file(uploads, "2022/03/again.jpg", picture_file())
    paths = {4: "2022/06/shoulder.jpg", 5: "2022/03/again.jpg"}

    def items(words):
        posts = [make_item(n, f"Post {n}", f'{words} <img src="{UPLOADED}/{path}">') for n, path in paths.items()]
        return [*posts, *(make_picture(n + 3, path, alternative_text="One.") for n, path in paths.items())]

    bring(*items("Rest."), uploads=uploads)
    bring(*items("Walk."), uploads=uploads)
    assert set(ArticleText.objects.values_list("body", flat=True)) == {f"<p>Walk.</p>{figure()}"}


def test_main_picture_that_does_not_lead_stays_in_the_words(uploads):
    shown = f'<img src="{UPLOADED}/2022/06/shoulder.jpg" alt="A shoulder.">'
    bring(make_item(4, body=f"Rest. {shown}"), make_picture(7), uploads=uploads)
    item = make_item(4, body=f"Rest more. {shown}", meta={"_thumbnail_id": "7"})
    _, report = bring(item, make_picture(7), uploads=uploads)

    assert Article.objects.get().lead_picture is None
    assert ArticleText.objects.get().body == f"<p>Rest more.</p>{figure()}"
    assert "as the main one" not in report


def test_picture_that_an_editor_chose_goes_on_to_lead(uploads):
    bring(make_item(4, body="Rest."))
    own = Picture.objects.create(name="Own", alternative_text="Own.", content_hash="own", width=1, height=1)
    Article.objects.update(lead_picture=own)
    item = make_item(4, body="Rest more.", meta={"_thumbnail_id": "7"})
    for _ in range(2):
        bring(item, make_picture(7, alternative_text="A shoulder."), uploads=uploads)

    assert Article.objects.get().lead_picture == own
    other = make_figure(Picture.objects.exclude(pk=own.pk).get().content_hash)
    assert ArticleText.objects.get().body == f"{other}<p>Rest more.</p>"


def read_worse(text):
    """As if an earlier release had imported it without its table."""
    ArticleText.objects.filter(pk=text.pk).update(body="<p>Week</p><p>1</p>")
    text.refresh_from_db()
    ImportedItem.objects.filter(text=text).update(stored_digest=digest_of_text(text))


def test_what_nobody_changed_here_is_brought_again_on_request(uploads):
    table = "<table><tr><th>Week</th><td>1</td></tr></table>"
    items = [make_item(4, "Neck", table), make_item(5, "Knee", table), make_item(6, "Hip", "Same.")]
    bring(*items)
    neck, knee, hip = ArticleText.objects.order_by("pk")
    better = neck.body
    read_worse(neck), read_worse(knee)
    knee.body = "<p>Changed here.</p>"
    save_text(knee)
    outcome, _ = bring(*items)
    assert outcome.articles == 0
    outcome, _ = bring(*items, choices={"again": True})

    assert (outcome.articles, outcome.updated) == (1, 1)
    assert dict(ArticleText.objects.values_list("title", "body")) == {
        "Neck": better,
        "Knee": "<p>Changed here.</p>",
        "Hip": hip.body,
    }
    assert bring(*items, choices={"again": True})[0].articles == 0


def test_pictures_are_no_reason_to_bring_an_article_again(uploads):
    body = f'Before. <img src="{UPLOADED}/2022/06/shoulder.jpg" alt="A shoulder."> <img src="{UPLOADED}/2022/03/b.jpg">'
    add_file(uploads, "2022/03/b.jpg", picture_file(color="red"))
    items = [make_item(4, body=body, meta={"_thumbnail_id": "7"}), make_picture(7), make_picture(8, "2022/03/b.jpg")]
    bring(*items, uploads=uploads)
    outcome, _ = bring(*items, uploads=uploads, choices={"again": True})
    assert outcome.articles == 0


def test_picture_that_leads_is_no_reason_to_bring_a_translation_again(uploads):
    shown = f'<img src="{UPLOADED}/2022/06/shoulder.jpg" alt="A shoulder.">'
    items = [
        make_item(4, "Neck", language="en", group="g", meta={"_thumbnail_id": "7"}),
        make_item(5, "Szyja", f"Słowa. {shown}", language="pl", group="g"),
        make_picture(7),
    ]
    bring(*items, uploads=uploads)
    outcome, _ = bring(*items, uploads=uploads, choices={"again": True})
    assert outcome.articles == 0


def test_main_picture_that_the_body_shows_too_is_told_to_be_shown_once(uploads):
    image = f'<img src="{UPLOADED}/2022/06/shoulder.jpg" alt="A shoulder."> Words below'
    item = make_item(4, body=f"<h2>Why</h2>[caption]{image}[/caption]", meta={"_thumbnail_id": "7"})
    _, report = bring(item, make_picture(7), uploads=uploads)

    assert Article.objects.get().lead_picture == Picture.objects.get()
    assert ArticleText.objects.get().body == "<h2>Why</h2>"
    assert "Picture shown once, as the main one: 2022/06/shoulder.jpg" in report
    assert "Left out: caption of the main picture: Words below" in report
    assert "picture: 2022/06/shoulder.jpg, which leads the article" in report


def test_featured_picture_leads_the_article(uploads):
    picture = make_picture(7, alternative_text="A shoulder.")
    bring(make_item(4, meta={"_thumbnail_id": "7"}), picture, uploads=uploads)

    assert Article.objects.get().lead_picture.alternative_text == "A shoulder."


def test_featured_picture_of_a_translation_stands_first_in_it_if_it_is_another_one(uploads):
    add_file(uploads, "2022/03/bark.jpg", picture_file(color="red"))
    items = [
        make_item(4, "Neck", language="en", group="g", meta={"_thumbnail_id": "7"}),
        make_item(5, "Szyja", "Słowa.", language="pl", group="g", meta={"_thumbnail_id": "8"}),
    ]
    pictures = [make_picture(7, alternative_text="One."), make_picture(8, "2022/03/bark.jpg", alternative_text="Two.")]
    bring(*items, *pictures, uploads=uploads)

    assert Article.objects.get().lead_picture.alternative_text == "One."
    other = make_figure(Picture.objects.get(alternative_text="Two.").content_hash)
    assert ArticleText.objects.get(language="pl").body == f"{other}<p>Słowa.</p>"


def test_picture_without_alternative_text_waits_until_somebody_writes_it(uploads):
    items = make_item(4, meta={"_thumbnail_id": "7"}), make_picture(7)
    _, report = bring(*items, uploads=uploads)

    assert not Picture.objects.exists()
    assert "2022/06/shoulder.jpg: It has no alternative text in English." in report
    bring(*items, uploads=uploads, choices={"alternative_texts": {"7": "A shoulder."}})
    assert Article.objects.get().lead_picture.alternative_text == "A shoulder."
    assert ArticleText.objects.get().version == 1


def test_alternative_text_of_a_translation_is_that_of_its_language(uploads):
    bodies = {language: f'<img src="{UPLOADED}/2022/06/shoulder.jpg" alt="{alt}">' for language, alt in
        (("en", "A shoulder."), ("pl", "Bark."))}  # fmt: skip
    items = [
        make_item(n, body=body, language=language, group="g")
        for n, (language, body) in enumerate(bodies.items(), start=4)
    ]
    bring(*items, make_picture(7), uploads=uploads)

    assert Picture.objects.get().alternative_text == "A shoulder."
    assert PictureText.objects.get().alternative_text == "Bark."


def test_two_articles_show_a_picture_with_captions_of_their_own(uploads):
    shown = f'<img src="{UPLOADED}/2022/06/shoulder.jpg" alt="{{0}}"> {{0}}[/caption]'
    items = [
        make_item(number, f"Post {number}", f"[caption]{shown.format(words)}", categories=NECK)
        for number, words in ((4, "A shoulder."), (5, "The rotator cuff."))
    ]
    bring(*items, make_picture(7), uploads=uploads)

    assert Picture.objects.get().alternative_text == "A shoulder."
    bodies = ArticleText.objects.order_by("pk").values_list("body", flat=True)
    assert list(bodies) == [figure("A shoulder."), figure("The rotator cuff.")]


def test_same_picture_twice_is_one_picture(uploads):
    add_file(uploads, "2022/03/again.jpg", picture_file())
    items = [make_item(4, meta={"_thumbnail_id": "7"}), make_item(5, "Other", meta={"_thumbnail_id": "8"})]
    pictures = [make_picture(7, alternative_text="One."), make_picture(8, "2022/03/again.jpg", alternative_text="Two.")]
    bring(*items, *pictures, uploads=uploads)

    assert Picture.objects.get().alternative_text == "One."
    assert Article.objects.filter(lead_picture=Picture.objects.get()).count() == 2


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("small.png", picture_file("PNG", size=(50, 50)), "Choose a larger picture"),
        ("moving.gif", picture_file("GIF", mode="P", color=3), None),
        ("missing.jpg", None, "Its file is not in the uploads folder."),
        ("text.jpg", b"No picture at all.", "This one cannot be read as a picture"),
    ],
)
def test_picture_that_cannot_come_is_named_and_its_article_comes(uploads, file, content, problem):
    if content:
        add_file(uploads, f"2022/06/{file}", content)
    item = make_item(4, body=f'Words.\n\n<img src="{UPLOADED}/2022/06/{file}" alt="A knee.">')
    outcome, report = bring(item, make_picture(7, f"2022/06/{file}", alternative_text="A knee."), uploads=uploads)

    assert (outcome.articles, outcome.failed, Picture.objects.count()) == (1, [], 0)
    assert file in report
    assert problem is None or problem in report


def test_picture_that_breaks_off_stays_behind_alone(uploads):
    whole = picture_file("PNG", size=(300, 300))
    add_file(uploads, "2022/06/half.png", whole[: len(whole) // 2])
    picture = make_picture(7, "2022/06/half.png", alternative_text="A knee.")
    outcome, _ = bring(make_item(4, meta={"_thumbnail_id": "7"}), picture, uploads=uploads)

    assert (outcome.articles, outcome.failed) == (1, [])
    assert [path for path, _ in outcome.without_picture] == ["2022/06/half.png"]
    assert not Picture.objects.exists()


def test_file_outside_the_folder_of_uploads_is_never_read(uploads):
    add_file(uploads.parent, "secret.jpg", picture_file())
    picture = make_picture(7, "../secret.jpg", alternative_text="A secret.")
    bring(make_item(4, meta={"_thumbnail_id": "7"}), picture, uploads=uploads)

    assert not Picture.objects.exists()


def test_export_of_posts_alone_finds_the_pictures_by_their_addresses(uploads):
    item = make_item(4, body=f'<img src="{UPLOADED}/2022/06/shoulder-300x225.jpg" alt="A shoulder.">')
    bring(item, uploads=uploads)
    picture = Picture.objects.get()
    bring(item, make_picture(7, sizes=["shoulder-300x225.jpg"]), uploads=uploads)

    assert Picture.objects.get() == picture


# Addresses


def test_every_address_of_a_post_leads_to_the_article():
    item = make_item(4, "Neck", meta={"_wp_old_slug": ["stiff"], "_wp_old_date": ["2022-05-01"]})
    bring(item)

    for old in ("/2022/06/neck/", "/?p=4", "/?page_id=4", "/neck/", "/2022/06/stiff/", "/2022/05/stiff/"):
        assert leads_to(old) == "/articles/neck/", old


def test_no_page_of_this_site_is_led_away():
    front = make_item(2, "Welcome", type="page", link=f"{ADDRESS}/", slug="welcome")
    contact = make_item(3, "Contact", type="page")
    bring(front, contact, make_item(4, "Neck"), choices={"pages": {"2": "/contact/", "3": "/contact/"}})

    assert leads_to("/") is None
    assert leads_to("/contact/") is None
    assert leads_to("/?page_id=3") == "/contact/"
    assert leads_to("/welcome/") == "/contact/"


def test_page_stays_behind_unless_somebody_brings_it():
    page = make_item(2, "Our method", type="page")
    _, report = bring(page)
    assert not Article.objects.exists()
    assert f"Our method (2)\n    {ADDRESS}/our-method/" in report

    bring(page, choices={"pages": {"2": "article"}})
    assert ArticleText.objects.get().title == "Our method"


@pytest.mark.parametrize(
    ("pages", "sentence"),
    [
        ({"2": "/nowhere/"}, "Page 2 (“Our method”): “/nowhere/” is not a page on this site."),
    ],
)
def test_wrong_choice_for_a_page_is_refused(pages, sentence):
    with pytest.raises(PlanError, match=sentence.replace("(", r"\(").replace(")", r"\)")):
        plan_of(make_item(2, "Our method", type="page"), choices={"pages": pages})


def test_no_picture_leads_a_page_of_this_site_away(uploads):
    picture = make_picture(7, alternative_text="A shoulder.", guid=f"{ADDRESS}/articles/neck/")
    bring(make_item(4, "Neck", meta={"_thumbnail_id": "7"}), picture, uploads=uploads)

    assert leads_to("/articles/neck/") is None
    assert leads_to("/wp-content/uploads/2022/06/shoulder.jpg") == Picture.objects.get().address


def test_redirect_that_leads_elsewhere_stays_and_is_named():
    Redirect.objects.create(site_id=settings.SITE_ID, old_path="/?p=4", new_path="/contact/")
    _, report = bring(make_item(4, "Neck"))

    assert leads_to("/?p=4") == "/contact/"
    assert "/?p=4 → /contact/, not /articles/neck/" in report


def test_categories_tags_and_feeds_of_the_old_site_lead_on():
    bring(make_item(4, categories=NECK, tags={"pillow": "Pillow"}), categories=[Term("neck", "Neck", 3)])

    assert leads_to("/category/neck/") == "/articles/?topic=neck"
    assert leads_to("/?cat=3") == "/articles/?topic=neck"
    assert leads_to("/tag/pillow/") == "/articles/"
    assert leads_to("/feed/") == "/articles/feed/"


def test_links_between_posts_lead_to_the_new_addresses():
    links = [
        f"{ADDRESS}/2022/06/neck/",
        "https://www.old.example/2022/06/neck/",
        "http://www.old.example:80/2022/06/neck",
        "//old.example/?p=4",
        "?p=4",
        "/2022/6/NECK/",
        "../neck/",
        f"{ADDRESS}/2022/06/neck/?utm_source=letter#pillow",
        "/2022/06/stiff/",
        "/neck/feed/",
    ]
    body = " ".join(f'<a href="{link}">Neck</a>' for link in links)
    item = make_item(5, "Other", f'{body} <a href="/about-us/">About us</a> <a href="javascript:x()">a trap</a>')
    _, report = bring(make_item(4, "Neck", meta={"_wp_old_slug": "stiff"}), item)

    led = " ".join(['<a href="/articles/neck/">Neck</a>'] * len(links))
    assert ArticleText.objects.get(slug="other").body == f"<p>{led} About us a trap</p>"
    assert "Link removed: leads to a page that is not imported: About us (/about-us/)" in report
    assert "Link removed: it began with javascript: a trap" in report


def test_links_to_a_section_of_another_article_lead_there_wherever_it_is_in_the_export():
    body = '<a href="/2022/06/knee/#rest">Knee</a> <a href="/?p=5#cost">Costs</a> <a href="/contact/#map">Way</a>'
    knee = (
        '<h2>First</h2>Stop. <h2 id="rest">Rest</h2>Rest. <a href="/2022/06/neck/#rest">Neck</a><p id="cost">Free.</p>'
    )
    _, report = bring(make_item(4, "Neck", body), make_item(5, "Knee", knee))

    assert ArticleText.objects.get(slug="neck").body == (
        '<p><a href="/articles/knee/#section-2">Knee</a> <a href="/articles/knee/">Costs</a> '
        '<a href="/contact/">Way</a></p>'
    )
    lost = "Link changed: it leads to the top of the page, because the section has no heading here: "
    named = {line.partition(lost)[2] for line in report.splitlines() if lost in line}
    assert named == {"Costs (/?p=5#cost)", "Way (/contact/#map)", "Neck (/2022/06/neck/#rest)"}


# What Illinois forbids


def test_claim_that_illinois_forbids_is_not_published_but_told():
    neck = make_item(4, "Neck", "Rest. We guarantee relief.", language="en", group="g")
    others = make_item(5, "Szyja", language="pl", group="g"), make_item(7, "Back", "Nobody can guarantee relief.")
    _, report = bring(neck, *others, choices=PUBLISH)

    assert states() == {"Neck": "draft", "Szyja": "draft", "Back": "published"}
    told = "it stays a draft: “guarantee” reads as a guarantee. Illinois forbids it in a clinic's advertising"
    assert f"    {told} (225 ILCS 60/26): We guarantee relief.\n" in report
    assert report.count("Illinois") == 1


def test_claim_stays_untold_where_nothing_is_published():
    _, report = bring(make_item(4, "Neck", "We guarantee relief."))

    assert states() == {"Neck": "draft"}
    assert "Illinois" not in report


def test_update_with_a_new_claim_does_not_replace_public_words():
    bring(make_item(4, "Neck", "Rest."), choices=PUBLISH)
    _, report = bring(make_item(4, "Neck", "Rest. We guarantee relief."))

    text = ArticleText.objects.get()
    assert (text.body, text.state) == ("<p>Rest.</p>", "published")
    assert "its new words are not imported: “guarantee” reads as a guarantee." in report


def test_claim_that_an_editor_published_does_not_stop_an_update():
    bring(make_item(4, "Neck", "We guarantee relief."))
    ArticleText.objects.update(state="published", unreviewed_because="Meant as a joke.")
    bring(make_item(4, "Neck", "We guarantee relief. Rest."))

    text = ArticleText.objects.get()
    assert (text.body, text.state) == ("<p>We guarantee relief. Rest.</p>", "published")


# Twice, halves, failures


def stored_rows():
    models = [model for model in apps.get_models() if model._meta.app_label in ("articles", "clinic_site", "redirects")]
    return {model._meta.label: list(model._base_manager.order_by("pk").values_list()) for model in models}


@pytest.mark.on_both_databases
def test_same_export_twice_writes_nothing(uploads, django_assert_num_queries):
    items = make_item(4, meta={"_thumbnail_id": "7"}, categories=NECK), make_picture(7, alternative_text="A shoulder.")
    bring(*items, uploads=uploads)
    before = stored_rows()
    planner = plan_of(*items, uploads=uploads)

    assert planner.plan.digest == ""
    assert Import(planner).run().articles == 0
    assert stored_rows() == before


def test_what_changed_there_comes_again_with_its_new_address():
    bring(make_item(4, "Neck", "Ice first."))
    bring(make_item(4, "Neck pain", "Heat first.", guid=f"{ADDRESS}/?p=4"))

    text = ArticleText.objects.get()
    assert (text.title, text.slug, text.body, text.version) == ("Neck pain", "neck-pain", "<p>Heat first.</p>", 2)
    assert leads_to("/2022/06/neck/") == "/articles/neck-pain/"
    assert leads_to("/articles/neck/") == "/articles/neck-pain/"


def test_review_of_what_changed_there_does_not_cover_the_new_wording():
    bring(make_item(4, "Neck", "Ice first."))
    text = ArticleText.objects.get()
    text.reviewed_by, text.reviewed_on = "A reviewer", date(2026, 3, 2)
    save_text(text)
    bring(make_item(4, "Neck", "Heat first."))

    text.refresh_from_db()
    assert (text.reviewed_by, text.is_reviewed) == ("A reviewer", False)


def test_what_changed_here_is_never_overwritten():
    bring(make_item(4, "Neck", "Ice first."))
    text = ArticleText.objects.get()
    text.body = "<p>Rest first.</p>"
    save_text(text)
    _, report = bring(make_item(4, "Neck", "Heat first."))

    text.refresh_from_db()
    assert text.body == "<p>Rest first.</p>"
    assert "Body here: Rest first." in report
    assert "Body on the old site: Heat first." in report


def keep_a_draft(title):
    text = ArticleText.objects.get()
    text.title = title
    keep_pending(text, user=make_account("eva"), is_reviewed=False)


def test_a_draft_beside_a_public_text_is_never_overwritten():
    bring(make_item(4, "Neck", "Ice first."), choices={"publish": "Our doctors wrote it."})
    keep_a_draft("My neck")
    _, report = bring(make_item(4, "Neck", "Heat first."))

    text = ArticleText.objects.get()
    assert (text.body, text.pending.title) == ("<p>Ice first.</p>", "My neck")
    assert "an editor has kept changes of it here as a draft" in report


def test_a_draft_that_is_begun_between_plan_and_import_is_not_overwritten():
    bring(make_item(4, "Neck", "Ice first."), choices={"publish": "Our doctors wrote it."})
    planner = plan_of(make_item(4, "Neck", "Heat first."))
    keep_a_draft("My neck")
    assert Import(planner).run().failed == [("Neck", "It was changed here in the meantime.")]
    assert ArticleText.objects.get().pending.title == "My neck"


def test_new_words_of_what_is_public_here_are_announced_as_public():
    bring(make_item(4, "Neck", "Ice first."), choices={"publish": "Our doctors wrote it."})
    _, report = bring(make_item(4, "Neck", "Heat first."))

    text = ArticleText.objects.get()
    assert (text.body, text.state) == ("<p>Heat first.</p>", "published")
    assert "Articles that are public here and get new words: 1" in report
    assert "/articles/neck/: updated, as public" in report


def test_what_an_editor_takes_off_the_site_after_the_plan_stays_off_it():
    bring(make_item(4, "Neck", "Ice first."), choices={"publish": "Our doctors wrote it."})
    planner = plan_of(make_item(4, "Neck", "Heat first."))
    ArticleText.objects.update(state="draft")
    Import(planner).run()

    assert ArticleText.objects.get().state == "draft"


def test_what_an_editor_took_off_the_site_stays_off_it():
    choices = {"publish": "Our doctors wrote it."}
    bring(make_item(4, "Neck", "Ice first."), choices=choices)
    text = ArticleText.objects.get()
    text.state = "draft"
    save_text(text)
    bring(make_item(4, "Neck", "Heat first."), choices=choices)

    text.refresh_from_db()
    assert (text.body, text.state) == ("<p>Heat first.</p>", "draft")


@pytest.mark.parametrize("status", ["draft", "pending"])
def test_what_is_no_longer_public_there_does_not_change_what_is_public_here(status):
    choices = {"publish": "Our doctors wrote it."}
    bring(make_item(4, "Neck", "Ice first."), choices=choices)
    unfinished = make_item(4, "Neck", "Half a new word", status=status)
    _, report = bring(unfinished, choices=choices)

    text = ArticleText.objects.get()
    assert (text.body, text.state) == ("<p>Ice first.</p>", "published")
    assert "it is public here and no longer on the old site" in report
    assert "Body on the old site: Half a new word" in report


def test_what_came_before_and_is_private_there_now_is_named():
    bring(make_item(4, "Neck"))
    _, report = bring(make_item(4, "Neck", status="private"))

    assert "Neck (post 4): private; it was imported before, and stays here" in report


def test_day_that_an_editor_gave_a_public_article_stays():
    bring(make_item(4, "Neck", "Ice first."), choices={"publish": "Our doctors wrote it."})
    Article.objects.update(published_at=MONDAY_NOON)
    bring(make_item(4, "Neck", "Heat first."))

    assert Article.objects.get().published_at == MONDAY_NOON


@pytest.mark.on_both_databases
@pytest.mark.parametrize("is_deleted", [True, False])
def test_what_changed_here_between_plan_and_import_is_not_overwritten(is_deleted):
    bring(make_item(4, "Neck", "Ice first."))
    planner = plan_of(make_item(4, "Neck", "Heat first."), make_item(5, "Knee"))
    text = ArticleText.objects.get()
    if is_deleted:
        text.article.delete()
    else:
        text.body = "<p>Rest first.</p>"
        save_text(text)
    outcome = Import(planner).run()

    assert outcome.failed == [("Neck", "It was changed here in the meantime.")]
    kept = {} if is_deleted else {"Neck": "<p>Rest first.</p>"}
    bodies = dict(ArticleText.objects.exclude(title="Knee").values_list("title", "body"))
    assert (bodies, ArticleText.objects.filter(title="Knee").count()) == (kept, 1)


def test_address_that_an_editor_gave_is_not_taken_by_a_later_post():
    bring(make_item(4, "Neck"))
    text = ArticleText.objects.get()
    text.slug = "knee"
    save_text(text)
    outcome, _ = bring(make_item(4, "Neck"), make_item(5, "Knee"))

    assert (outcome.articles, outcome.failed) == (1, [])
    assert dict(ArticleText.objects.values_list("title", "slug")) == {"Neck": "knee", "Knee": "knee-2"}


def test_what_was_deleted_here_does_not_come_again():
    item = make_item(4, "Neck")
    bring(item)
    Article.objects.all().delete()
    outcome, report = bring(item)

    assert (outcome.articles, Article.objects.count()) == (0, 0)
    assert str(Step.DELETED) in report


def test_picture_that_was_taken_out_here_is_not_put_back(uploads):
    items = make_item(4, meta={"_thumbnail_id": "7"}), make_picture(7, alternative_text="A shoulder.")
    bring(*items, uploads=uploads)
    Article.objects.update(lead_picture=None)
    bring(*items, uploads=uploads)

    assert Article.objects.get().lead_picture is None


def test_post_that_is_gone_there_stays_here_and_is_named():
    bring(make_item(4, "Neck"), make_item(5, "Knee"))
    _, report = bring(make_item(5, "Knee"))

    assert ArticleText.objects.count() == 2
    assert "Imported before and no longer in the export" in report
    assert "- Neck" in report


def test_draft_that_is_scheduled_there_since_gets_its_time():
    bring(make_item(4, "Neck", status="draft", gmt="0000-00-00 00:00:00"))
    bring(make_item(4, "Neck", status="future", gmt="2031-01-02 15:00:00"))

    text = ArticleText.objects.get()
    assert (text.state, text.article.published_at) == ("draft", datetime(2031, 1, 2, 15, tzinfo=UTC))


def test_another_site_with_the_same_numbers_is_refused():
    bring(make_item(4, "Neck"))

    with pytest.raises(PlanError, match=r"Post 4 .* is not the one that was imported with this number before"):
        plan_of(make_item(4, "Knee", guid="https://old.example/?p=400"))


@pytest.mark.parametrize("type", ["post", "page", "attachment"])
def test_files_of_two_sites_in_one_run_are_refused(type):
    other = make_item(4, "Knee", type=type, guid=f"{ADDRESS}/?p=400")
    with pytest.raises(ExportError, match="Item 4 comes twice and is not the same"):
        plan_of(make_item(4, "Neck"), other)


def test_copy_with_the_guid_of_another_post_is_named():
    outcome, report = bring(make_item(4, "Neck"), make_item(5, "Knee", guid=f"{ADDRESS}/?p=4"))

    assert (outcome.articles, outcome.failed, ArticleText.objects.get().title) == (1, [], "Neck")
    assert "Knee (post 5): a copy of post 4, which says that it is the same (guid)" in report


def test_item_in_two_files_of_one_site_comes_once():
    bring(make_item(4, "Neck", "Ice first."), make_item(4, "Neck", "Heat first."))

    assert ArticleText.objects.get().body == "<p>Heat first.</p>"


def test_translation_that_comes_later_joins_its_article():
    english = make_item(4, "Neck", language="en", group="g")
    bring(english)
    bring(english, make_item(5, "Szyja", language="pl", group="g"))

    assert set(Article.objects.get().texts.values_list("language", flat=True)) == {"en", "pl"}


def test_language_that_was_written_here_is_left_alone():
    english = make_item(4, "Neck", language="en", group="g")
    bring(english)
    save_text(ArticleText(article=Article.objects.get(), language="pl", slug="kark", title="Kark", body="<p>Tu.</p>"))
    _, report = bring(english, make_item(5, "Szyja", language="pl", group="g"))

    assert ArticleText.objects.get(language="pl").title == "Kark"
    assert "has a text in this language that was written here" in report


def test_address_that_an_article_here_has_is_not_taken():
    make_article(slug="neck")
    bring(make_item(4, "Neck"))

    assert ArticleText.objects.filter(slug="neck-2", title="Neck").exists()


@pytest.mark.on_both_databases
def test_full_disk_leaves_whole_articles_and_the_rest_for_the_next_run(uploads, monkeypatch):
    for number, color in ((1, "red"), (2, "green"), (3, "blue")):
        add_file(uploads, f"2022/06/{number}.jpg", picture_file(color=color))
    items = [make_item(n, f"Article {n}", meta={"_thumbnail_id": str(n + 10)}) for n in (1, 2, 3)]
    items += [make_picture(n + 10, f"2022/06/{n}.jpg", alternative_text="A color.") for n in (1, 2, 3)]
    save, saved = default_storage.save, []

    def save_until_full(name, content):
        if len(saved) == 8:  # three versions a picture: the third one breaks off
            raise OSError(errno.ENOSPC, "No space left on device")
        saved.append(name)
        return save(name, content)

    with monkeypatch.context() as patch:
        patch.setattr(default_storage, "save", save_until_full)
        outcome, _ = bring(*items, uploads=uploads)
    assert outcome.failed == [("Article 3", "Nothing could be written: No space left on device.")]
    assert set(ArticleText.objects.values_list("title", flat=True)) == {"Article 1", "Article 2"}
    assert not any(default_storage.exists(name) for name in saved[6:])

    outcome, _ = bring(*items, uploads=uploads)
    assert (outcome.articles, outcome.failed) == (1, [])
    assert ArticleText.objects.count() == Picture.objects.count() == 3


@pytest.mark.on_both_databases
def test_run_that_breaks_off_can_be_repeated():
    items = [make_item(number, f"Article {number}") for number in (1, 2, 3)]
    with pytest.raises(KeyboardInterrupt):
        Import(plan_of(*items)).run(on_progress=break_off)
    assert ArticleText.objects.count() == ImportedItem.objects.count() == 1

    bring(*items)
    assert ArticleText.objects.count() == 3


def test_articles_that_share_a_picture_stay_the_same_to_a_run_that_is_continued(uploads):
    featured = {"_thumbnail_id": "7"}
    items = [make_item(n, f"Article {n}", meta=featured) for n in (1, 2)]
    items.append(make_picture(7, alternative_text="A shoulder."))
    planner = plan_of(*items, uploads=uploads)
    with pytest.raises(KeyboardInterrupt):
        Import(planner).run(on_progress=break_off)
    outcome = Import(plan_of(*items, uploads=uploads)).run(accepted=set(planner.plan.parts))

    assert outcome.articles == 1
    assert Article.objects.exclude(lead_picture=None).count() == 2


def break_off(done, total):
    raise KeyboardInterrupt


# What an editor did here, and what the old site says twice


def test_address_that_an_editor_changed_here_is_where_links_and_new_pictures_lead(uploads):
    bring(make_item(4, "Neck"))
    text = ArticleText.objects.get()
    text.slug = "cervical"
    save_text(text)
    picture = make_picture(7, alternative_text="A shoulder.")
    neck = make_item(4, "Neck", meta={"_thumbnail_id": "7"})
    bring(neck, make_item(5, "Other", '<a href="/2022/06/neck/">Neck</a>'), picture, uploads=uploads)

    assert ArticleText.objects.get(slug="other").body == '<p><a href="/articles/cervical/">Neck</a></p>'
    assert leads_to("/?attachment_id=7") == "/articles/cervical/"


def test_address_that_changed_here_does_not_make_a_text_changed_there():
    item = make_item(5, "Other", '<a href="/2022/06/neck/">Neck</a>')
    bring(make_item(4, "Neck"), item)
    text = ArticleText.objects.get(slug="neck")
    text.slug = "cervical"
    save_text(text)

    assert plan_of(make_item(4, "Neck"), item).plan.digest == ""


def test_links_to_what_was_deleted_here_or_cannot_be_read_go():
    bring(make_item(4, "Neck"))
    Article.objects.all().delete()
    links = '<a href="/2022/06/neck/">Neck</a> <a href="/2022/06/odd/">Odd</a>'
    bring(make_item(4, "Neck"), make_item(5, "Odd", "<i>" * 7_000), make_item(6, "Other", links))

    assert ArticleText.objects.get().body == "<p>Neck Odd</p>"


def test_address_of_a_page_is_not_that_of_an_earlier_slug_of_a_post():
    permalinks = {"link": f"{ADDRESS}/prices/", "meta": {"_wp_old_slug": "pricing"}}
    page = make_item(2, "Pricing", type="page", slug="pricing")
    bring(page, make_item(4, "Prices", slug="prices", **permalinks), choices={"pages": {"2": "/contact/"}})

    assert leads_to("/pricing/") == "/contact/"
    assert leads_to("/prices/") == "/articles/prices/"


def test_page_of_a_picture_does_not_take_the_address_of_a_post(uploads):
    picture = make_picture(7, alternative_text="A shoulder.", title="shoulder")
    post = make_item(5, "Shoulder", link=f"{ADDRESS}/shoulder/")
    bring(make_item(4, meta={"_thumbnail_id": "7"}), post, picture, uploads=uploads)

    assert leads_to("/shoulder/") == "/articles/shoulder/"


def test_run_that_broke_off_gives_a_shared_picture_to_every_article(uploads):
    items = [make_item(n, f"Article {n}", meta={"_thumbnail_id": "7"}) for n in (1, 2)]
    items.append(make_picture(7))
    bring(*items, uploads=uploads)
    choices = {"alternative_texts": {"7": "A shoulder."}}
    with pytest.raises(KeyboardInterrupt):
        Import(plan_of(*items, uploads=uploads, choices=choices)).run(on_progress=break_off)
    bring(*items, uploads=uploads, choices=choices)

    assert Article.objects.exclude(lead_picture=None).count() == 2


def test_alternative_text_that_is_too_long_waits_for_a_shorter_one(uploads):
    items = make_item(4, meta={"_thumbnail_id": "7"}), make_picture(7, alternative_text="word " * 60)
    _, report = bring(*items, uploads=uploads)
    assert "Its alternative text has more than 250 characters." in report

    bring(*items, uploads=uploads, choices={"alternative_texts": {"7": "A shoulder."}})
    assert Picture.objects.get().alternative_text == "A shoulder."


def test_language_of_a_picture_that_this_site_does_not_have_is_no_text_of_it(uploads):
    picture = make_picture(7, alternative_text="Eine Schulter.", language="de")
    item = make_item(4, body=f'<img src="{UPLOADED}/2022/06/shoulder.jpg" alt="A shoulder.">')
    bring(item, picture, uploads=uploads)

    assert Picture.objects.get().alternative_text == "A shoulder."
    assert not PictureText.objects.exists()


def test_text_keeps_its_language_when_a_later_run_does_not_say_it():
    item = make_item(4, "Cuello")
    bring(item, choices={"language": "es"})
    planner = plan_of(item, make_item(5, "Otro"), choices={"language": "es"})

    assert planner.plan.assumed_language == 1
    assert plan_of(item).plan.digest == ""


def test_topic_is_meant_by_its_slug_before_its_name():
    make_topic("knee", en="Legs")
    make_topic("other", en="Knee")
    bring(make_item(4, categories=NECK), choices={"topics": {"neck": "knee"}})

    assert Article.objects.get().topic.slug == "knee"


def test_topic_that_no_article_comes_with_is_not_made_and_leads_nowhere():
    bring(make_item(4, categories=NECK), categories=[Term("neck", "Neck", 3)])
    Redirect.objects.all().delete()
    TopicName.objects.update(name="Neck pain")
    planner = plan_of(make_item(4, categories=NECK), categories=[Term("neck", "Neck", 3)])

    assert planner.plan.new_topics == {}
    assert planner.plan.redirects["/category/neck/"] == "/articles/?topic=neck"


def test_article_whose_topic_was_deleted_meanwhile_is_alone():
    make_topic("neck", en="Neck")
    planner = plan_of(make_item(4, categories=NECK), make_item(5, "Knee"))
    Topic.objects.all().delete()
    outcome = Import(planner).run()

    assert [title for title, _ in outcome.failed] == ["Stiff neck in the morning"]
    assert ArticleText.objects.get().title == "Knee"


def test_redirect_of_a_picture_that_leads_elsewhere_stays_and_is_named(uploads):
    old = "/wp-content/uploads/2022/06/shoulder.jpg"
    Redirect.objects.create(site_id=settings.SITE_ID, old_path=old, new_path="/contact/")
    picture = make_picture(7, alternative_text="A shoulder.")
    _, report = bring(make_item(4, meta={"_thumbnail_id": "7"}), picture, uploads=uploads)

    assert leads_to(old) == "/contact/"
    assert f"{old} → /contact/, not the picture 2022/06/shoulder.jpg" in report


def test_categories_without_a_word_in_their_addresses_lead_on():
    bring(make_item(4, categories=NECK), categories=[Term("neck", "Neck", 3)], choices={"category_base": ""})

    assert leads_to("/neck/") == "/articles/?topic=neck"


def test_choices_that_mean_nothing_are_named():
    choices = {"topics": {"nekc": "Neck"}, "pages": {"9": "article"}, "slugs": {"77": "a"}, "bring": [99]}
    planner = plan_of(make_item(4, categories=NECK), choices={**choices, "alternative_texts": {"8": "A knee."}})

    assert planner.plan.unmatched == ["topics: nekc", "alternative_texts: 8", "pages: 9", "slugs: 77", "bring: 99"]


def test_pictures_that_are_nowhere_are_counted_and_named_at_the_head():
    item = make_item(4, body=f'Words.\n\n<img src="{UPLOADED}/2022/06/a.jpg" alt="A.">', meta={"_thumbnail_id": "7"})
    report = as_text(tell(plan_of(item).plan))

    assert "Pictures not found: 2" in report
    assert report.index("\nPictures not found\n") < report.index("\nArticles to check\n")
