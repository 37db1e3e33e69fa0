import tomllib

import pytest
from django.conf import settings

from articles.models import ArticleText
from articles.publishing.claims import KINDS, find_claims
from articles.publishing.readability import all_lines

SUPERIORITY, GUARANTEE, CURE, PRICE = KINDS

FORBIDDEN = [
    # (language, kind, sentence, words found)
    ("en", SUPERIORITY, "We are the best clinic in Orland Park.", "best clinic"),
    ("en", SUPERIORITY, "Ask the leading pain specialists.", "leading pain specialists"),
    ("en", SUPERIORITY, "Our team gives the best care.", "Our team gives the best care"),
    ("en", SUPERIORITY, "You get superior care here.", "superior care"),
    ("en", SUPERIORITY, "Our doctors do better than other clinics.", "better than other clinics"),
    ("en", SUPERIORITY, "No other clinic listens like this.", "No other clinic"),
    ("en", SUPERIORITY, "Unlike most chiropractors, we take time.", "Unlike most chiropractors"),
    ("en", SUPERIORITY, "The #1 clinic for knees.", "#1 clinic"),
    ("en", SUPERIORITY, "Our care is second to none.", "second to none"),
    ("en", SUPERIORITY, "Our clinic is the best.", "Our clinic is the best"),
    ("en", SUPERIORITY, "We are the best in Orland Park.", "We are the best"),
    ("en", SUPERIORITY, "Our treatment is the most effective.", "Our treatment is the most effective"),
    ("en", SUPERIORITY, "The best and kindest doctors work here.", "best and kindest doctors"),
    ("en", GUARANTEE, "We guarantee that you will run again.", "guarantee"),
    ("en", GUARANTEE, "Relief, guaranteed!", "guaranteed"),
    ("en", GUARANTEE, "We promise fast relief.", "We promise"),
    ("en", GUARANTEE, "Our method is 100% effective.", "100% effective"),
    ("en", GUARANTEE, "After three visits you will be pain-free.", "will be pain-free"),
    ("en", GUARANTEE, "Nothing hurts, and we guarantee it.", None),
    ("en", CURE, "Adjustments cure back pain.", "cure"),
    ("en", CURE, "Runner's knee can be cured.", "cured"),
    ("en", CURE, "It works like a miracle.", "miracle"),
    ("en", CURE, "You get permanent relief.", "permanent relief"),
    ("en", CURE, "Get rid of your pain for good.", "Get rid of your pain for good"),
    ("en", CURE, "Our adjustments heal the spine.", "Our adjustments heal"),
    ("en", PRICE, "We are cheaper than a surgeon.", "cheaper than"),
    ("en", PRICE, "The lowest prices in town.", "lowest prices"),
    ("en", PRICE, "Our prices are the lowest.", "Our prices are the lowest"),
    ("en", PRICE, "Our visits are cheaper than a massage.", "Our visits are cheaper than"),
    ("en", PRICE, "A visit costs less than elsewhere.", "costs less than elsewhere"),
    ("en", PRICE, "Care at a fraction of the cost.", "a fraction of the cost"),
    ("en", SUPERIORITY, "We are number one in Orland Park.", "number one in Orland Park"),
    ("en", SUPERIORITY, "The clinic is number one in Orland Park.", "number one in Orland Park"),
    ("en", SUPERIORITY, "The best in Orland Park.", "best in Orland Park"),
    ("en", SUPERIORITY, "We offer world-class help.", "world-class help"),
    ("en", SUPERIORITY, "World-class pain relief.", "World-class pain relief"),
    ("en", SUPERIORITY, "Our rooms are world-class.", "Our rooms are world-class"),
    ("en", SUPERIORITY, "Adjustments are more effective than pills.", "more effective than pills"),
    ("en", SUPERIORITY, "Our treatment is better than surgery.", "better than surgery"),
    ("en", GUARANTEE, "Our treatment works every time.", "works every time"),
    ("en", GUARANTEE, "It works for everyone.", "works for everyone"),
    ("en", CURE, "Our treatment eliminates pain.", "eliminates pain"),
    ("en", CURE, "It erases your back pain.", "erases your back pain"),
    ("en", PRICE, "Our prices are lower than others.", "Our prices are lower"),
    ("en", PRICE, "Affordable rates.", "Affordable rates"),
    ("es", SUPERIORITY, "Somos la mejor clínica de la zona.", "mejor clínica"),
    ("es", SUPERIORITY, "Ofrecemos la mejor atención.", "Ofrecemos la mejor atención"),
    ("es", SUPERIORITY, "Ninguna otra clínica escucha así.", "Ninguna otra clínica"),
    ("es", SUPERIORITY, "Un equipo líder en rodillas.", "equipo líder"),
    ("es", SUPERIORITY, "Somos los mejores.", "Somos los mejores"),
    ("es", SUPERIORITY, "Nuestra clínica es la mejor.", "Nuestra clínica es la mejor"),
    ("es", SUPERIORITY, "Somos mejores que los demás.", "mejores que los demás"),
    ("es", SUPERIORITY, "Es mejor que otras clínicas.", "mejor que otras clínicas"),
    ("es", GUARANTEE, "Garantizamos resultados.", "Garantizamos"),
    ("es", GUARANTEE, "Le prometemos alivio.", "prometemos"),
    ("es", CURE, "Nuestro tratamiento cura la ciática.", "cura"),
    ("es", CURE, "El dolor desaparece para siempre.", "dolor desaparece para siempre"),
    ("es", PRICE, "Somos más baratos que otros.", "más baratos que"),
    ("es", PRICE, "Los precios más bajos de la ciudad.", "precios más bajos"),
    ("pl", SUPERIORITY, "Jesteśmy najlepszą kliniką w okolicy.", "najlepszą kliniką"),
    ("pl", SUPERIORITY, "Żaden inny gabinet tego nie potrafi.", "Żaden inny gabinet"),
    ("pl", SUPERIORITY, "Jesteśmy najlepsi.", "Jesteśmy najlepsi"),
    ("pl", SUPERIORITY, "Nasz gabinet jest najlepszy.", "Nasz gabinet jest najlepszy"),
    ("pl", SUPERIORITY, "Jesteśmy lepsi niż inni.", "lepsi niż inni"),
    ("pl", SUPERIORITY, "Jest tu lepsza niż w innych klinikach.", "lepsza niż w innych klinikach"),
    ("pl", GUARANTEE, "Gwarantujemy poprawę.", "Gwarantujemy"),
    ("pl", GUARANTEE, "Obiecujemy szybką ulgę.", "Obiecujemy"),
    ("pl", CURE, "Wyleczymy każdy ból.", "Wyleczymy"),
    ("pl", CURE, "Ból zniknie raz na zawsze.", "Ból zniknie raz na zawsze"),
    ("pl", PRICE, "Jest u nas taniej niż w szpitalu.", "taniej niż"),
    ("pl", PRICE, "Najniższe ceny w mieście.", "Najniższe ceny"),
    ("ar", SUPERIORITY, "نحن أفضل عيادة في المنطقة.", "أفضل عيادة"),
    ("ar", SUPERIORITY, "عيادتنا الأفضل في المدينة.", "عيادتنا الأفضل"),
    ("ar", SUPERIORITY, "نتائج لا مثيل لها.", "لا مثيل لها"),
    ("ar", SUPERIORITY, "نحن الأفضل.", "نحن الأفضل"),
    ("ar", SUPERIORITY, "عملنا أفضل من أي عيادة أخرى.", "أفضل من أي عيادة"),
    ("ar", SUPERIORITY, "عملنا أفضل من العيادات الأخرى.", "أفضل من العيادات"),
    ("ar", GUARANTEE, "نَضْمَن لك التحسن.", "نضمن"),
    ("ar", GUARANTEE, "نعدك بنتيجة سريعة.", "نعدك"),
    ("ar", CURE, "علاجنا يشفي آلام الظهر.", "يشفي"),
    ("ar", CURE, "نقدم لك الشفاء التام.", "الشفاء التام"),
    ("ar", PRICE, "أسعارنا أرخص من غيرنا.", "أرخص"),
    ("ar", PRICE, "أقل الأسعار في المدينة.", "أقل الأسعار"),
]

