"""What becomes of the changes of a public text: they are published, kept as a draft beside it, or discarded."""

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property

from articles import actions
from articles.draft_facts import digest_of_facts, write_facts
from articles.models import ORIGINAL_LANGUAGE, Article, ArticleText
from articles.publishing.edit_conflicts import ConflictForm, to_text
from articles.publishing.forms import PublishingTimeField, PublishingTimeWidget
from articles.publishing.overview import find_fact_changes, format_moment

PUBLISHED = ArticleText.State.PUBLISHED
NOW, KEEP, AT, DISCARD = "now", "keep", "at", "discard"  # what becomes of the changes of a public text
RELEASES = [
    (NOW, "Publish them when I save"),
    (KEEP, "Keep them as a draft: the public page stays as it is"),
    (AT, "Publish them on this day:"),
]
TICKS = ("minor_correction", "matches_original")
DISCARD_THEM = (DISCARD, "Discard the draft: the public page stays as it is")


class ReleaseForm(ConflictForm):
    """The part of a text's form that asks for it. The original's form decides about the facts of the article, too."""

    release = forms.ChoiceField(
        label="Your changes of the public text",
        choices=RELEASES,
        required=False,
        widget=forms.RadioSelect,
        show_hidden_initial=True,  # what this form showed, whatever a colleague has saved since
    )
    publish_at = PublishingTimeField(
        label="Publish the changes on", required=False, widget=PublishingTimeWidget, show_hidden_initial=True
    )

    discard_draft = forms.BooleanField(required=False, label="Yes, discard the draft", widget=forms.HiddenInput)

    published_facts = ()  # names of what the draft changed beside the words, once it is public
    joins_draft = False  # whether a colleague has begun a draft since the page was opened
    facts = None  # what waits in the draft beside the words, once the whole page has been checked

    def set_up_release(self):
        """Only a public text has changes beside it."""
        if self.was_unpublished:
            self.fields["release"].widget = forms.HiddenInput()
            self.fields["publish_at"].widget = forms.SplitHiddenDateTimeWidget()
            return
        self.initial["release"] = NOW
        if self.language_code == ORIGINAL_LANGUAGE:
            self.fields["release"].help_text = "Changes of the topic, dates, pictures and references go with them."
        if pending := self.pending:
            self.fields["release"].choices = [*RELEASES, DISCARD_THEM]
            self.initial["release"] = AT if pending.publish_at else KEEP
            self.initial["publish_at"] = pending.publish_at
            self.initial["minor_correction"] = pending.is_minor_correction
            self.initial["matches_original"] = pending.matches_original

    @property
    def release_of_changes(self):
        """What becomes of the changes when this form is saved. A text that is not public, or no longer, is saved."""
        sent = getattr(self, "cleaned_data", {})
        if self.was_unpublished or sent.get("state") != PUBLISHED:
            return NOW
        return sent.get("release") or NOW

    @property
    def is_released_now(self):
        return self.release_of_changes == NOW

    @cached_property
    def stored(self):
        """With the draft's ticks, and a digest of what else it changes in the article: nobody publishes what they have
        not seen."""
        ticks = {name: to_text(bool(self.initial.get(name))) for name in TICKS if name in self.fields}
        stored = super().stored | ticks
        if self.instance.pk and not self.instance.is_translation and self.formset:
            stored["facts"] = digest_of_facts(self.formset.instance.waiting_facts)
        return stored

    def follow_colleague(self):
        """A colleague's draft is published by nobody unasked: unless the editor has chosen, it stays as it is now."""
        has_chosen = not {"release", "publish_at"}.isdisjoint(self.changed_data)
        if self.was_unpublished or not self.pending or has_chosen:
            return
        self.joins_draft = self.cleaned_data.get("release") != self.initial["release"]
        for name in ("release", "publish_at"):
            self.fields[name].bound_data = lambda data, initial: initial
            self.cleaned_data[name] = self.initial.get(name)
        self.data = self.data.copy()  # if the page is shown again, it is this that it shows
        self.data.pop(self["release"].html_initial_name, None)

    def check_release(self):
        release, moment = self.release_of_changes, self.cleaned_data.get("publish_at")
        if release == AT and "publish_at" not in self.errors:
            if moment is None:
                self.add_error("publish_at", "Enter the day and the time.")
            elif moment <= timezone.now() and self.has_changed():
                self.add_error("publish_at", "Enter a later moment: this one is over.")
        if release == DISCARD:
            self.fields["discard_draft"].widget = forms.CheckboxInput()
            if not self.cleaned_data.get("discard_draft"):
                moment = format_moment(self.pending.changed_at)
                self.add_error(
                    "discard_draft",
                    f"To delete the draft that {self.pending.author} changed on {moment}, tick this box and save.",
                )

    def take_facts(self, facts):
        """What changes beside the words, in the original's form: it is written, or waits in the draft with them."""
        release = self.release_of_changes
        if release == NOW:
            if self.formset.instance.waiting_facts:
                public = Article.objects.get(pk=self.formset.instance.pk)
                self.published_facts = [change.name for change in find_fact_changes(public, facts)]
            write_facts(self.formset.instance, facts)
        elif release != DISCARD:
            self.facts = facts

    @property
    def has_new_facts(self):
        """Whether the draft of this text changes, or ends, by them."""
        if self.is_released_now:
            return bool(self.formset.instance.waiting_facts)
        return self.facts is not None and self.facts != self.formset.instance.waiting_facts

    def save_text(self, user):
        """Does with the changes what the form says."""
        release, is_minor_correction = self.release_of_changes, self.cleaned_data["minor_correction"]
        if release == DISCARD:
            actions.discard_pending(self.instance)
        elif release == NOW:
            actions.save_text(
                self.instance,
                is_minor_correction=is_minor_correction,
                is_reviewed=self.is_reviewed_now,
                written_by=str(user),
            )
        else:
            actions.keep_pending(
                self.instance,
                user=user,
                is_reviewed=self.is_reviewed_now,
                is_minor_correction=is_minor_correction,
                matches_original=self.cleaned_data["matches_original"],
                publish_at=self.cleaned_data["publish_at"] if release == AT else None,
                facts_of_article=self.facts,
            )
