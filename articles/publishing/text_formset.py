"""The forms of an article's texts together: one for each language."""

import re

from django import forms
from django.conf import settings
from django.utils.functional import cached_property

from articles.models import ORIGINAL_LANGUAGE, OWN_PAGES
from articles.publishing.overview import IN_ORDER
from articles.publishing.text_forms import PUBLISHED


class ArticleTextFormSet(forms.BaseInlineFormSet):
    """One form for each language: filled for existing texts, empty for missing ones. A new article has the original's
    alone, since there is nothing to translate yet."""

    def __init__(self, *args, instance=None, **kwargs):
        missing = [ORIGINAL_LANGUAGE]
        if instance is not None and instance.pk:
            present = {text.language for text in instance.texts.all()}
            missing = [code for code in IN_ORDER if code not in present]
        super().__init__(*args, instance=instance, initial=[{"language": code} for code in missing], **kwargs)
        if instance is not None and instance.pk:
            self.extra = len(settings.LANGUAGES) - max(len(settings.LANGUAGES) - len(missing), self.min_num)

    @property
    def kind(self):
        """The kind of what is written: as it is stored, or as the form of a new one says."""
        return self.instance.kind if self.instance.pk else self.data.get("kind", self.new_kind)

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "formset": self}

    def clean(self):
        """Refuses to delete public texts, and an original that has translations."""
        super().clean()
        problems = [problem for form in self.deleted_forms for problem in self.reasons_against_deleting(form)]
        if problems:
            raise forms.ValidationError(problems)

    def reasons_against_deleting(self, form):
        name, is_translation = form.language_name, form.language_code != ORIGINAL_LANGUAGE
        whole = "" if is_translation else " To delete the whole article, use the Delete button on this page."
        if form.initial.get("state") == PUBLISHED:
            yield (
                f"The {name} text wasn't deleted, because it is public. Untick its box, set it to draft and save. Then "
                f"you can delete it.{whole}"
            )
        elif not is_translation and self.keeps_translations:
            yield (
                "The English text wasn't deleted, because the article has translations. Untick its box, and first set "
                f"the translations to draft and delete them.{whole}"
            )

    @property
    def keeps_translations(self):
        """Whether the article has a translation after this save."""
        left = [
            form for form in self.forms if form not in self.deleted_forms and (form.instance.pk or form.has_changed())
        ]
        return any(form.cleaned_data.get("language") != ORIGINAL_LANGUAGE for form in left)

    @property
    def original_form(self):
        return next(form for form in self.forms if form.language_code == ORIGINAL_LANGUAGE)

    @cached_property
    def had_next_review(self):
        """Whether a day of the next review is stored."""
        return type(self.instance).objects.filter(pk=self.instance.pk, next_review_on__isnull=False).exists()

    @cached_property
    def stored_reference_count(self):
        if self.kind not in OWN_PAGES:
            return None
        return self.instance.references.count() if self.instance.pk else 0

    @property
    def removes_references(self):
        """Whether the article loses its last reference."""
        return bool(self.stored_reference_count) and not self.reference_count

    @cached_property
    def reference_count(self):
        """How many references the article has, or will have: they are another formset of the same page."""
        if self.kind not in OWN_PAGES:
            return None
        if not self.is_bound:
            waiting = self.instance.waiting_facts.get("reference")
            return self.stored_reference_count if waiting is None else len(waiting)
        rows = {name.rpartition("-")[0] for name in self.data if re.fullmatch(r"references-\d+-title", name)}
        return sum(bool(self.data[f"{row}-title"].strip()) and f"{row}-DELETE" not in self.data for row in rows)
