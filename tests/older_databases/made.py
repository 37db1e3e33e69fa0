"""Who is in the saved older databases, and with which keys they were made."""

KEYS = {
    "FIELD_ENCRYPTION_KEYS": "b2xkZXItZGF0YWJhc2VzLWFyZS1yZWFkLXdpdGgtaXQ=",
    "LOOKUP_HASH_KEY": "made-up-for-the-saved-older-databases",
}
STAFF = ("demo-staff", "an older password of the demo")
PHONE = "(708) 555-0177"  # the clinic's, as staff corrected it

# What each patient sent, by the language of the page.
PATIENTS = {
    "en": {
        "full_name": "Nora O\N{RIGHT SINGLE QUOTATION MARK}Leary",
        "phone": "(312) 555-0101",
        "email": "nora@example.net",
        "voicemail_ok": "no",
        "best_time": "morning",
        "language": "en",
        "patient_status": "new",
        "reason": 'Since Monday my neck is stiff; \N{FACE WITH TEARS OF JOY} no joke.\nIt\'s worse "at night".',
    },
    "es": {
        "full_name": "José Núñez",
        "phone": "(312) 555-0102",
        "voicemail_ok": "yes",
        "best_time": "any",
        "language": "es",
        "patient_status": "returning",
        "reason": "Me duele la rodilla al bajar escaleras.",
    },
    "pl": {
        "full_name": "Łucja Żółć",
        "phone": "+48 22 555 01 03",
        "email": "lucja@example.net",
        "voicemail_ok": "yes",
        "best_time": "afternoon",
        "language": "pl",
        "interpreter": "on",
        "patient_status": "new",
        "reason": "Od tygodnia boli mnie kręgosłup.",
    },
    "ar": {
        "full_name": "أحمد الخطيب",
        "phone": "(312) 555-0104",
        "voicemail_ok": "yes",
        "best_time": "midday",
        "language": "ar",
        "patient_status": "new",
        "reason": "أشعر بألم في كتفي عند رفع ذراعي.",
    },
}
SUSPECT = {
    **PATIENTS["en"],
    "full_name": "Best Offers",
    "phone": "(312) 555-0105",
    "email": "",
    "reason": "Look at http://offers.example and http://more.example today!",
}
LATER = {**PATIENTS["es"], "full_name": "Ana Ruiz", "phone": "(312) 555-0106", "reason": "Dolor de espalda."}

# What staff did with each of them, in the order in which they were sent.
HANDLED = {
    "Łucja Żółć": {"state": "scheduled", "note": "Interpreter for Polish is booked."},
    "José Núñez": {"state": "closed", "note": "Called twice.\nHe is well again."},
    "أحمد الخطيب": {"state": "contacted", "corrected_phone": "(312) 555-0199"},
}

# A closure as staff of release 1.0 entered it, with a reason that was written for them alone.
FACT_OF_1_0 = "UPDATE clinic_site_clinic SET parking = 'Behind the old mill.'"
CLOSURE_OF_1_0 = (
    "INSERT INTO clinic_site_closure (first_day, last_day, reason, clinic_id) "
    "VALUES ('2098-12-24', '2098-12-26', 'Eva is away', 1)"
)
# A picture below the summary of the first article: it leads the article now.
PICTURE_OF_1_0 = [
    "INSERT INTO articles_picture (id, name, alternative_text, content_hash, width, height, added_at) "
    "VALUES (901, 'Old', 'An old picture.', '0123456789abcdef0123', 1200, 900, '2026-01-01 00:00:00+00')",
    "INSERT INTO articles_articlepicture (id, place, article_id, picture_id) "
    "SELECT 901, 0, MIN(id), 901 FROM articles_article",
]
