"""The forms of an article's texts: what an editor has to enter before a text is published."""

import re
from hashlib import sha256

from django import forms
from django.conf import settings
from django.utils.functional import cached_property

from articles.models import CARE_LEVELS, ORIGINAL_LANGUAGE, OWN_PAGES, ArticleText, Kind
from articles.publishing.diff import SAME, Change, Part, compare_paragraphs, list_paragraphs
from articles.publishing.edit_conflicts import CONFLICT, ConflictForm, to_text
from articles.publishing.overview import IN_ORDER, language_name
from articles.publishing.warnings import collect_advice

PUBLISHED = ArticleText.State.PUBLISHED
NOT_MEDICAL = "Not medical advice."
REARRANGED = re.compile(r"(?<=<li>)<p>|</p>(?=</li>)|\s+(?=<)|(?<=>)\s+")  # by the rich text editor


class ArticleTextForm(ConflictForm):
    """A text in one language. `formset` has the article and its references as they were sent."""

    minor_correction = forms.BooleanField(required=False, label="Minor correction: translations and review stay valid")
    matches_original = forms.BooleanField(required=False, label="This translation matches the current English text")
    reason_despite_warnings = forms.CharField(
        required=False,
        max_length=250,
        label="Reason for publishing despite warnings",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="It is recorded in the article's history with your name.",
    )

    class Meta:
        widgets = {
            "language": forms.HiddenInput,
            "summary": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        } | {f"{level}_signs": forms.Textarea(attrs={"class": "vLargeTextField"}) for level in CARE_LEVELS}

    def __init__(self, *args, formset=None, **kwargs):
        self.formset = formset
        super().__init__(*args, **kwargs)
        for name in ArticleText.WORDING:
            if name in self.fields:
                self.fields[name].widget.attrs["dir"] = "auto"
        if "body" in self.fields:
            self.fields["body"].required = self.kind != Kind.PRICE
        if "unreviewed_because" in self.fields and not self.instance.pk and self.kind not in OWN_PAGES:
            self.initial.setdefault("unreviewed_because", NOT_MEDICAL)
        if "is_machine_translation" in self.fields and self.language_code == ORIGINAL_LANGUAGE:
            self.fields["is_machine_translation"].widget = forms.HiddenInput()
        for name in {f"{level}_signs" for level in CARE_LEVELS} & self.fields.keys():
            lines = str(self[name].value() or "").count("\n") + 1
            self.fields[name].widget.attrs["rows"] = max(lines, 6)
        if not self.instance.pk:
            self.fields["minor_correction"].widget = forms.HiddenInput()
        if not self.instance.pk or not self.instance.is_translation:
            self.fields["matches_original"].widget = forms.HiddenInput()
        if not self.is_bound and not self.advice:
            self.fields["reason_despite_warnings"].widget = forms.HiddenInput()

    @property
    def row_name(self):
        return f"the {self.language_name} text"

    @property
    def kind(self):
        return self.formset.kind if self.formset else self.instance.article.kind

    @property
    def language_code(self):
        return self.instance.language if self.instance.pk else self["language"].value() or ORIGINAL_LANGUAGE

    @property
    def language_name(self):
        return language_name(self.language_code)

    @property
    def is_open(self):
        """Whether the form is expanded. A missing language's form is expanded once someone has begun to write in it."""
        return bool(
            self.instance.pk or (self.is_bound and self.has_changed()) or self.language_code == ORIGINAL_LANGUAGE
        )

    @cached_property
    def changed_data(self):
        """Empty for a missing language that was left empty, whatever browsers send for its fields."""
        changed = super().changed_data
        if self.instance.pk or not self.empty_permitted:
            return changed
        typed = [self[name].data or "" for name in (*ArticleText.WORDING, "slug") if name in self.fields]
        return changed if any(re.sub(r"<[^>]*>|&nbsp;|\s", "", text) for text in typed) else []

    def mark(self, name, value):
        """A digest of the words, the same for every way in which the rich text editor arranges their tags."""
        if name not in ArticleText.WORDING:
            return value
        if name == "body":
            value = REARRANGED.sub("", value.replace("&nbsp;", "\xa0"))
        return sha256(value.encode()).hexdigest()

    def change_by_others(self, name):
        if name not in ArticleText.WORDING:
            return super().change_by_others(name)
        new = list_paragraphs(ArticleText(**{name: self.stored[name]}), name)
        if (seen := self.words_seen(name)) is None:
            paragraphs = [[Part(SAME, paragraph)] for paragraph in new]
            return Change(f"{self.label(name)}, current text (the earlier one was not kept)", paragraphs)
        return Change(self.label(name), compare_paragraphs(list_paragraphs(ArticleText(**{name: seen}), name), new))

    def words_seen(self, name):
        """The words that the editor saw, from the kept versions. None after a minor correction, which keeps none."""
        kept = self.instance.wordings.order_by("-version").values_list(name, flat=True)
        return next((words for words in kept.iterator() if self.mark(name, to_text(words)) == self.seen[name]), None)

    def problems(self):
        """(id on the page, label, message) of every error, for the summary at the top of the page."""
        for name, errors in self.errors.items():
            if name in self.fields:
                yield from ((self[name].id_for_label, self.label(name), error) for error in errors)
            else:
                own = (error for error in errors.as_data() if error.code != CONFLICT)  # shown in a panel of its own
                yield from ((self.prefix, "", message) for error in own for message in error.messages)

    @cached_property
    def typed_text(self):
        """A text with the words as they were sent, or as they are stored."""
        sent = getattr(self, "cleaned_data", {})
        words = {name: sent.get(name, getattr(self.instance, name)) for name in ArticleText.WORDING}
        return ArticleText(language=self.language_code, **words)

    @cached_property
    def stored_text(self):
        """A text with the words as they are stored."""
        return ArticleText(
            language=self.language_code, **{name: self.initial.get(name, "") for name in ArticleText.WORDING}
        )

    @property
    def advice(self):
        """Advice about the words in the form."""
        if not self.typed_text.title and not self.typed_text.body:
            return []
        return collect_advice(self.typed_text, reference_count=self.formset.reference_count if self.formset else 0)

    @cached_property
    def new_advice(self):
        """The advice that the stored text does not already give; all of it if that text is not public."""
        if self.was_unpublished:
            return self.advice
        stored = collect_advice(self.stored_text, reference_count=self.formset.stored_reference_count)
        known = {piece.about for piece in stored}
        return [piece for piece in self.advice if piece.about not in known]

    @property
    def was_unpublished(self):
        return self.initial.get("state") != PUBLISHED or not self.instance.pk

    @property
    def removes_next_review(self):
        """Whether a save removes the date of the article's next review. Only the original's form asks about it."""
        article = self.formset.instance
        return not self.instance.is_translation and article.next_review_on is None and self.formset.had_next_review

    @cached_property
    def needs_review_or_reason(self):
        """Whether this save needs a review and a next review date, or a reason.

        Cached in clean(), before the stored values change.
        """
        return (self.was_unpublished or self.removes_next_review) and bool(self.missing)

    @property
    def changes_public_text(self):
        """Whether this save publishes words, or takes references or the next review from public ones."""
        removes_references = not self.instance.is_translation and self.formset.removes_references
        is_change = self.has_changed() or removes_references or self.removes_next_review
        return is_change and self.cleaned_data.get("state") == PUBLISHED

    @property
    def is_reviewed(self):
        """Whether the entered review covers the entered words."""
        review = (self.cleaned_data.get("reviewed_by", ""), self.cleaned_data.get("reviewed_on"))
        if not all(review):
            return False
        if not self.instance.pk or review != (self.initial["reviewed_by"], self.initial["reviewed_on"]):
            return True
        is_same = self.typed_text.wording == self.stored_text.wording or self.cleaned_data.get("minor_correction")
        return self.instance.reviewed_version == self.instance.version and is_same

    @cached_property
    def missing(self):
        """What the text still needs to be published without a reason: phrases for the messages."""
        missing = []
        if not self.is_reviewed:
            missing.append("a review of this text (reviewer and date)")
        if self.formset.instance.next_review_on is None:
            missing.append("a date in “Next review due”")
        return missing

    def clean(self):
        super().clean()
        self.fill_in_reviewer()
        if self.cleaned_data.get("language") == ORIGINAL_LANGUAGE:
            self.cleaned_data["is_machine_translation"] = False
        if not self.changes_public_text:
            return self.cleaned_data
        has_reason = self.cleaned_data.get("unreviewed_because")
        if (self.needs_review_or_reason or not self.cleaned_data.get("reviewed_by")) and not has_reason:
            missing = " and ".join(self.missing) or "a review"
            self.add_error("unreviewed_because", f"To publish, enter {missing}, or give a reason here.")
        if self.new_advice and not self.cleaned_data.get("reason_despite_warnings"):
            self.add_error(
                "reason_despite_warnings",
                "Fix the issues above, or say why you are publishing anyway.",
            )
        return self.cleaned_data

    def fill_in_reviewer(self):
        """A chosen person's name becomes the reviewer's; another name that is typed later is another person."""
        if "reviewer" in self.changed_data and (reviewer := self.cleaned_data.get("reviewer")):
            self.cleaned_data["reviewed_by"] = str(reviewer.person)
        elif "reviewed_by" in self.changed_data:
            self.cleaned_data["reviewer"] = None

    def save(self, commit=True):
        if self.cleaned_data["matches_original"]:
            self.instance.source_version = None  # save_text() fills in the current one
        return super().save(commit)

    def history_notes(self):
        """Sentences for the article's history: the warnings and gaps that were published, and the reasons."""
        if not self.has_changed() or self.cleaned_data.get("state") != PUBLISHED:
            return []
        notes = []
        done = "Published the" if self.was_unpublished else "Changed the public"
        if self.new_advice:
            warnings = " ".join(f"{piece.sentence} “{piece.quote}”".removesuffix(" “”") for piece in self.new_advice)
            reason = self.cleaned_data["reason_despite_warnings"]
            notes.append(f"{done} {self.language_name} text despite warnings: {warnings} Reason: {reason}")
        if self.needs_review_or_reason:
            notes.append(
                f"{done} {self.language_name} text without {' or '.join(self.missing)}. "
                f"Reason: {self.cleaned_data['unreviewed_because']}"
            )
        return notes


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
        if not self.is_bound or self.kind not in OWN_PAGES:
            return self.stored_reference_count
        rows = {name.rpartition("-")[0] for name in self.data if re.fullmatch(r"references-\d+-title", name)}
        return sum(bool(self.data[f"{row}-title"].strip()) and f"{row}-DELETE" not in self.data for row in rows)