HARMLESS = [
    ("en", "What is the best time to call?"),
    ("en", "That is the best you can do for your back."),
    ("en", "Do your best to keep moving."),
    ("en", "The best treatment for a sprain is rest."),
    ("en", "We talk with you about the best treatment for you."),
    ("en", "The number one cause of heel pain is load."),
    ("en", "The superior part of the kneecap hurts."),
    ("en", "Walking is better than sitting."),
    ("en", "Back pain is a leading cause of doctor visits."),
    ("en", "Knee pain is a top reason for doctor visits."),
    ("en", "It is best to ask doctors first."),
    ("en", "If there is pain, stop for good measure."),
    ("en", "Running is cheaper than a gym."),
    ("en", "Some athletes are world-class."),
    ("en", "Our world-class athletes stretch, too."),
    ("en", "Knees feel best in summer."),
    ("en", "The number one in our list is rest."),
    ("en", "Exercise is not better than surgery."),
    ("en", "Adjustments are no more effective than pills."),
    ("en", "No treatment works every time."),
    ("en", "Nothing eliminates pain at once."),
    ("en", "Affordable shoes will do."),
    ("en", "There is no cure for arthritis."),
    ("en", "It cannot be cured, but it can be eased."),
    ("en", "Can it be cured?"),
    ("en", "The skin must heal before you run."),
    ("en", "Most sprains heal within weeks."),
    ("en", "No one can promise a result."),
    ("en", "We cannot guarantee that it helps."),
    ("en", "There is no guarantee."),
    ("en", "We promise to call you back today."),
    ("en", "Cheap shoes wear out sooner."),
    ("en", "A secure grip helps."),
    ("en", "Rest costs nothing."),
    ("es", "¿Cuál es el mejor momento para llamar?"),
    ("es", "Es lo mejor que puede hacer por su espalda."),
    ("es", "Caminar es mejor que estar sentado."),
    ("es", "Es mejor ver al médico."),
    ("es", "Caminar es mejor que otros ejercicios."),
    ("es", "La herida se cura en días."),
    ("es", "La artritis no tiene cura."),
    ("es", "Nadie puede prometer un resultado."),
    ("es", "No garantizamos nada."),
    ("pl", "Kiedy najlepiej zadzwonić?"),
    ("pl", "To najlepsze, co można zrobić dla pleców."),
    ("pl", "Lepsze niż inne ćwiczenia."),
    ("pl", "Tego nie da się wyleczyć."),
    ("pl", "Nikt nie może obiecać wyniku."),
    ("pl", "Jak leczyć ból kolana?"),
    ("pl", "Nie gwarantujemy wyniku."),
    ("ar", "ما أفضل وقت للاتصال بك؟"),
    ("ar", "المشي أفضل من أي تمرين آخر."),
    ("ar", "هذا أفضل ما يمكنك فعله لظهرك."),
    ("ar", "لا نضمن النتيجة."),
    ("ar", "لا يمكن لأحد أن يعد بنتيجة."),
    ("ar", "يشفى الجرح خلال أيام."),
    ("ar", "المشي أفضل من الجلوس."),
]


