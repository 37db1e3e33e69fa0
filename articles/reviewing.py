"""The page that a reviewer without an account opens by a secret link, to read a draft and answer once."""

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles import views
from articles.models import ReviewLink, digest_of_words
from articles.review_links import TooManyOpeningsError, WordsChangedError, answer_link, record_opening


class ReviewForm(forms.ModelForm):
    use_required_attribute = False  # the server checks, and says what to do

    class Meta:
        model = ReviewLink
        fields = ["comment", "has_checked", "reviewer"]
        widgets = {"comment": forms.Textarea(attrs={"rows": 6, "class": "field__control", "dir": "auto"})}
        error_messages = {
            "comment": {"max_length": "Use 2,000 characters or less."},
            "reviewer": {"max_length": "Use 100 characters or less."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)  # it would cut pasted text without a word
        self.fields["reviewer"].widget.attrs |= {"class": "field__control", "autocomplete": "name", "dir": "auto"}
        self.fields["reviewer"].help_text = "Needed if you have checked the text: readers see it as the reviewer’s."

    def clean(self):
        super().clean()
        if self.cleaned_data.get("has_checked") and self.cleaned_data.get("reviewer") == "":
            self.add_error("reviewer", "Enter your name: readers see who has checked the text.")
        if not (self.errors or self.cleaned_data.get("has_checked") or self.cleaned_data.get("comment")):
            raise forms.ValidationError("Write a comment, or tick that you have checked the text.")
        return self.cleaned_data


@csrf_exempt  # only who knows the secret can send the form, and it needs no session
@require_http_methods(["GET", "HEAD", "POST"])
def review(request, token):
    """The text as the public will see it, read-only, and the form below it until it is sent."""
    try:
        link = ReviewLink.objects.find(token)
        response = receive_answer(request, link) if request.method == "POST" else open_page(request, link)
    except ReviewLink.DoesNotExist:
        raise Http404("no such link") from None
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def open_page(request, link):
    if request.method == "GET":
        try:
            record_opening(link)
        except TooManyOpeningsError:
            message = "This page was opened too many times. Open it again in an hour."
            return HttpResponse(message, status=429, content_type="text/plain", headers={"Retry-After": "3600"})
    return show_page(request, link)


def receive_answer(request, link):
    """Stores the answer, or shows the page again with what was typed and the reason."""
    form = ReviewForm(request.POST)
    if link.answered_at is None:
        if not form.is_valid():
            return show_page(request, link, form=form)
        try:
            answer_link(link, seen=request.POST.get("seen", ""), **form.cleaned_data)
        except WordsChangedError:
            return show_page(request, link, form=form)
    return HttpResponseRedirect(f"{request.path}#review", status=303)


def show_page(request, link, *, form=None):
    """With a sent form, 409: the text has changed since its reader opened it, and has to be read again. 422: something
    is missing."""
    text = views.text_to_show(link.text_id)
    seen = digest_of_words(text)
    has_changed = form is not None and request.POST.get("seen") != seen
    if has_changed:
        form.errors.clear()  # the answer was not judged
    shown = {
        "link": link,
        "form": None if link.answered_at else form or ReviewForm(),
        "seen": seen,
        "has_changed": has_changed,
    }
    status = 200 if form is None else 409 if has_changed else 422
    texts = {other.language: other for other in text.article.texts.all()}
    return views.show_preview(request, text, texts, review=shown, status=status)
