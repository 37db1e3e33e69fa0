"""The page that a reviewer without an account opens by a secret link, to read a draft and answer once."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles import views
from articles.models import ReviewLink, digest_of_words


class ReviewForm(forms.ModelForm):
    class Meta:
        model = ReviewLink
        fields = ["comment", "has_checked", "reviewer"]
        widgets = {"comment": forms.Textarea(attrs={"rows": 6, "class": "field__control"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].widget.attrs |= {"class": "field__control", "autocomplete": "name"}
        self.fields["reviewer"].help_text = "Needed if you have checked the text: readers see it as the reviewer’s."

    def clean(self):
        super().clean()
        if self.cleaned_data.get("has_checked") and not self.cleaned_data.get("reviewer"):
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
    except ReviewLink.DoesNotExist:
        raise Http404("no such link") from None
    text = views.text_to_show(link.text_id)
    form = None
    if link.answered_at is None:
        form = ReviewForm(request.POST if request.method == "POST" else None, instance=link)
        if form.is_bound and form.is_valid():
            answer = form.save(commit=False)
            answer.answered_at, answer.checked_words = timezone.now(), digest_of_words(text)
            answer.save()
            return redirect(request.path)
    ReviewLink.objects.filter(pk=link.pk).update(last_opened_at=timezone.now())
    status = 422 if form is not None and form.is_bound else 200
    texts = {other.language: other for other in text.article.texts.all()}
    response = views.show_preview(request, text, texts, review_link=link, review_form=form, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
