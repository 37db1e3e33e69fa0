"""Which characters a text may hold.

articles and consultations, which do not import this package, get this module from settings.TEXT_RULES.
"""

import re

from django.db.backends.signals import connection_created
from django.db.models import CharField, TextField

# What neither XML 1.0 (feeds, sitemaps) nor HTML can carry: control characters, halves of surrogate pairs and
# noncharacters. Office programs break lines and pages with the first few, which therefore become blanks.
BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)


def clean_text(text):
    """The text as it may be stored."""
    return FORBIDDEN.sub("", BREAKS.sub(" ", text)) if FORBIDDEN.search(text) else text


def clean_stored_rows(model):
    """For migrations: cleans what was stored before this rule."""
    names = [field.name for field in model._meta.concrete_fields if isinstance(field, CharField | TextField)]
    for row in model._base_manager.only("pk", *names).iterator():
        texts = {name: getattr(row, name) or "" for name in names}
        changed = {name: clean_text(text) for name, text in texts.items() if FORBIDDEN.search(text)}
        if changed:
            model._base_manager.filter(pk=row.pk).update(**changed)


# Every text that is stored is a parameter of a query, whether a form, a command or SQL written by hand sends it. Only
# encrypted texts have to be cleaned before: consultations.fields does so.


def clean_all_queries():
    connection_created.connect(clean_queries)


def clean_queries(connection, **kwargs):
    """Adds the wrapper once: Django opens the same connection object again and again, and its wrappers stay."""
    if clean_query not in connection.execute_wrappers:
        connection.execute_wrappers.append(clean_query)


def clean_query(run_query, sql, params, many, context):
    if many:
        params = [clean_parameters(row) for row in params]
    elif params:
        params = clean_parameters(params)
    return run_query(sql, params, many, context)


def clean_parameters(params):
    if isinstance(params, dict):
        return {name: clean_parameter(value) for name, value in params.items()}
    return [clean_parameter(value) for value in params]


def clean_parameter(value):
    """On PostgreSQL, bulk_create() sends lists of values."""
    if isinstance(value, str):
        return clean_text(value)
    return clean_parameters(value) if isinstance(value, list) else value
