"""Rich text as editors write it and as the database keeps it."""

import re

from django_prose_editor.fields import ProseEditorField

EXTENSIONS = {  # the elements that the editor offers and the field keeps
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Heading": {"levels": [2, 3]},
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
}
EMPTY_HEADING = re.compile(r"<h([23])>(?:\s|&nbsp;|<br>|</?(?:strong|em)>)*</h\1>")


class SanitisedProseField(ProseEditorField):
    """Rich text that is cleaned on every way into the database; ProseEditorField cleans in forms only."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"extensions": EXTENSIONS, "sanitize": True, **kwargs})
        sanitize = self.sanitize
        self.sanitize = lambda html: EMPTY_HEADING.sub("", sanitize(html))

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {key: kwargs[key] for key in kwargs if key not in ("extensions", "sanitize")}

    def pre_save(self, instance, add):
        setattr(instance, self.attname, self.sanitize(super().pre_save(instance, add)))
        return getattr(instance, self.attname)

    def get_db_prep_save(self, value, connection):
        """Also reached by queryset.update() and bulk_update(), which never call pre_save()."""
        if isinstance(value, str):
            value = self.sanitize(value)
        return super().get_db_prep_save(value, connection)
