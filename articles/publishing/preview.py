"""An article as the public will see it with what stands in the editor's form, saved or not."""

from articles import actions
from articles.models import ORIGINAL_LANGUAGE, ArticleText, Person, Price, Reference


class UnsavedArticle:
    """What a sent form says, cleaned as before a save. A value that is not valid stays as it was last saved.

    Nothing is written: `texts` (by language) are in memory only.
    """

    def __init__(self, form, formsets):
        self.article = form.instance
        self.problems = list(list_problems(form))
        filled_in = {ArticleText: [], Reference: []}
        for formset in formsets:
            self.problems += formset.non_form_errors()
            for row in formset.forms:
                self.problems += list_problems(row)
                is_filled_in = row.instance.pk or row.has_changed() or formset.model is ArticleText
                if is_filled_in and not row.cleaned_data.get("DELETE"):
                    filled_in.setdefault(formset.model, []).append(row)
        self.article.shown_references = [row.instance for row in filled_in[Reference]]
        for model in (Person, Price):
            for row in filled_in.get(model, []):
                setattr(self.article, model._meta.model_name, row.instance)
        self.texts = {}
        for row in sorted(filled_in[ArticleText], key=lambda row: row.language_code != ORIGINAL_LANGUAGE):
            self.add_text(row)

    def add_text(self, form):
        """With the version and the review that a save would give it, on which the page's notices depend."""
        text, original = form.instance, self.texts.get(ORIGINAL_LANGUAGE)
        text.article, text.language = self.article, form.language_code
        text.slug = text.slug or "preview"  # a page without an address could not be linked
        if original and (text.source_version is None or form.cleaned_data.get("matches_original")):
            text.source_version = original.version
        stored = ArticleText.objects.filter(pk=text.pk).first()
        actions.count_version(text, stored, is_minor_correction=form.cleaned_data.get("minor_correction"))
        actions.tie_review(text, stored, is_reviewed=form.is_reviewed_now)
        self.texts[text.language] = text


def list_problems(form):
    """What is not valid in a form, each as a sentence that begins with its field."""
    language = f"{form.language_name}: " if form.instance._meta.model is ArticleText else ""
    for name, errors in form.errors.items():
        label = f"{form.label(name)}: " if name in form.fields else ""
        yield from (f"{language}{label}{error}" for error in errors)
