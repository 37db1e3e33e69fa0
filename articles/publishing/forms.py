"""The forms of an article and of its texts: what is asked before a text goes public."""

import re
from hashlib import sha256

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils import timezone
from django.utils.functional import cached_property

from articles.models import CARE_LEVELS, ORIGINAL_LANGUAGE, ArticleText
from articles.publishing.diff import SAME, Change, Part, changed_paragraphs, paragraphs_of
from articles.publishing.edit_conflicts import SAVED_MEANWHILE, SeenForm, as_text
from articles.publishing.overview import IN_ORDER, language_name
from articles.publishing.warnings import advice

PUBLISHED = ArticleText.State.PUBLISHED
REARRANGED = re.compile(r"(?<=<li>)<p>|</p>(?=</li>)|\s+(?=<)|(?<=>)\s+")  # what an editor makes of tags it is given


class PublishingTimeWidget(AdminSplitDateTime):
    """Date and time with a name for each: Django writes both before the fields, but not as labels."""

    def __init__(self, attrs=None):
        super().__init__(attrs)
        for widget, name in zip(self.widgets, ["Date", "Time"], strict=True):
            widget.attrs["aria-label"] = name


class ArticleForm(SeenForm):
    thing = "the article's topic, dates or byline"

    off_until_then = forms.BooleanField(
        required=False, label="Take it off the site until then", widget=forms.HiddenInput
    )

    class Meta:
        widgets = {"published_at": PublishingTimeWidget}
        help_texts = {
            "published_at": "The clinic's time. Published texts are public from this moment on: a time that is still "
            "to come schedules them."
        }

    @property
    def leaves_the_site(self):
        """Whether the public sees the article now, and would no longer."""
        now, then = timezone.now(), self.cleaned_data.get("published_at")
        was_out = self.instance.pk and self.initial["published_at"] <= now
        return bool(was_out and then and then > now and self.instance.texts.filter(state=PUBLISHED).exists())

    def clean(self):
        super().clean()
        if self.leaves_the_site:
            self.fields["off_until_then"].widget = forms.CheckboxInput()
            if not self.cleaned_data.get("off_until_then"):
                self.add_error(
                    "off_until_then",
                    "The article is public now, and this date is still to come: it would be off the site until then, "
                    "in all languages. Tick this if you mean it, or put an earlier date.",
                )
        return self.cleaned_data


class ReferenceForm(SeenForm):
    @property
    def thing(self):
        return f"the reference “{self.instance}”"


