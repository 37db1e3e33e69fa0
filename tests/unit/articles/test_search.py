import importlib
from datetime import UTC, datetime

import pytest
from django.apps import apps

from articles import search
from articles.actions import index_words, save_text
from articles.models import ArticleText
from clinic_site.models import InsurancePlan
from tests.factories import make_article, make_person, make_topic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Knee PAIN, again!", ["knee", "pain", "again"]),
        ("Ból łokcia i pięty", ["bol", "lokcia", "i", "piety"]),
        ("¿Qué le duele, señor?", ["que", "le", "duele", "senor"]),
        ("Straße", ["strasse"]),
        ("أَلَمُ الرُّكْبَةِ", ["الم", "الركبه"]),  # vowel signs and hamza go
        ("ركبـــة على", ["ركبه", "علي"]),
        ("№ 5 ™ ℃", ["no", "5", "tm", "c"]),
        ("٩١١ and 911", ["911", "and", "911"]),
        ("don't 100% <b>", ["don", "t", "100", "b"]),
        ("_ % \\ ' \" --", []),
    ],
)
def test_words_are_folded(text, words):
    assert search.fold(text) == words


def test_index_contains_arabic_words_with_and_without_attached_particles():
    assert search.build_index("والركبة وألم") == " والركبه ركبه والم الم"
    assert search.build_index("knee, Knee") == " knee knee"
    assert search.build_index("state-of-the x-ray") == " stateofthe ofthe state of the xray x ray"


def test_words_of_the_body_are_found_apart_and_its_tags_are_not(visitor):
    make_article(title="Parted", body="<p>One</p><p>two &amp; <strong>three</strong></p>")
    assert found(visitor, "one two three") == ["Parted"]
    assert found(visitor, "strong") == []


def found(visitor, question, address="/search/"):
    """The titles that have these words; none, if they were taken for misspelt ones."""
    page = Page(visitor.get(address, {"q": question}))
    return [] if page.all("[role=status] bdi") else page.texts(".card__title")


def test_all_words_are_found_at_their_beginnings_wherever_they_stand(visitor):
    make_article(title="On knees", summary="They bend.", body="<p>Run slowly.</p>", visit_signs="it clicks")
    make_article(title="On backs")
    assert found(visitor, "KNEE slow") == ["On knees"]
    assert found(visitor, "click") == ["On knees"]
    assert found(visitor, "nees") == []  # not from the middle of a word
    assert found(visitor, "clicks backs") == []
    assert found(visitor, "on") == ["On backs", "On knees"]


def test_title_goes_before_summary_before_body_before_date(visitor):
    day = iter(range(1, 9))

    def article(**text):
        make_article(published_at=datetime(2026, 1, next(day), tzinfo=UTC), **text)

    article(title="Old heel")
    article(title="Other", summary="A heel.")
    article(title="Another", body="<p>Heel</p>")
    article(title="Heel, newer")
    assert found(visitor, "heel") == ["Heel, newer", "Old heel", "Other", "Another"]


def test_the_readers_language_goes_first_and_translations_replace_the_original(visitor):
    make_article(title="Yoga")
    make_translation(make_article(title="Stretching yoga"), "es", title="Estirar", body="<p>yoga suave</p>")
    assert found(visitor, "yoga", "/es/search/") == ["Estirar", "Yoga"]
    assert found(visitor, "yoga") == ["Stretching yoga", "Yoga"]


@pytest.mark.parametrize(
    ("language", "title", "question"),
    [
        ("pl", "Ból kolana", "kolanie"),
        ("pl", "Co robić z plecami", "plecy"),
        ("es", "Dolor de rodilla", "dolores rodillas"),
        ("pl", "Ból łokcia", "bol lokcia"),
        ("pl", "Ból łokcia", "ŁOKCIA"),
        ("es", "Lesión del pie", "lesion"),
        ("ar", "ألم الركبة", "الم ركبه"),
        ("ar", "ألم الركبة", "أَلَم الرُّكبة"),
        ("ar", "ألم الركبة", "وألم"),
        ("ar", "الالتهاب", "التهاب"),
        ("ar", "التهاب", "الالتهاب"),
        ("ar", "آلامك", "آلام"),
        ("ar", "المفاصل", "المف"),
    ],
)
def test_every_language_is_found_as_its_readers_type_it(visitor, language, title, question):
    make_translation(make_article(title="Something"), language, title=title)
    assert found(visitor, question, f"/{language}/search/") == [title]


