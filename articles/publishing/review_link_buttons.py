"""The buttons about links that show a text to a reviewer without an account. The admin checks the permission."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import now

from articles.models import ReviewLink
from articles.publishing.overview import language_name
from articles.review_links import NothingToTakeOverError, WordsChangedError, take_over_review


def make_link(model_admin, request, text):
    """Makes a link and shows it on a page of its own: the secret is stored nowhere, so no other page can show it."""
    _, token = ReviewLink.make(text, str(request.user))
    with translation.override(text.language):
        address = settings.SITE_URL + reverse("articles:review", args=[token])
    name = language_name(text.language)
    note = f"Made a link that shows the {name} text to a reviewer."
    model_admin.log_change(request, text.article, note)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"A link to the {name} text",
        "opts": model_admin.opts,
        "text": text,
        "address": address,
    }
    return render(request, "admin/articles/article/review-link-made.html", context)


def withdraw_link(model_admin, request, link):
    """Ends a link before its time."""
    ReviewLink.objects.open().filter(pk=link.pk).update(withdrawn_at=now())
    model_admin.log_change(request, link.text.article, f"Withdrew the review link made by {link.made_by}.")
    messages.success(request, "The link is withdrawn: it shows nothing any more.")
    return redirect_to_text(link.text)


def enter_review(model_admin, request, link):
    """Enters what the reviewer has checked as the review of the text."""
    name = language_name(link.text.language)
    try:
        take_over_review(link, written_by=str(request.user))
    except WordsChangedError:
        messages.error(request, f"The words have changed since {link.reviewer} checked them. Make a new link.")
    except NothingToTakeOverError:
        messages.warning(request, "There is no review to enter, or it has been entered already.")
    else:
        note = f"Entered the review of the {name} text by {link.reviewer}, who checked it by a link."
        model_admin.log_change(request, link.text.article, note)
        messages.success(request, f"The review of the {name} text by “{link.reviewer}” is entered.")
    return redirect_to_text(link.text)


def redirect_to_text(text):
    """To the tab of the text's language."""
    return redirect(f"{reverse('admin:articles_article_change', args=[text.article_id])}#text-{text.language}")
