"""What editors do to several articles of the list at once. Each asks first, naming them.

None publishes: a text is published in its form, which asks for its review or a reason.
"""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.shortcuts import render
from django.utils.timezone import localdate

from articles import actions
from articles.models import Article, ArticleText, pending_of


class NextReviewForm(forms.Form):
    next_review_on = forms.DateField(label="Next review due", widget=AdminDateWidget)

    def clean_next_review_on(self):
        day = self.cleaned_data["next_review_on"]
        if day < localdate():
            raise forms.ValidationError("Enter today or a later day.")
        return day


def ask_first(model_admin, request, queryset, *, action, question, form=None):
    """The page that names the articles and asks."""
    context = {
        **model_admin.admin_site.each_context(request),
        "title": question,
        "opts": model_admin.model._meta,
        "articles": queryset,
        "action": action,
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
        "form": form,
        "media": model_admin.media + (form.media if form else forms.Media()),
    }
    return render(request, "admin/articles/article/ask_first.html", context)


def count(number):
    return f"{number} article{'' if number == 1 else 's'}"


@admin.action(description="Take selected articles off the website", permissions=["change"])
def set_to_draft(model_admin, request, queryset):
    if "confirmed" not in request.POST:
        return ask_first(
            model_admin, request, queryset, action="set_to_draft", question="Take these articles off the website?"
        )
    changed = 0
    for article in queryset:
        with transaction.atomic():
            Article.objects.select_for_update().filter(pk=article.pk).first()  # before its texts, as in the form
            texts = ArticleText.objects.select_for_update().filter(article=article)
            texts = list(texts.filter(state=ArticleText.State.PUBLISHED))
            for text in texts:
                text.state = ArticleText.State.DRAFT
                if pending := pending_of(text):
                    publish_draft_in(request, text, pending)
                else:
                    actions.save_text(text, written_by=str(request.user))
            if texts:
                model_admin.log_change(request, article, "Set to draft, with all its languages.")
        changed += bool(texts)
    messages.success(request, f"{count(changed)} taken off the website. All their texts are drafts now.")
    return None


def publish_draft_in(request, text, pending):
    """Saves the text as its draft says. What an article can no longer have must not keep it on the website."""
    slug = text.slug
    try:
        with transaction.atomic():
            actions.save_with_pending(text, pending, written_by=str(request.user))
    except ValidationError as error:
        messages.warning(
            request, f"“{text.article}”: {' '.join(error.messages)} The other changes in its draft were discarded."
        )
        pending.facts = {}
    except IntegrityError:
        messages.warning(
            request,
            f"“{text.article}”: another text has the address “{pending.slug}” of its draft now. It keeps “{slug}”.",
        )
        pending.slug = slug
    else:
        return
    text.article.refresh_from_db()
    actions.save_with_pending(text, pending, written_by=str(request.user))


@admin.action(description="Set the day of the next review", permissions=["change"])
def set_next_review(model_admin, request, queryset):
    form = NextReviewForm(request.POST if "confirmed" in request.POST else None)
    if not form.is_valid():
        return ask_first(
            model_admin,
            request,
            queryset,
            action="set_next_review",
            question="When is the next review of these articles due?",
            form=form,
        )
    day = form.cleaned_data["next_review_on"]
    for article in queryset:
        actions.set_next_review(article, day)
        model_admin.log_change(request, article, f"Set the day of the next review to {day}.")
    messages.success(request, f"The day of the next review is set for {count(len(queryset))}.")
    return None