@pytest.mark.parametrize(
    ("title", "question"), [("The knee", "knees"), ("A headache", "headaches"), ("Muscle", "muscles"), ("Yes", "yes")]
)
def test_plurals_find_the_singular(visitor, title, question):
    make_article(title=title)
    assert found(visitor, question) == [title]


def test_the_name_of_the_topic_counts_in_the_readers_language(visitor):
    back = make_topic("back-pain", en="Back pain", es="Dolor de espalda")
    make_article(title="On lifting", body="<p>Bend your legs.</p>", topic=back)
    assert found(visitor, "espalda", "/es/search/") == ["On lifting"]
    assert found(visitor, "espalda legs", "/es/search/") == ["On lifting"]
    assert found(visitor, "espalda") == []
    assert found(visitor, "back") == ["On lifting"]


def test_drafts_are_not_found(visitor):
    make_article(title="Secret", state="draft")
    assert found(visitor, "secret") == []


def test_a_changed_text_is_found_by_its_new_words_only(visitor):
    text = make_article(title="Old").original
    text.title = "New"
    save_text(text)
    assert (found(visitor, "old"), found(visitor, "new")) == ([], ["New"])


@pytest.mark.parametrize("question", ["%", "_", "\\", "'", '"', "*", "--", "x\x00y", "()", "a" * 5000, "\u202e", "🦵"])
def test_no_character_breaks_it_or_finds_everything(visitor, question):
    make_article(title="On knees")
    response = visitor.get("/search/", {"q": question})
    assert response.status_code == 200
    assert Page(response).texts(".card__title") == []


def test_empty_question_finds_nothing_and_says_what_may_be_asked(visitor):
    make_article(title="On knees")
    page = Page(visitor.get("/search/?q=+"))
    assert (page.text("h1"), page.texts(".card__title")) == ("Search", [])
    assert page.text("main .lead").startswith("Search for a pain")


def test_old_addresses_of_searches_lead_to_the_search(visitor):
    assert visitor.get("/es/articles/?topic=back-pain&q=rodilla+rota")["Location"] == "/es/search/?q=rodilla+rota"


def test_everything_that_is_published_is_found(visitor):
    make_article(kind="condition", title="Care for ankles", topic=make_topic("ankles", en="Ankles"))
    make_article(kind="getting_here", title="Parking", body="<p>Behind the ankle bakery.</p>")
    assert found(visitor, "ankle") == ["Care for ankles", "Parking"]
    make_article(kind="costs", title="Insurance")
    page = Page(visitor.get("/search/?q=insurance"))
    assert page.texts(".card__title") == ["Insurance"]
    assert page.one(".card__title a")["href"].startswith("/costs/#costs-")
    assert page.text(".card__facts") == "Costs and insurance"


@pytest.mark.parametrize(
    ("address", "question", "place"),
    [
        ("/search/", "opening hours", "/contact/"),
        ("/es/search/", "precio", "/es/costs/"),
        ("/pl/search/", "godziny otwarcia", "/pl/contact/"),
        ("/ar/search/", "التراخيص", "/ar/people/"),
    ],
)
def test_pages_are_found_by_what_people_call_them(visitor, address, question, place):
    for kind in ("costs", "person"):
        make_article(kind=kind, title="Unlike it", summary="", body="<p>Something else.</p>")
    page = Page(visitor.get(address, {"q": question}))
    assert place in [link["href"] for link in page.all("main ul a")]
    assert page.all(".nothing-found") == []


def test_a_page_that_does_not_exist_yet_is_not_found(visitor):
    assert Page(visitor.get("/search/?q=prices")).all("main ul a[href='/costs/']") == []


@pytest.mark.parametrize(
    ("address", "question"),
    [
        ("/search/", "Polish"),
        ("/search/", "polish speaking doctor"),
        ("/search/", "who speaks Polish"),
        ("/search/", "jones polish"),
        ("/search/", "polaco"),
        ("/es/search/", "polaco"),
        ("/es/search/", "médica que habla polaco"),
        ("/pl/search/", "polski"),
        ("/pl/search/", "lekarz mówiący po polsku"),
        ("/ar/search/", "البولندية"),
        ("/ar/search/", "طبيب يتحدث البولندية"),
        ("/search/", "tagalog"),
    ],
)
def test_a_person_is_found_by_the_languages_that_they_speak(visitor, address, question):
    make_person(title="Ann Jones", languages=["en", "pl"], other_languages="Tagalog")
    make_person(title="Bob Smith", languages=["en", "uk"])
    make_person(title="Cleo Brown", languages=["pl"], other_languages="Tagalog", state="draft")
    assert found(visitor, question, address) == ["Ann Jones"]