@pytest.mark.parametrize(("language", "kind", "sentence", "words"), FORBIDDEN)
def test_a_forbidden_claim_is_found_with_its_words(language, kind, sentence, words):
    (claim,) = find_claims([sentence], language)
    assert (claim.kind, claim.words, claim.sentence) == (kind, words or "guarantee", sentence)


@pytest.mark.parametrize(("language", "sentence"), HARMLESS)
def test_harmless_words_are_no_claim(language, sentence):
    assert find_claims([sentence], language) == []


def test_a_claim_is_quoted_with_the_sentence_around_it_only():
    (claim,) = find_claims(["First this. We guarantee it. Then that."], "en")
    assert claim.sentence == "We guarantee it."


def test_every_sentence_counts():
    assert [claim.kind for claim in find_claims(["We cure it. We guarantee it.", "Cheaper than others."], "en")] == [
        CURE,
        GUARANTEE,
        PRICE,
    ]


def test_articles_that_were_written_with_care_raise_no_alarm():
    files = [file for file in (settings.BASE_DIR / "articles").glob("sample_*/*.toml") if file.stem != "topics"]
    assert len({file.parent for file in files}) == 3
    for file in files:
        read = tomllib.loads(file.read_text())
        for sample in read.get("parts", [read]):
            for language in {"en", "es", "pl", "ar"} & sample.keys():
                text = ArticleText(language=language, **sample[language])
                assert find_claims([text.title, *all_lines(text)], language) == [], (file.name, language)
