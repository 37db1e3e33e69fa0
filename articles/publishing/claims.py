"""Claims that Illinois forbids in a clinic's advertising, found by their words. Articles count as advertising.

225 ILCS 60/26 (Medical Practice Act of 1987, under which chiropractic physicians are licensed): (2) "claims of superior
quality of care" and "fee comparisons"; (3) "guarantees of success" and "misleading material", to which the promise of a
cure belongs. https://ilga.gov/legislation/ilcs/documents/022500600K26.htm

Words alone do not make a claim: "the best you can do" praises nobody, "there is no cure" promises nothing. So praise
counts only beside whom it praises, and a promise only where no word before it denies it.
"""

import re
import unicodedata
from typing import NamedTuple

from articles.publishing.readability import sentences

SUPERIORITY, GUARANTEE, CURE, PRICE = "superiority", "guarantee", "cure", "price comparison"
DENIED_WITHIN = 6  # words


class Claim(NamedTuple):
    kind: str
    words: str
    sentence: str


EN_US = (
    r"(?:clinics?|chiropract\w+|doctors?|physicians?|team|staff|practices?|offices?|specialists?|experts?|providers?"
    r"|therapists?|professionals?)"
)
EN_CARE = r"(?:care|treatments?|therap(?:y|ies)|services?|results?|outcomes?|quality)"
EN_CHEAPER = r"(?:cheaper|less expensive|more affordable|lower[- ]priced)"
EN_OTHERS = rf"(?:others?|elsewhere|any\w+ else|surgeons?|surgery|hospitals?|{EN_US})"
ES_US = (
    r"(?:cl[ií]nicas?|quiropr[aá]ctic\w+|m[eé]dic[oa]s?|doctor(?:a|es|as)?|equipos?|especialistas?|consultorios?"
    r"|centros?|profesional(?:es)?|expert[oa]s?|terapeutas?)"
)
ES_CARE = r"(?:atenci[oó]n|calidad|tratamientos?|cuidados?|servicios?|resultados?)"
PL_US = (
    r"(?:klini\w+|gabine\w+|lekarz\w*|chiroprakty\w+|kr[eę]garz\w*|specjali\w+|zesp[oó]ł\w*|personel\w*|fachow\w+"
    r"|ekspert\w*|terapeut\w+|plac[oó]w\w+|centr\w+)"
)
PL_CARE = r"(?:opiek\w+|leczeni\w+|terapi\w*|us[łl]ug\w*|wynik\w*|efekt\w*)"
AR_US = r"(?:عياد\w+|طبيب\w*|أطباء\w*|معالج\w*|فريق\w*|[أا]خصائي\w*|اختصاصي\w*|مركز\w*|خبراء\w*|طاقم\w*)"
UP_TO_TWO = r"(?:[\w'’-]+ ){0,2}"
EN_PLACE = (
    r"(?:the )?(?:area|state|country|world|region|city|county|suburbs?|town|illinois|chicago\w*|orland(?: park)?)\b"
)
EN_OTHER_CARE = (
    r"(?:pills?|drugs?|medicines?|medications?|painkillers?|opioids?|injections?|shots?|surger(?:y|ies)|operations?)"
)
EN_CLASS = r"(?:world|first|best[- ]in)[- ]class"
# Between praise and whom it praises: "a top reason for doctor visits" praises nobody.
EN_PRAISED = r"(?:(?!(?:of|for|to|in|at|by|from|with) )[\w'’-]+ ){0,2}"
ES_PRAISED = r"(?:(?!(?:al?|del?|en|para|por|con|que) )[\w'’-]+ ){0,2}"