def test_a_language_finds_its_speakers_before_what_only_mentions_it(visitor):
    make_person(title="Ann Jones", languages=["uk"])
    make_article(title="Ukrainian recipes for the back")
    assert found(visitor, "ukrainian") == ["Ann Jones", "Ukrainian recipes for the back"]
    assert "Speaks: Ukrainian" in Page(visitor.get("/search/", {"q": "ukrainian"})).texts(".card")[0]
    assert found(visitor, "українська") == ["Ann Jones"]
    assert found(visitor, "doctor") == []


def test_an_insurance_plan_leads_to_the_list_of_plans(visitor):
    InsurancePlan.objects.create(name="Sample plan A")
    assert Page(visitor.get("/search/?q=plan")).links("Sample plan A") == []  # nothing is published on that page
    make_article(kind="costs", title="Insurance")
    page = Page(visitor.get("/es/search/?q=sample+plan"))
    assert page.links("Sample plan A") == ["/es/costs/?plan=Sample+plan+A#plans"]
    assert page.all(".nothing-found") == []


@pytest.mark.parametrize(
    ("language", "title", "typed", "corrected"),
    [
        ("en", "Sciatica", "sciatca", "sciatica"),
        ("en", "Shoulder pain", "sholder pain", "shoulder pain"),
        ("es", "La ciática", "siatica", "ciática"),
        ("pl", "Ból łokcia", "bol lkocia", "bol łokcia"),
        ("ar", "ألم الركبة", "الركبه المم", "الركبه ألم"),
    ],
)
def test_a_misspelt_word_is_helped(visitor, language, title, typed, corrected):
    make_translation(make_article(title="Something"), language, title=title) if language != "en" else make_article(
        title=title
    )
    page = Page(visitor.get(f"{'' if language == 'en' else '/' + language}/search/", {"q": typed}))
    assert page.texts(".card__title") == [title]
    assert page.texts("[role=status] bdi") == [f"“{typed}”", f"“{corrected}”"]


def test_a_word_like_no_other_is_not_corrected(visitor):
    make_article(title="Sciatica")
    page = Page(visitor.get("/search/?q=helicopter"))
    assert page.text("[role=status]").startswith("No page contains all of these words.")


def test_found_words_are_marked_and_the_rest_is_text(visitor):
    make_article(title="Ból <b>łokcia</b> & more", summary="Nothing here.")
    page = Page(visitor.get("/search/", {"q": "lokci"}))
    assert page.text(".card__title") == "Ból <b>łokcia</b> & more"
    assert page.texts(".card__title mark") == ["łokcia"]
    assert page.texts(".card p mark") == []


def test_page_shows_the_question_and_the_number_of_results(visitor):
    make_article(title="On knees")
    page = Page(visitor.get("/search/", {"q": 'knees <script>"'}))
    assert page.text("h1") == 'Search: knees <script>"'
    assert page.one("[type=search]")["value"] == 'knees <script>"'
    assert page.text("[role=status]").startswith("No page contains all of these words.")
    page = Page(visitor.get("/search/", {"q": "knees"}))
    assert page.text("[role=status]") == "Pages found: 1"
    assert page.one("meta[name=robots]")["content"] == "noindex"


def test_search_keeps_its_words_from_page_to_page_and_language_to_language(visitor):
    for number in range(13):
        make_article(title=f"Knee {number}")
    page = Page(visitor.get("/search/?q=knee"))
    assert page.links("Next page") == ["?q=knee&page=2"]
    assert page.language_links()["es"] == "/es/search/?q=knee"
    assert len(found(visitor, "knee", "/search/?page=2")) == 12  # a new question starts at its first page


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("هٰذا الألم", "هذا"),  # a dagger alif
        ("ألم الرکبة", "الركبة"),  # a Persian kaf
        ("علاج طبیعی", "طبيعي"),  # a Persian ya
        ("مسؤول", "مسوول"),
        ("بيئة", "بييه"),
        ("آلام الظهر", "الام"),
        ("إصابة", "اصابه"),
        ("على الأرض", "علي ارض"),
        ("شفاء", "شفا"),
        ("العدد ٩١١", "911"),
        ("ortho\u00adpedic", "orthopedic"),
        ("A\u200fnkle", "ankle"),
        ("Cafe\u0301", "café"),
        ("ŻÓŁĆ", "zolc"),
    ],
)
def test_other_spellings_of_a_word_are_found_and_marked(visitor, stored, asked):
    make_translation(make_article(title="Something"), "ar", title=stored)
    page = Page(visitor.get("/ar/search/", {"q": asked}))
    assert page.text(".card__title") == stored
    assert [search.fold(mark) for mark in page.texts(".card__title mark")] == [
        search.fold(word) for word in stored.split() if search.matches(word, search.question_words(asked, "ar"))
    ]
    assert page.texts(".card__title mark")