class ArticleTextForm(SeenForm):
    """A text in one language. `formset` knows the article and its references as they are sent."""

    only_a_slip = forms.BooleanField(required=False, label="Only a slip was corrected: translations and review hold")
    matches_original = forms.BooleanField(required=False, label="This translation matches the English as it is now")
    despite_warnings_because = forms.CharField(
        required=False,
        max_length=250,
        label="Public in spite of the warnings because",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="The reason goes into the article's history with your name.",
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
        for name in {f"{level}_signs" for level in CARE_LEVELS} & self.fields.keys():
            lines = str(self[name].value() or "").count("\n") + 1
            self.fields[name].widget.attrs["rows"] = max(lines, 6)
        if not self.instance.pk:
            self.fields["only_a_slip"].widget = forms.HiddenInput()
        if not self.instance.pk or not self.instance.is_translation:
            self.fields["matches_original"].widget = forms.HiddenInput()
        if not self.is_bound and not self.advice:
            self.fields["despite_warnings_because"].widget = forms.HiddenInput()

    # What it is about

    @property
    def thing(self):
        return f"the {self.language_name} text"

    @property
    def code(self):
        """The code of its language."""
        return self.instance.language if self.instance.pk else self["language"].value() or ORIGINAL_LANGUAGE

    @property
    def language_name(self):
        return language_name(self.code)

    @property
    def is_open(self):
        """Whether it shows its fields at once: not where a language is missing and nobody began to write it."""
        return bool(self.instance.pk or (self.is_bound and self.has_changed()) or self.code == ORIGINAL_LANGUAGE)

    @cached_property
    def changed_data(self):
        """Nothing where a missing language was left empty, whatever the browser makes of empty fields."""
        changed = super().changed_data
        if self.instance.pk or not self.empty_permitted:
            return changed
        typed = [self[name].data or "" for name in (*ArticleText.WORDING, "slug")]
        return changed if any(re.sub(r"<[^>]*>|&nbsp;|\s", "", text) for text in typed) else []

    def mark(self, name, value):
        """A digest of words, whatever an editor makes of the tags around them."""
        if name not in ArticleText.WORDING:
            return value
        if name == "body":
            value = REARRANGED.sub("", value.replace("&nbsp;", "\xa0"))
        return sha256(value.encode()).hexdigest()

    def change_by_others(self, name):
        if name not in ArticleText.WORDING:
            return super().change_by_others(name)
        new = paragraphs_of(ArticleText(**{name: self.stored[name]}), name)
        if (seen := self.as_seen(name)) is None:
            paragraphs = [[Part(SAME, paragraph)] for paragraph in new]
            return Change(f"{self.label(name)}, as it is now: the earlier words were not kept", paragraphs)
        return Change(self.label(name), changed_paragraphs(paragraphs_of(ArticleText(**{name: seen}), name), new))

    def as_seen(self, name):
        """The words that the editor saw, from the versions that were kept; None if they were only a corrected slip."""
        kept = self.instance.wordings.order_by("-version").values_list(name, flat=True)
        return next((words for words in kept.iterator() if self.mark(name, as_text(words)) == self.seen[name]), None)

    def problems(self):
        """(where, what of, what to do) for every error, for the summary on top of the page."""
        for name, errors in self.errors.items():
            if name in self.fields:
                yield from ((self[name].id_for_label, self.label(name), error) for error in errors)
            else:
                own = (error for error in errors.as_data() if error.code != SAVED_MEANWHILE)  # that has its panel
                yield from ((self.prefix, "", message) for error in own for message in error.messages)

    # Its words

    @cached_property
    def typed(self):
        """The words as they were sent, or as they are stored."""
        sent = getattr(self, "cleaned_data", {})
        words = {name: sent.get(name, getattr(self.instance, name)) for name in ArticleText.WORDING}
        return ArticleText(language=self.code, **words)

    @cached_property
    def before(self):
        """The words as they are stored."""
        return ArticleText(language=self.code, **{name: self.initial.get(name, "") for name in ArticleText.WORDING})

    @property
    def advice(self):
        """The warnings about the words as they stand in the form."""
        if not self.typed.title and not self.typed.body:
            return []
        return advice(self.typed, reference_count=self.formset.reference_count if self.formset else 0)

    @cached_property
    def new_advice(self):
        """The warnings that nobody has published over before."""
        if self.is_step_to_published:
            return self.advice
        known = {piece.about for piece in advice(self.before, reference_count=self.formset.stored_reference_count)}
        return [piece for piece in self.advice if piece.about not in known]

    # What is asked

    @property
    def is_step_to_published(self):
        return self.initial.get("state") != PUBLISHED or not self.instance.pk

    @property
    def is_step_to_no_next_review(self):
        """Whether a public article loses the day of its next review. The original answers for the article."""
        article = self.formset.instance
        return not self.instance.is_translation and article.next_review_on is None and self.formset.had_next_review

    @property
    def needs_review_or_reason(self):
        is_step = self.is_step_to_published or self.is_step_to_no_next_review
        return is_step and bool(self.lacks)

    @property
    def is_asked(self):
        """Whether this save puts something before the public: words, or the same words with less to rest on."""
        loses_references = not self.instance.is_translation and self.formset.loses_references
        is_less = loses_references or self.is_step_to_no_next_review
        return (self.has_changed() or is_less) and self.cleaned_data.get("state") == PUBLISHED

    @property
    def is_reviewed(self):
        """Whether the review that is entered is of the words as they are entered."""
        review = (self.cleaned_data.get("reviewed_by", ""), self.cleaned_data.get("reviewed_on"))
        if not all(review):
            return False
        if not self.instance.pk or review != (self.initial["reviewed_by"], self.initial["reviewed_on"]):
            return True
        is_same = self.typed.wording == self.before.wording or self.cleaned_data.get("only_a_slip")
        return self.instance.reviewed_version == self.instance.version and is_same

    @cached_property
    def lacks(self):
        """What a text needs to go public without a reason why not."""
        missing = []
        if not self.is_reviewed:
            missing.append("a review of these words: who and on what day")
        if self.formset.instance.next_review_on is None:
            missing.append("the day of the article's next review, at the top of the page")
        return missing

    def clean(self):
        super().clean()
        if not self.is_asked:
            return self.cleaned_data
        is_unaccounted = not (self.cleaned_data.get("reviewed_by") or self.cleaned_data.get("unreviewed_because"))
        if is_unaccounted or self.needs_review_or_reason:
            self.ask_for_review()
        if self.new_advice and not self.cleaned_data.get("despite_warnings_because"):
            self.add_error(
                "despite_warnings_because",
                "Mend what the warnings above speak of, or write here why it goes public as it is.",
            )
        return self.cleaned_data

    def ask_for_review(self):
        if not self.cleaned_data.get("unreviewed_because"):
            lacks = " and ".join(self.lacks) or "a review"
            self.add_error("unreviewed_because", f"To publish, fill in {lacks}. Or write here why not.")

    def save(self, commit=True):
        if self.cleaned_data["matches_original"]:
            self.instance.source_version = None  # filled in with today's when it is saved
        return super().save(commit)

    def notes(self):
        """What the article's history keeps of this save, besides what changed: a sentence each."""
        if not self.has_changed() or self.cleaned_data.get("state") != PUBLISHED:
            return []
        notes = []
        done = "Published" if self.is_step_to_published else "Changed the public"
        if self.new_advice:
            warnings = " ".join(f"{piece.sentence} “{piece.quote}”".removesuffix(" “”") for piece in self.new_advice)
            reason = self.cleaned_data["despite_warnings_because"]
            notes.append(f"{done} {self.language_name} text over warnings: {warnings} Reason: {reason}")
        if self.needs_review_or_reason:
            notes.append(
                f"{done} {self.language_name} text without {' and '.join(self.lacks)}. "
                f"Reason: {self.cleaned_data['unreviewed_because']}"
            )
        return notes


class ArticleTextFormSet(forms.BaseInlineFormSet):
    """One form for each language: those that are there, and an empty one for each that is missing.

    A new article begins with its original: there is nothing to translate yet.
    """

    def __init__(self, *args, instance=None, **kwargs):
        missing = [ORIGINAL_LANGUAGE]
        if instance is not None and instance.pk:
            present = {text.language for text in instance.texts.all()}
            missing = [code for code in IN_ORDER if code not in present]
        super().__init__(*args, instance=instance, initial=[{"language": code} for code in missing], **kwargs)
        if instance is not None and instance.pk:
            self.extra = len(settings.LANGUAGES) - max(len(settings.LANGUAGES) - len(missing), self.min_num)

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "formset": self}

    def clean(self):
        """What is public, or what translations rest on, does not go with one tick."""
        super().clean()
        problems = [problem for form in self.deleted_forms for problem in self.against_deleting(form)]
        if problems:
            raise forms.ValidationError(problems)

    def against_deleting(self, form):
        name, is_translation = form.language_name, form.code != ORIGINAL_LANGUAGE
        whole = (
            "" if is_translation else " Or delete the whole article with the Delete button of this page, which asks."
        )
        if form.initial.get("state") == PUBLISHED:
            yield (
                f"The {name} text is public and was not deleted. Take its tick off, set it to draft and save; then it "
                f"can be deleted.{whole}"
            )
        elif not is_translation and self.keeps_translations:
            yield (
                "The English text was not deleted: the article's translations rest on it. Take its tick off and "
                f"delete the translations first, each after it was set to draft.{whole}"
            )

    @property
    def keeps_translations(self):
        """Whether a translation would be left, of those that are there or come with this save."""
        left = [
            form for form in self.forms if form not in self.deleted_forms and (form.instance.pk or form.has_changed())
        ]
        return any(form.cleaned_data.get("language") != ORIGINAL_LANGUAGE for form in left)

    @cached_property
    def had_next_review(self):
        """Whether a day of the next review is stored. One query."""
        return type(self.instance).objects.filter(pk=self.instance.pk, next_review_on__isnull=False).exists()

    @cached_property
    def stored_reference_count(self):
        return self.instance.references.count() if self.instance.pk else 0

    @property
    def loses_references(self):
        """Whether all that are stored go, and none comes."""
        return self.stored_reference_count > 0 and not self.reference_count

    @cached_property
    def reference_count(self):
        """How many references the article has, or is sent: their form is another one of the same page."""
        if not self.is_bound:
            return self.stored_reference_count
        rows = {name.rpartition("-")[0] for name in self.data if re.fullmatch(r"references-\d+-title", name)}
        return sum(bool(self.data[f"{row}-title"].strip()) and f"{row}-DELETE" not in self.data for row in rows)