# Each of these is a claim wherever it stands, unless a word before it denies it.
PATTERNS = {
    "en": {
        SUPERIORITY: [
            r"(?<!\w)(?:best|finest|greatest|leading|premier|foremost|top(?:[- ]rated)?|number[- ]one|no\. ?1|#1) "
            rf"{EN_PRAISED}{EN_US}\b",
            r"\b(?:our|we|us) (?:[\w'’-]+ ){0,4}(?:best|finest|superior|top|leading|unmatched) "
            rf"{UP_TO_TWO}{EN_CARE}\b(?! for you)",
            r"\b(?:superior|unmatched|unrivall?ed|unsurpassed|unequall?ed|unparallell?ed) "
            rf"(?:{EN_CARE}|{EN_US})\b",
            rf"\b{EN_CLASS} (?:[\w'’-]+ )?(?:relief|help|{EN_CARE}|{EN_US})\b",
            rf"\b(?:we|our|us) (?:[\w'’-]+ ){{0,4}}{EN_CLASS}\b(?! (?:athlet|player|runner|sport))",
            r"(?<!\bno )(?<!\bnot )(?<!n't )\b(?:better|safer|gentler|faster|more \w+) than "
            rf"{UP_TO_TWO}{EN_OTHER_CARE}\b",
            rf"\bmost (?:experienced|trusted|advanced|skilled|skillful|qualified|effective) {UP_TO_TWO}{EN_US}\b",
            rf"\b(?:better|safer|gentler|faster|more \w+) than {UP_TO_TWO}(?:other|any|most|all) {UP_TO_TWO}{EN_US}\b",
            r"\b(?:better|safer|gentler|faster|more \w+) than (?:anyone|anybody|everyone|everybody) else\b",
            rf"\b(?:no other|unlike (?:other|most|any)) {UP_TO_TWO}{EN_US}\b",
            r"\bsecond to none\b",
            r"\b(?:we are|we're) (?:simply |still )?the (?:best|finest|greatest|leading|number[- ]one|#1)(?!\w)",
            rf"\bour {UP_TO_TWO}(?:{EN_US}|{EN_CARE}) (?:is|are) (?:simply |still )?the "
            r"(?:best|finest|greatest|safest|most effective|number[- ]one|#1)(?!\w)",
            rf"(?<!\w)(?:best|number[- ]one|no\. ?1|#1) in {EN_PLACE}",
        ],
        GUARANTEE: [
            r"\bguarant(?:ee\w*|y|ies)\b",
            r"\b(?:we|our \w+)(?: can| will)? promise (?!to call)",
            r"\bpromise[sd]? (?:of )?(?:you )?(?:a |the )?(?:full |fast |quick |lasting |complete )?"
            r"(?:results?|relief|recovery|success|improvement)\b",
            r"\b100 ?(?:%|percent) (?:safe|effective|successful|success|pain[- ]?free|relief|results?)",
            r"\b(?:money[- ]back|always works|never fails|risk[- ]free|sure to (?:work|help))\b",
            r"\bworks? (?:every (?:single )?time|for (?:everyone|everybody|every patient|all patients))\b",
            r"\b(?:will|you'll|be) (?:be )?(?:completely |fully |totally )?pain[- ]free\b",
        ],
        CURE: [
            r"\bcur(?:e|es|ed|ing)\b",
            r"\bcure[- ]alls?\b|\bmiracles?\b|\bmiraculous(?:ly)?\b",
            r"\b(?:permanent(?:ly)?|lasting) (?:relief|fix|solution|results?|heals?|eliminate\w*|removes?|gone)\b",
            r"\b(?:eliminates?|ends?|removes?|erases?) [^.!?]{0,30}pain (?:completely|permanently)\b",
            rf"\b(?:eliminat(?:es?|ing)|eras(?:es?|ing)|banish(?:es|ing)?) {UP_TO_TWO}pain\b",
            r"\b(?:pain|get rid of|gone|relief)\b[^.!?]{0,40} (?:forever|for good(?! measure)|once and for all)\b",
            r"\b(?:we|our \w+|chiropractic(?: care)?|adjustments?) (?:can |will )?heals?\b",
        ],
        PRICE: [
            rf"\b{EN_CHEAPER} than(?= {UP_TO_TWO}{EN_OTHERS}\b)",
            rf"\b(?:we are|we're|our {UP_TO_TWO}\w+ (?:is|are)) (?:much |far )?{EN_CHEAPER} than\b",
            r"\b(?:cheapest|most affordable|least expensive)\b",
            r"\b(?:affordable|low) (?:price|cost|fee|rate)s\b",
            r"\b(?:lowest|best|unbeatable|better) (?:price|cost|fee|rate)s?\b",
            r"\bour (?:price|cost|fee|rate)s? (?:is|are) (?:the )?(?:lowest|lower|best|better|unbeatable)\b",
            r"\blower (?:price|cost|fee|rate)s? than\b",
            r"\b(?:costs?|charges?|pay) (?:much |far )?(?:less|more) than (?:other|at|elsewhere|a |any|most|what)",
            r"\b(?:a fraction|half) (?:of )?the (?:price|cost)\b|\b(?:beat|match) (?:any|their|all) (?:price|fee)s?\b",
        ],
    },
    "es": {
        SUPERIORITY: [
            rf"\bmejor(?:es)? {ES_PRAISED}{ES_US}\b",
            r"\bsomos (?:el|l[ao]s?) (?:mejor(?:es)?|n[uú]mero uno|l[ií]der(?:es)?)\b",
            rf"\bnuestr[oa]s? {UP_TO_TWO}(?:{ES_US}|{ES_CARE}) (?:es|son) (?:el|l[ao]s?) "
            r"(?:mejor(?:es)?|n[uú]mero uno)\b",
            rf"\b{ES_US} (?:l[ií]der(?:es)?|n[uú]mero uno|sin igual|de primera)\b",
            rf"\b{ES_US} m[aá]s (?:experimentad|confiable|avanzad|capacitad|cualificad)\w*",
            rf"\b(?:ofrecemos|nuestr[oa]s?|brindamos|damos) {UP_TO_TWO}mejor(?:es)? (?:\w+ )?{ES_CARE}\b",
            rf"\b{ES_CARE} (?:superior(?:es)?|inigualables?|insuperables?|inmejorables?|sin igual)\b",
            r"\b(?:mejor(?:es)?|superior(?:es)?|m[aá]s (?!barat|econ[oó]mic)\w+) (?:que|a) (?:l[oa]s |cualquier )?"
            rf"(?:(?:otr[oa]s?|dem[aá]s) {ES_US}|(?:otr[oa]s|dem[aá]s)(?=\s*[.,;!]|$))",
            rf"\bning[uú]n[oa]? otr[oa] {ES_US}|\ba diferencia de (?:l[oa]s )?(?:otr[oa]s|dem[aá]s) {ES_US}",
        ],
        GUARANTEE: [
            r"\bgarant\w+\b",
            r"\b(?:prometemos|prometo)\b",
            r"\bpromete\w* (?:un |el |la |los )?(?:alivio|resultados?|recuperaci[oó]n|mejor[ií]a|[eé]xito)\b",
            r"\b(?:resultados?|[eé]xito|alivio) asegurad[oa]s?\b|\b100 ?% (?:segur|efectiv|eficaz|eficac)\w*",
            r"\b(?:siempre funciona|nunca falla)\b",
        ],
        CURE: [
            r"(?<!\bse )(?<!\bla )\bcura(?:r|n|mos|r[aá]n?|d[oa]s?|ci[oó]n)?\b",
            r"\bla cura (?:del?|para|contra)\b|\bcurarl[eoa]s?\b",
            r"\bmilagro\w*\b",
            r"\b(?:alivio|soluci[oó]n|remedio) (?:permanente|definitiv[oa]|para siempre)\b",
            r"\bdolor\b[^.!?]{0,40} (?:para siempre|definitivamente|de una vez por todas)\b",
            r"\b(?:elimina\w*|acaba\w* con|quita\w*) (?:todo )?(?:el|su) dolor (?:por completo|del todo)\b",
        ],
        PRICE: [
            r"\bm[aá]s (?:barat|econ[oó]mic)[oa]s? que\b|\b(?:el|la|los|las) m[aá]s (?:barat|econ[oó]mic)[oa]s?\b",
            r"\b(?:precios?|tarifas?|costos?|costes?) (?:m[aá]s baj[oa]s|inmejorables?|sin competencia)\b",
            r"\b(?:mejor(?:es)?|menor(?:es)?) (?:precios?|tarifas?|costos?)\b",
            r"\b(?:cuesta|cobra|paga)\w* (?:mucho )?(?:menos|m[aá]s) que\b|\b(?:la )?mitad del (?:precio|costo)\b",
        ],
    },
    "pl": {
        SUPERIORITY: [
            rf"\b(?:najleps|wiod[aą]c|czo[łl]ow|renomowan)\w* {UP_TO_TWO}{PL_US}",
            r"\bnajleps\w+ (?:opiek\w+|jako[śs]\w+ (?:opieki|us[łl]ug)|us[łl]ug\w*)\b",
            rf"\b(?:oferujemy|zapewniamy|nasz\w*) {UP_TO_TWO}najleps\w+ (?:leczeni\w+|terapi\w*|wynik\w*|efekt\w*)\b",
            rf"\bnajbardziej (?:do[śs]wiadcz|zaufan|zaawansowan|wykwalifikowan)\w+ {UP_TO_TWO}{PL_US}",
            rf"\b(?:leps|bezpieczniejs|skuteczniejs)\w+ ni[żz] (?:w |u )?(?:inni\b|(?:inn|ka[żz]d)\w+ {PL_US})",
            r"\bjeste[śs]my najleps\w+",
            rf"\bnasz\w* {UP_TO_TWO}(?:{PL_US}|{PL_CARE}) (?:jest|s[ąa]) najleps\w+",
            r"\blepiej ni[żz] (?:inni|inne|gdziekolwiek|ktokolwiek)\b",
            rf"\b[żz]ad(?:en|na|ne|nej|nym) inn\w+ {PL_US}",
            rf"\bw (?:odr[óo][żz]nieniu od|przeciwie[ńn]stwie do) innych {PL_US}",
            rf"\b{PL_US} (?:numer jeden|nr 1)\b|\b(?:niezr[óo]wnan|bezkonkurencyjn|nieprze[śs]cignion)\w+\b",
        ],
        GUARANTEE: [
            r"\bgwaran\w+\b",
            r"\b(?:obiecujemy|obiecuj[ęe]|przyrzekamy)\b",
            r"\bzapewniamy (?:wyleczenie|popraw[ęe]|ulg[ęe]|efekt\w*|skuteczno[śs][ćc])\b",
            r"\bobiec\w+ (?:pe[łl]n\w+ )?(?:wynik\w*|efekt\w*|popraw\w+|ulg\w+|wyleczeni\w+)\b",
            r"\b(?:100 ?%|stuprocentow\w+) (?:skuteczn|pewn|bezpieczn)\w+\b|\bzawsze dzia[łl]a\b",
        ],
        CURE: [
            r"\b(?:wylecz|ulecz|uzdrow|uzdraw|uzdrawia)\w*\b",
            r"\bcudown\w+\b|\bcud\b",
            r"\bb[óo]l\w*\b[^.!?]{0,40} (?:na zawsze|raz na zawsze|na dobre)\b",
            r"\b(?:trwale|ca[łl]kowicie|na zawsze) (?:usuwa|usunie|usuniemy|pozb\w+|zlikwid\w+|likwid\w+)\w*\b",
        ],
        PRICE: [
            r"\bta[ńn](?:sz\w+|iej) ni[żz]\b|\bnajta[ńn]s\w+|\bnajtaniej\b",
            r"\b(?:najni[żz]sz|najleps)\w+ (?:cen|koszt|stawk|op[łl]at)\w*\b",
            r"\bni[żz]sz\w+ (?:cen|koszt|stawk|op[łl]at)\w* ni[żz]\b",
            r"\b(?:u[łl]amek|po[łl]ow[ęeay]) (?:ceny|kosztu|koszt[óo]w)\b|\bkosztuj\w+ (?:du[żz]o )?mniej ni[żz]\b",
        ],
    },
    "ar": {
        SUPERIORITY: [
            rf"(?:أفضل|أحسن|أمهر|أبرز) {UP_TO_TWO}{AR_US}",
            rf"{AR_US} {UP_TO_TWO}(?:الأفضل|الأول[ىي]|الرائد[ةه]?|الأكثر (?:خبرة|مهارة|كفاءة|تقدم\w*)|رقم واحد)",
            r"\b(?:نقدم|نوفر) (?:\w+ ){0,2}(?:أفضل|أحسن) (?:\w+ )?(?:رعاية|علاج\w*|خدم\w+|نتائج)",
            rf"(?:أفضل|أحسن|أكثر أمان\w+) من (?:غير\w*|(?:(?:أي|سائر|كل|بقية|جميع) )?(?:ال)?{AR_US})",
            r"\bنحن (?:الأفضل|الأحسن|الأمهر|رقم واحد)\b",
            r"لا (?:مثيل|نظير) ل\w+|لا ت?ي?ضاه[ىي]\w*|بخلاف العيادات|على عكس العيادات",
        ],
        GUARANTEE: [
            r"\b[وف]?(?:نضمن|أضمن|يضمن|تضمن|ضمان|مضمون|مضمونة|بضمان|الضمان)\b",
            r"\b[وف]?نعد(?:ك|كم|كن)?\b(?! تنازلي)",
            r"\b(?:100 ?%|١٠٠ ?[%٪]) ",
        ],
        CURE: [
            r"\b[وف]?(?:سي|ست|سن)?(?:نشفي|يشفي|تشفي|نشفيك|يشفيك|تشفيك)\w*\b",
            r"\b(?:شفاء تام|الشفاء التام|شفاء كامل|الشفاء الكامل|علاج شاف|علاج نهائي|حل نهائي|الحل النهائي)",
            r"\b[وال]*معجز\w+",
            r"(?:يقضي|تقضي|نقضي|القضاء|يزيل|نزيل|التخلص)\b[^.!?؟]{0,30}(?:الألم|ألمك|الآلام|آلامك)"
            r"[^.!?؟]{0,30}(?:نهائي\w*|إلى الأبد|للأبد|تمام\w*)",
        ],
        PRICE: [
            r"\bأرخص\b",
            r"\b[وب]?(?:أقل|أدنى|أفضل) (?:ال)?(?:سعر|أسعار|تكلفة|تكاليف|رسوم)\w*",
            r"\b(?:ال)?(?:سعر|أسعار|تكلفة|رسوم)\w* (?:أقل|أدنى) من",
            r"\bنصف (?:ال)?(?:سعر|ثمن|تكلفة)\b",
        ],
    },
}