@pytest.mark.parametrize(
    "question",
    ["%ankle%", "ank_e", "ankle\\", "'ankle' OR 1=1 --", '"ankle"', "ankle\x00", "\u202eankle", "ankle " * 500],
)
def test_what_stands_around_a_word_changes_nothing_and_stands_for_nothing(visitor, question):
    make_article(title="The ankle")
    make_article(title="The ankylosis")
    expected = {"'ankle' OR 1=1 --": [], "ank_e": []}.get(question, ["The ankle"])
    assert found(visitor, question) == expected


def test_a_question_that_finds_nothing_gets_help(visitor):
    make_article(title="Running knees")
    make_article(title="Knee braces")
    page = Page(visitor.get("/search/", {"q": "Knees after <b>jumping"}))
    assert page.text("[role=status]").startswith("No page contains all of these words.")
    assert page.links("Knees") == ["?q=Knees"]
    assert page.texts(".nothing-found li") == ["Knees (2)"]
    assert page.links("Ask us your question instead") == ["/consultation/"]
    assert page.texts(".nothing-found > p")[1:] == [
        "You can also call us: (708) 555-0100",
        "In an emergency, call 911 or go to the nearest emergency room. Do not wait for our call.",
    ]
    assert page.links("Knee pain")  # the topics stand above


def test_a_single_word_that_finds_nothing_is_not_offered_again(visitor):
    make_article(title="Knees")
    assert Page(visitor.get("/search/?q=helicopter")).all(".nothing-found li") == []
    assert Page(visitor.get("/search/?q=knees")).all(".nothing-found") == []


def test_a_word_of_another_language_finds_the_articles_in_it(visitor):
    make_translation(make_article(title="Knees"), "es", title="Dolor de rodilla")
    make_translation(make_article(title="Hips"), "ar", title="ألم الرُّكبة")
    make_translation(make_article(title="Backs"), "es", title="Otra rodilla", state="draft")
    page = Page(visitor.get("/search/?q=rodillas"))
    assert page.texts(".nothing-found li") == ["Español (1)"]
    assert page.links("Español")[-1] == "/es/search/?q=rodillas"
    assert found(visitor, "rodillas", "/es/search/") == ["Dolor de rodilla"]
    assert Page(visitor.get("/pl/search/?q=الركبة")).links("العربية")[-1].startswith("/ar/search/?q=%D8%A7")


def test_what_only_its_topic_is_about_comes_after_what_says_it(visitor):
    neck = make_topic("neck-pain", en="Neck pain")
    make_article(title="Headaches", body="<p>From the neck: pain.</p>", published_at=datetime(2026, 1, 1, tzinfo=UTC))
    make_article(title="Shoulders", topic=neck, published_at=datetime(2026, 2, 1, tzinfo=UTC))
    assert found(visitor, "neck pain") == ["Headaches", "Shoulders"]


@pytest.mark.whole
@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["follow-up", "followup", "follow up", "follow\u2011up", "follow\u2013up", "follow\u00adup"]),
        ("en", ["x-ray", "xray", "x ray", "X-Ray"]),
        ("en", ["e-mail", "email", "E\u2010mail"]),
        ("en", ["don't", "dont", "don\u2019t", "don\u02bct"]),
        ("en", ["state-of-the-art", "stateoftheart", "state of the art", "state-of the-art"]),
        ("es", ["post-operatorio", "postoperatorio", "post operatorio"]),
        ("es", ["físico-terapia", "fisicoterapia", "FÍSICO\u2010TERAPIA"]),
        ("es", ["anti-inflamatorio", "antiinflamatorio", "anti inflamatorio"]),
        ("pl", ["biało-czerwony", "białoczerwony", "bialo czerwony"]),
        ("pl", ["krzyżowo-lędźwiowy", "krzyzowoledzwiowy"]),
        ("pl", ["e-mail", "email"]),
        ("ar", ["عبد الله", "عبدالله", "عبد-الله"]),
        ("ar", ["كهرو-مغناطيسي", "كهرومغناطيسي", "كهرو مغناطيسي", "كهروـمغناطيسي"]),
        ("ar", ["فوق\u200cصوتي", "فوقصوتي", "فوق صوتي"]),
    ],
)
def test_words_are_found_joined_and_apart(visitor, language, written):
    for title in written:
        article = make_article(title=title if language == "en" else "Something")
        if language != "en":
            make_translation(article, language, title=title)
        address = "/search/" if language == "en" else f"/{language}/search/"
        assert [found(visitor, question, address) for question in written] == [[title]] * len(written)
        article.delete()


