"""Drafts of what editors have typed and not saved: kept while they type, offered when they come back."""

from contextlib import suppress
from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.utils import timezone

from articles.models import Draft

KEY = "draft_key"  # a hidden field
NOT_KEPT = (KEY, "csrfmiddlewaretoken")
CONTINUE, DISCARD = "continue_draft", "discard_draft"  # buttons, whose value is the draft's key


def draft_key(request):
    """The key of the form on this page: a new one, or that of the form which comes back."""
    return sent_key(request) or uuid4()


def sent_key(request, name=KEY):
    with suppress(ValueError):
        return UUID(request.POST.get(name, ""))
    return None


def keep_draft(request, article, kind):
    """Raises BadRequest for a form without a key."""
    key = sent_key(request)
    if key is None:
        raise BadRequest("no key of a draft")
    fields = request.POST.copy()
    for name in NOT_KEPT:
        fields.pop(name, None)
    kept = {"article": article, "kind": kind, "form": fields.urlencode(), "changed_at": timezone.now()}
    Draft.objects.update_or_create(author=request.user, key=key, defaults=kept)


def delete_draft(request, name=KEY):
    """When the form has been saved, or the draft is discarded."""
    Draft.objects.filter(author=request.user, key=sent_key(request, name)).delete()


def continue_draft(request):
    """Puts the draft in the place of the sent form, to be shown instead of saved. Returns it; None if it is gone.

    It gets a new key: if the window in which it was typed is still open, that one begins a draft of its own.
    """
    draft = Draft.objects.filter(author=request.user, key=sent_key(request, CONTINUE)).first()
    if draft is not None:
        draft.key = uuid4()
        draft.save(update_fields=["key"])
        fields = draft.fields.copy()
        fields[KEY] = fields[CONTINUE] = str(draft.key)
        request.POST = fields
    return draft


def hide_errors(context):
    """On the admin's page of a form that nobody has sent yet. What others saved first is shown all the same."""
    formsets = [each.formset for each in context["inline_admin_formsets"]]
    for form in [context["adminform"].form, *(form for formset in formsets for form in formset.forms)]:
        form.errors.clear()
    for formset in formsets:
        formset.non_form_errors().clear()
    context["errors"] = []


def drafts_of(request, article, kind):
    """The drafts of this person to offer: of the article, or of new ones of this kind. One query."""
    drafts = Draft.objects.filter(author=request.user, article=article)
    return drafts if article else drafts.filter(kind=kind)