DENIALS = {
    "en": r"no|not|never|nobody|none|nothing|neither|nor|without|cannot|\w+n't",
    "es": r"no|nunca|jam[aá]s|nadie|ning[uú]n|ninguna|ninguno|sin|ni|tampoco",
    "pl": r"nie|nigdy|nikt|nikogo|nic|[żz]aden|[żz]adna|[żz]adne|bez|ani",
    "ar": r"[وف]?(?:لا|لم|لن|ليس|ليست|لسنا|ما من|بدون|دون|غير|بلا)",
}
ARABIC_MARKS = re.compile(r"[\u064b-\u0652\u0640]")  # vowel signs and the stretching line, written or not
COMPILED = {
    language: {kind: [re.compile(pattern, re.IGNORECASE) for pattern in patterns] for kind, patterns in kinds.items()}
    for language, kinds in PATTERNS.items()
}
DENIED = {language: re.compile(rf"\b(?:{denials})\b", re.IGNORECASE) for language, denials in DENIALS.items()}


def claims(lines, language):
    """What must not stand in these lines, each claim once a sentence."""
    found = []
    for line in lines:
        for sentence in sentences(unicodedata.normalize("NFC", line)):
            found += claims_in(sentence, language)
    return found


def claims_in(sentence, language):
    compared = ARABIC_MARKS.sub("", sentence).replace("’", "'")
    for kind, patterns in COMPILED.get(language, {}).items():
        for match in (match for pattern in patterns for match in pattern.finditer(compared)):
            if is_claim(kind, match, compared, language):
                yield Claim(kind, match[0].strip(), sentence)
                break


def is_claim(kind, match, sentence, language):
    if kind in (SUPERIORITY, PRICE):
        return True
    if kind == CURE and sentence.rstrip("\"'”») ").endswith(("?", "؟")):
        return False  # "Can it be cured?" asks
    clause = re.split(r"[;:,،؛]", sentence[: match.start()])[-1]
    before = " ".join(clause.split()[-DENIED_WITHIN:])
    return not DENIED[language].search(before)
