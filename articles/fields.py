"""Text as editors write it and as the database keeps it."""

import re
from importlib import import_module

from django import forms
from django.conf import settings
from django.db import models
from django_prose_editor.fields import ProseEditorField

from articles.body_pictures import put_back_pictures, take_out_pictures
from articles.pasted import tidy_pasted
from articles.wrapped_links import unwrap_address, unwrap_in_html, unwrap_in_text

text_rules = import_module(settings.TEXT_RULES)

EXTENSIONS = {  # the elements that the editor offers and the field keeps
    "Bold": True,
    "Italic": True,
    "Term": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Heading": {"levels": [2, 3]},
    "HardBreak": True,
    "Table": {"resizable": False},
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    # Of settings.DJANGO_PROSE_EDITOR_EXTENSIONS; take_out_pictures() keeps its elements. Last, so that it knows the
    # buttons of the others and its keys come first.
    "Picture": True,
}
EMPTY_BLOCK = re.compile(r"<(h2|h3|blockquote)>(?:\s|&nbsp;|<br>|</?(?:strong|em|dfn|p)>)*</\1>")
CELL = re.compile(r"<t[dh] [^<>]*>")
NEEDLESS_SPAN = re.compile(r' (?:colspan|rowspan)="(?!(?:[2-9]|[1-9][0-9])")[^"]*"')  # not 2 to 99


def drop_needless_spans(html):
    """The editor writes that a cell is one column wide; a pasted one may be as wide as it likes."""
    return CELL.sub(lambda cell: NEEDLESS_SPAN.sub("", cell[0]), html)


def drop_empty_blocks(html):
    """Also those that are empty without the empty ones in them, as deep as anybody writes."""
    for _ in range(5):
        html = EMPTY_BLOCK.sub("", html)
    return html


def tidy_text(text):
    return unwrap_in_text(text_rules.clean_text(text))


class TidyText:
    """Tidies text that comes from a form, and before it is saved: what is in memory is what the database will keep."""

    def tidy(self, text):
        return tidy_text(text)

    def to_python(self, value):
        """Also reached by queryset.update() and bulk_update(), which never call pre_save()."""
        value = super().to_python(value)
        return self.tidy(value) if isinstance(value, str) else value

    def pre_save(self, instance, add):
        value = super().pre_save(instance, add)
        if isinstance(value, str):  # neither None nor an expression
            value = self.tidy(value)
            setattr(instance, self.attname, value)
        return value

    def deconstruct(self):
        """Without a class of its own: the tables are those of Django's."""
        name, _, args, kwargs = super().deconstruct()
        base = next(cls for cls in type(self).mro() if cls.__module__.startswith("django.db.models"))
        return name, f"django.db.models.{base.__name__}", args, kwargs


def tidy_fields(instance, names):
    """As a save would, for what is made of the texts before it."""
    for name in names:
        setattr(instance, name, instance._meta.get_field(name).tidy(getattr(instance, name)))


class UncutMixin:
    """A form field whose `maxlength` does not make the browser cut a safe link that is stored short."""

    def widget_attrs(self, widget):
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class TidyLineField(UncutMixin, forms.CharField):
    def to_python(self, value):
        """Tidies it first: a safe link is longer than the field."""
        value = super().to_python(value)
        return tidy_text(value) if isinstance(value, str) else value


class LineField(TidyText, models.CharField):
    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": TidyLineField, **kwargs})


class ParagraphsField(TidyText, models.TextField):
    pass


class SeenOnlyMixin:
    """A form field that drops what nobody sees before it validates."""

    def to_python(self, value):
        return super().to_python(text_rules.clean_code(value) if isinstance(value, str) else value)


class SeenSlugField(SeenOnlyMixin, forms.SlugField):
    pass


class SeenURLField(UncutMixin, SeenOnlyMixin, forms.URLField):
    def to_python(self, value):
        """Unwraps it first: a safe link is longer than the field."""
        return unwrap_address(super().to_python(value))


class SlugField(TidyText, models.SlugField):
    def tidy(self, text):
        return text_rules.clean_code(text)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": SeenSlugField, **kwargs})


class URLField(TidyText, models.URLField):
    def tidy(self, text):
        return unwrap_address(text_rules.clean_code(text))

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": SeenURLField, **kwargs})


class SanitisedProseField(ProseEditorField):
    """Rich text that is cleaned on every way into the database; ProseEditorField cleans in forms only."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"extensions": EXTENSIONS, "sanitize": True, **kwargs})
        keep_allowed_elements = self.sanitize

        def sanitize(html):
            html, figures = take_out_pictures(text_rules.clean_text(html))
            html = keep_allowed_elements(tidy_pasted(html))
            html = unwrap_in_html(text_rules.clean_text(html))  # again: &#11; has become a character
            html = drop_needless_spans(keep_allowed_elements(drop_empty_blocks(html)))
            return put_back_pictures(html, figures)

        self.sanitize = sanitize

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {key: kwargs[key] for key in kwargs if key not in ("extensions", "sanitize")}

    def tidy(self, text):
        return self.sanitize(text)

    def pre_save(self, instance, add):
        setattr(instance, self.attname, self.sanitize(super().pre_save(instance, add)))
        return getattr(instance, self.attname)

    def get_db_prep_save(self, value, connection):
        """Also reached by queryset.update() and bulk_update(), which never call pre_save()."""
        if isinstance(value, str):
            value = self.sanitize(value)
        return super().get_db_prep_save(value, connection)
