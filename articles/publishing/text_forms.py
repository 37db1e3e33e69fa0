"""The form of an article's text: what an editor has to enter before it is published."""

import re
from copy import copy
from hashlib import sha256

from django import forms
from django.utils.functional import cached_property

from articles.models import (
    CARE_LEVELS,
    ORIGINAL_LANGUAGE,
    OWN_PAGES,
    Article,
    ArticleText,
    Kind,
    count_missing_pictures,
    pending_of,
    read_pictures,
)
from articles.publishing.diff import SAME, Change, Part, compare_paragraphs, list_paragraphs, show_pictures
from articles.publishing.edit_conflicts import CONFLICT, to_text
from articles.publishing.overview import end_sentence, find_fact_changes, format_moment, language_name
from articles.publishing.release import AT, DISCARD, KEEP, NOW, ReleaseForm
from articles.publishing.warnings import collect_advice

PUBLISHED = ArticleText.State.PUBLISHED
NOT_MEDICAL = "Not medical advice."
REARRANGED = re.compile(r"(?<=<li>)<p>|</p>(?=</li>)|\s+(?=<)|(?<=>)\s+")  # by the rich text editor


class ArticleTextForm(ReleaseForm):
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

    is_reviewed_now = False  # whether the entered review covers the entered words, once they have been checked

    class Meta:
        widgets = {
            "language": forms.HiddenInput,
            "summary": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        } | {f"{level}_signs": forms.Textarea(attrs={"class": "vLargeTextField"}) for level in CARE_LEVELS}

    def __init__(self, *args, formset=None, **kwargs):
        self.formset = formset
        text = kwargs.get("instance")
        self.public_text = copy(text)
        self.pending = text and pending_of(text)
        if self.pending:
            self.pending.apply_to(text)
        super().__init__(*args, **kwargs)
        self.set_up_release()
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

    def show(self, values):
        """Shows these values as if an editor had typed them: saving compares with what is stored."""
        self.stored = self.stored  # of this form, whatever it shows
        self.initial |= {name: value for name, value in values.items() if name in self.fields}

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
        if name == "facts":
            article = Article.objects.get(pk=self.formset.instance.pk)  # as it is stored
            changes = find_fact_changes(article, article.waiting_facts)
            return Change("Topic, dates and the like", [each for change in changes for each in change.paragraphs])
        if name not in ArticleText.WORDING:
            return super().change_by_others(name)
        new, seen = self.stored[name], self.words_seen(name)
        pictures = read_pictures([new, seen or ""], ORIGINAL_LANGUAGE) if name == "body" else {}
        label, paragraphs = self.label(name), list_paragraphs(ArticleText(**{name: new}), name)
        if seen is None:
            label = f"{label}, current text (the earlier one was not kept)"
            parts = [[Part(SAME, paragraph)] for paragraph in paragraphs]
        else:
            parts = compare_paragraphs(list_paragraphs(ArticleText(**{name: seen}), name), paragraphs)
        return Change(label, show_pictures(parts, pictures))

    def words_seen(self, name):
        """The words that the editor saw, from the kept wordings. None if they are not kept any more."""
        kept = self.instance.wordings.order_by("-number").values_list(name, flat=True)
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
        names = (*ArticleText.WORDING, *ArticleText.FOR_SEARCH)
        words = {name: sent.get(name, getattr(self.instance, name)) for name in names}
        return ArticleText(language=self.language_code, **words)

    @cached_property
    def stored_text(self):
        """A text with the words as they are stored, in the draft beside a public text if there is one."""
        return ArticleText(
            language=self.language_code, **{name: self.initial.get(name, "") for name in ArticleText.WORDING}
        )

    @cached_property
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
        stored = collect_advice(self.public_text, reference_count=self.formset.stored_reference_count)
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
    def has_next_review(self):
        """What waits in the draft of the original holds for that draft alone."""
        if self.instance.is_translation and not self.formset.original_form.is_released_now:
            return self.formset.had_next_review
        return self.formset.instance.next_review_on is not None

    @property
    def changes_public_text(self):
        """Whether this save publishes words, now or later, or takes references or the next review from public ones."""
        removes_references = not self.instance.is_translation and self.formset.removes_references
        is_change = self.has_changed() or removes_references or self.removes_next_review
        is_released = self.release_of_changes in (NOW, AT)
        return is_change and is_released and self.cleaned_data.get("state") == PUBLISHED

    @property
    def is_reviewed(self):
        """Whether the entered review covers the entered words."""
        review = (self.cleaned_data.get("reviewed_by", ""), self.cleaned_data.get("reviewed_on"))
        if not all(review):
            return False
        if not self.instance.pk or review != (self.initial["reviewed_by"], self.initial["reviewed_on"]):
            return True
        is_same = self.typed_text.wording == self.stored_text.wording or self.cleaned_data.get("minor_correction")
        was_reviewed = self.pending.is_reviewed if self.pending else self.public_text.is_reviewed
        return was_reviewed and is_same

    @cached_property
    def missing(self):
        """What the text still needs to be published without a reason: phrases for the messages."""
        missing = []
        if not self.is_reviewed:
            missing.append("a review of this text (reviewer and date)")
        if not self.has_next_review:
            missing.append("a date in “Next review due”")
        return missing

    def clean(self):
        self.follow_colleague()
        super().clean()
        self.fill_in_reviewer()
        self.check_release()
        self.is_reviewed_now = self.is_reviewed  # before the stored values change
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

    def clean_body(self):
        """Looks for pictures in the body as it will be stored: the editor writes them in another way."""
        body = self.cleaned_data["body"]
        if count_missing_pictures(ArticleText._meta.get_field("body").tidy(body)):
            raise forms.ValidationError("A picture in this text has been deleted. Take it out, or choose another one.")
        return body

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

    @property
    def release_sentence(self):
        """What became of the draft beside a public text; empty if it was published, or there is none."""
        if self.cleaned_data.get("state") != PUBLISHED:
            return ""
        release = self.release_of_changes
        if release == DISCARD:
            return f"Discarded the draft of the public {self.language_name} text."
        if release == KEEP:
            return f"Kept changes of the public {self.language_name} text as a draft."
        if release == AT:
            moment = format_moment(self.cleaned_data["publish_at"])
            return end_sentence(f"Scheduled changes of the public {self.language_name} text for {moment}")
        return ""

    def history_notes(self):
        """Sentences for the article's history: the warnings and gaps that were published, and the reasons."""
        if self.cleaned_data.get("state") != PUBLISHED:
            return []
        release = self.release_of_changes
        if release in (DISCARD, KEEP):
            return [self.release_sentence]
        notes = []
        if self.published_facts:
            notes.append(f"Published with the English draft: {', '.join(self.published_facts)}.")
        done = "Published the" if self.was_unpublished else "Changed the public"
        if release == AT:
            notes.append(self.release_sentence)
            done = "Scheduled the public"
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
