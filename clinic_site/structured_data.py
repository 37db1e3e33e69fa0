"""The clinic in schema.org's terms, for search engines: only what the contact page shows."""

from datetime import time

from django.conf import settings

from clinic_site.holiday_names import name_here

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def clinic_data(clinic):
    """A MedicalClinic. Not `Chiropractic`, which in schema.org is a system of medicine, not a place."""
    data = {
        "@context": "https://schema.org",
        "@type": "MedicalClinic",
        "name": clinic.name,
        "url": settings.SITE_URL,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": clinic.street,
            "addressLocality": clinic.city,
            "addressRegion": clinic.state,
            "postalCode": clinic.postal_code,
            "addressCountry": "US",
        },
    }
    if clinic.phone:
        data["telephone"] = clinic.phone_dial
    if clinic.has_hours:
        data["openingHoursSpecification"] = [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": DAYS[day],
                "opens": opens.isoformat("minutes"),
                "closes": closes.isoformat("minutes"),
            }
            for day, periods in enumerate(clinic.opening_hours.week)
            for opens, closes in periods
        ]
    if coming := clinic.coming_special_days:
        data["specialOpeningHoursSpecification"] = [
            entry for special in coming for entry in special_hours_data(special)
        ]
    return data


def special_hours_data(special):
    """An entry for every period. Closed days open and close at midnight: so search engines ask for them."""
    midnight = time()
    named = {"name": name_here(special)[0]} if special.name else {}
    return [
        {
            "@type": "OpeningHoursSpecification",
            **named,
            "validFrom": special.first.isoformat(),
            "validThrough": special.last.isoformat(),
            "opens": opens.isoformat("minutes"),
            "closes": closes.isoformat("minutes"),
        }
        for opens, closes in special.hours or [(midnight, midnight)]
    ]
