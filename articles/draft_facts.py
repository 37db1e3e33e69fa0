"""What the draft of an article's original keeps beside its words: topic, pictures, dates, references, a person's
details, a price. All languages share these facts.

It is JSON, such as {"article": {"topic": 3}, "reference": [{"id": 5, "title": …}, {"id": None, "title": …}]}: the new
values of the article by field, and of each model that hangs on it all rows, if one of them changes. The id is that of
the stored row; a new one has none yet.
"""

import json
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.serializers.json import DjangoJSONEncoder

from articles.models import Article, Picture, Reference


def read_values(row, names):
    """{field: value}, as JSON has them."""
    values = {name: getattr(row, row._meta.get_field(name).attname) for name in names}
    for name, value in values.items():
        if isinstance(value, datetime):  # one spelling, to be compared
            values[name] = value.astimezone(UTC).replace(microsecond=0)
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


def digest_of_facts(facts):
    """Of facts, or of a part of them."""
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def set_values(row, values):
    for name, value in values.items():
        field = row._meta.get_field(name)
        setattr(row, field.attname, field.to_python(value))


@cache
def names_of(model):
    """The key and the fields of a row that hangs on an article."""
    return [
        "id",
        *(field.name for field in model._meta.fields if field.editable and field.name not in ("id", "article")),
    ]


def read_rows(article, model):
    """The stored rows of a model that hang on the article, in their order."""
    return [read_values(row, names_of(model)) for row in model.objects.filter(article=article).order_by("pk")]


def make_rows(model, rows):
    """Rows in memory."""
    made = [model() for _ in rows]
    for row, values in zip(made, rows, strict=True):
        set_values(row, values)
    return made


def list_rows(facts):
    """(model, rows) of what hangs on the article."""
    return [(apps.get_model("articles", name), rows) for name, rows in facts.items() if name != "article"]


def list_deleted(row, names):
    """The fields among these that name what has been deleted meanwhile, such as a picture."""
    deleted = []
    for name in names:
        try:
            getattr(row, name)
        except ObjectDoesNotExist:
            deleted.append(row._meta.get_field(name))
    return deleted


def forget_deleted(row, names):
    for field in list_deleted(row, names):
        if field.null:
            setattr(row, field.attname, None)


def apply_facts(article, facts):
    """Gives the article in memory what the public is going to see of it."""
    values = facts.get("article", {})
    set_values(article, values)
    forget_deleted(article, values)
    for model, rows in list_rows(facts):
        made = make_rows(model, rows)
        for row in made:
            forget_deleted(row, names_of(model))
        if model is Reference:
            article.shown_references = made
        else:  # there is one
            setattr(article, model._meta.model_name, made[0])


def write_facts(article, facts):
    """Saves what a form has checked, or refuse_impossible()."""
    if values := facts.get("article"):
        set_values(article, values)
        article.save()
    for model, rows in list_rows(facts):
        write_rows(article, model, rows)


def refuse_impossible(article, facts):
    """Raises ValidationError if the article cannot have them any more, such as a topic that has been deleted."""
    values = facts.get("article", {})
    set_values(article, values)
    deleted = list_deleted(article, values)
    for model, rows in list_rows(facts):
        for row in make_rows(model, rows):
            deleted += list_deleted(row, names_of(model))
    if deleted:
        raise ValidationError(f"The {deleted[0].verbose_name} of the draft has been deleted. Choose another one.")
    article.validate_constraints()


def write_rows(article, model, rows):
    """Saves the rows that change, adds new ones, and deletes those that are not among them."""
    stored = {row.pk: row for row in model.objects.filter(article=article)}
    for values in rows:
        row = stored.pop(values["id"], None)
        if row is None:
            row, values = model(article=article), values | {"id": None}
        elif read_values(row, values) == values:
            continue
        set_values(row, values)
        row.save()
    model.objects.filter(pk__in=stored).delete()


def find_pictures(facts):
    """The keys of the pictures among them."""
    rows = [(Article, facts.get("article", {})), *((model, row) for model, rows in list_rows(facts) for row in rows)]
    return {
        values[field.name]
        for model, values in rows
        for field in model._meta.fields
        if field.related_model is Picture and values.get(field.name)
    }