@pytest.mark.on_both_databases
@pytest.mark.parametrize(
    ("language", "title", "question"),
    [
        ("en", "X-rays", "xray"),
        ("en", "An x-ray", "xrays"),
        ("en", "An x ray", "xrays"),
        ("en", "Follow-ups", "follow up"),
        ("en", "Your follow up visit", "followups"),
        ("en", "A foot-drop", "footdrop"),
        ("en", "Xray", "x-"),
        ("en", "State of the art care", "stateoftheart"),
        ("en", "Stateoftheart care", "state of the arts"),
        ("es", "Cuidado post operatorio", "postoperatorios"),
        ("pl", "Flaga biało czerwona", "białoczerwony"),
        ("ar", "كهرو مغناطيسي", "الكهرومغناطيسي"),
        ("ar", "الكهرو مغناطيسي", "كهرومغناطيسي"),
    ],
)
def test_endings_and_beginnings_count_in_joined_words_too(visitor, language, title, question):
    article = make_article(title=title if language == "en" else "Something")
    if language != "en":
        make_translation(article, language, title=title)
    assert found(visitor, question, "/search/" if language == "en" else f"/{language}/search/") == [title]


def test_joined_words_find_nothing_that_only_begins_or_ends_alike(visitor):
    for title in ("Following upstairs", "Ray", "X", "Up-follow", "Unfollow up", "Follow", "Ax ray"):
        make_article(title=title)
    assert found(visitor, "followups") == found(visitor, "followup") == found(visitor, "xray") == []


def test_a_long_compound_takes_little_room_and_its_words_are_found(visitor):
    make_article(title="Compound", body=f"<p>{'-'.join(f'w{number}' for number in range(4000))}</p>")
    assert len(ArticleText.objects.get().indexed_text) < 300_000
    assert found(visitor, "w3990-w3991") == found(visitor, "w3990w3991w3992") == found(visitor, "w3999") == ["Compound"]
    assert found(visitor, "w0w1w2w3w4w5w6w7w8w9") == ["Compound"]


@pytest.mark.parametrize(
    ("title", "question", "marked"),
    [
        ("Your follow-up visit", "followup", ["follow-up"]),
        ("Your follow-up visit", "follow", ["follow"]),
        ("Your follow-up visit", "follow-up", ["follow", "up"]),
        ("Your followup visit", "follow-up", ["followup"]),
        ("Don\u2019t rest", "dont", ["Don\u2019t"]),
        ("Head aches", "headaches", ["Head aches"]),
        ("My head, head aches <b>and</b> a HEAD ache", "headaches", ["head aches", "HEAD ache"]),
        ("An x ray of a knee", "knees xrays", ["x ray", "knee"]),
        ("State of the-art care", "stateoftheart", ["State of the-art"]),
        ("Stateoftheart care", "state of the art", ["Stateoftheart"]),
        ("A post-head acher", "headache", ["head acher"]),
    ],
)
def test_joined_words_are_marked_as_they_were_asked_for(visitor, title, question, marked):
    make_article(title=title)
    page = Page(visitor.get("/search/", {"q": question}))
    assert (page.text(".card__title"), page.texts(".card__title mark")) == (title, marked)


def test_migration_makes_stored_words_findable_as_one(visitor):
    article = make_article(title="Follow-up", summary="An x-ray.", body="<p>Post-op</p>", urgent_signs="re-injury")
    ArticleText.objects.update(indexed_title=" follow up", indexed_top=" follow up", indexed_text=" follow up")
    importlib.import_module("articles.migrations.0004_index_joined_words").index_words(apps, None)
    stored = article.texts.get()
    assert stored.indexed_title == " followup follow up"
    index_words(stored)
    assert (
        stored.indexed_text
        == article.texts.get().indexed_text
        == (" followup follow up an xray x ray postop post op reinjury re injury")
    )
    assert found(visitor, "reinjury followup") == ["Follow-up"]
