"""The admin's pages for pictures, and what the form of an article says of them."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import get_text_list

from articles import pictures
from articles.models import ORIGINAL_LANGUAGE, ArticleText, Picture, PictureText
from articles.publishing.edit_conflicts import ConflictAdminMixin
from articles.publishing.overview import IN_ORDER, language_name

ACCEPTED_FILES = ",".join(f".{extension}" for extension in pictures.FORMATS)  # browsers know no type for HEIC
TRANSLATIONS = {code: f"text_{code}" for code in IN_ORDER if code != ORIGINAL_LANGUAGE}  # fields of the form


def translation_field(language):
    attributes = {"class": "vLargeTextField", "rows": 2, "lang": language, "dir": "auto"}
    return forms.CharField(
        label=f"Alternative text in {language_name(language)}",
        max_length=PictureText._meta.get_field("alternative_text").max_length,
        required=False,
        widget=forms.Textarea(attrs=attributes),
    )


TranslationFields = type(
    "TranslationFields", (forms.Form,), {name: translation_field(code) for code, name in TRANSLATIONS.items()}
)


class PictureForm(forms.ModelForm, TranslationFields):
    """The editable fields of a picture: its name and its alternative texts."""

    class Meta:
        widgets = {"alternative_text": forms.Textarea(attrs={"class": "vLargeTextField", "rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for text in self.instance.texts.all():
                self.initial[TRANSLATIONS[text.language]] = text.alternative_text

    def save_translations(self):
        for language, name in TRANSLATIONS.items():
            text = self.cleaned_data[name]
            if not text:
                PictureText.objects.filter(picture=self.instance, language=language).delete()
            elif name in self.changed_data:
                PictureText.objects.update_or_create(
                    picture=self.instance, language=language, defaults={"alternative_text": text}
                )


class NewPictureForm(PictureForm):
    file = forms.FileField(
        label="Picture file",
        help_text=f"JPEG, PNG, WebP, HEIC or AVIF, up to {pictures.MAX_UPLOAD // 1024**2} MB. The site makes "
        "it smaller and removes hidden data, such as the place where a photo was taken.",
        error_messages={"required": "Choose a file.", "empty": "Choose another file: this one is empty."},
        widget=forms.FileInput(attrs={"accept": ACCEPTED_FILES}),
    )

    def clean_file(self):
        try:
            versions = pictures.make_versions(self.cleaned_data["file"])
        except pictures.UnusablePictureError as problem:
            raise forms.ValidationError(str(problem)) from None
        if known := Picture.objects.filter(content_hash=versions.content_hash).first():
            raise forms.ValidationError(f"Use the picture “{known}” instead: it is the same one.")
        return versions

    def full_clean(self):
        """Says what the browser does not: it empties the field when the form comes back for another one."""
        super().full_clean()
        if self.errors and "file" in self.cleaned_data:
            self.add_error("file", "Choose the file again: it is not kept while there are errors.")

    def save(self, commit=True):
        """Writes the files first, so that a row never names missing files."""
        versions = self.cleaned_data["file"]
        pictures.store_files(versions)
        self.instance.content_hash = versions.content_hash
        self.instance.width, self.instance.height = versions.width, versions.height
        return super().save(commit)


@admin.register(Picture)
class PictureAdmin(ConflictAdminMixin, admin.ModelAdmin):
    list_display = ["thumbnail", "name", "missing_texts", "articles_shown_in", "added_at"]
    list_display_links = ["name"]
    list_per_page = 50
    search_fields = ["name", "alternative_text"]
    search_help_text = "Name or English alternative text"
    ordering = ["-added_at", "-pk"]  # what was just added is wanted most
    form = PictureForm
    readonly_fields = ["preview", "where_used"]

    class Media:
        css = {"all": ["admin/css/pictures.css"]}

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is None:
            kwargs["form"] = NewPictureForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request, obj=None):
        texts = (
            "Alternative texts",
            {
                "description": "Describe the picture in one sentence, without “picture of”: “A runner stretches the "
                "front of the thigh against a wall.” A language without a text of its own uses the English one.",
                "fields": ["alternative_text", *TRANSLATIONS.values()],
            },
        )
        if obj is None:
            return [(None, {"fields": ["file", "name"]}), texts]
        return [(None, {"fields": ["preview", "name", "where_used"]}), texts]

    def get_queryset(self, request):
        """With the number of `articles` that show the picture: an article that it leads, once."""
        is_no_lead = ~models.Q(shown_in__article__lead_picture=models.F("pk"))
        in_words = Count("shown_in", filter=is_no_lead, distinct=True)
        articles = in_words + Count("leads", distinct=True)
        return super().get_queryset(request).prefetch_related("texts").annotate(articles=articles)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.save_translations()

    def to_field_allowed(self, request, to_field):
        """Also the content hash, which the prose editor asks the pop-up list for."""
        return to_field == "content_hash" or super().to_field_allowed(request, to_field)

    def get_urls(self):
        thumbnail = self.admin_site.admin_view(self.thumbnail_view)
        return [path("<int:pk>/thumbnail/", thumbnail, name="articles_picture_thumbnail"), *super().get_urls()]

    def thumbnail_view(self, request, pk):
        """Redirects to the smallest version, for a script that knows no more of a picture than its key."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        address, _ = get_object_or_404(Picture, pk=pk).versions[0]
        return redirect(address)

    @admin.display(description="Picture")
    def thumbnail(self, picture):
        address, _ = picture.versions[0]
        return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', address)

    @admin.display(description="Alternative text missing in")
    def missing_texts(self, picture):
        existing = {text.language for text in picture.texts.all()}
        return ", ".join(language_name(code) for code in TRANSLATIONS if code not in existing) or "no language"

    @admin.display(description="Articles", ordering="articles")
    def articles_shown_in(self, picture):
        return picture.articles

    @admin.display(description="Picture")
    def preview(self, picture):
        return format_html(
            '<img class="preview" src="{}" width="{}" height="{}" alt="{}">'
            "<p>{} × {} pixels. To replace it, add the other picture and choose it in the article.</p>",
            *(picture.address, picture.width, picture.height, picture.alternative_text),
            *(picture.width, picture.height),
        )

    @admin.display(description="Shown in")
    def where_used(self, picture):
        """The articles and people by their English titles, and other rows that hold the picture."""
        places = [
            row
            for relation in picture._meta.get_fields(include_hidden=True)
            if relation.one_to_many and relation.on_delete is models.PROTECT
            for row in relation.related_model.objects.filter(**{relation.field.name: picture})
        ]
        shown = {getattr(row, "article", row) for row in places}
        return (
            format_html_join(
                "",
                '<p><a href="{}">{}</a></p>',
                ((reverse(admin_urlname(row._meta, "change"), args=[row.pk]), row) for row in sorted(shown, key=str)),
            )
            or "Not used. You can delete it."
        )


def offer_pictures(field):
    """Makes the form field offer all pictures, of which it reads the names alone, and to add one."""
    field.choices = [("", "No picture"), *Picture.objects.values_list("pk", "name")]
    field.widget.widget.attrs["data-picture-list"] = reverse("admin:articles_picture_changelist")  # for a script
    field.widget.can_delete_related = field.widget.can_view_related = field.widget.can_change_related = False


def warn_of_missing_texts(request, article):
    """Warns of published translations that show a picture with its English alternative text."""
    texts = article.texts.filter(state=ArticleText.State.PUBLISHED).exclude(language=ORIGINAL_LANGUAGE)
    bodies = dict(texts.values_list("language", "body"))
    shown = models.Q(shown_in__article=article) | models.Q(leads=article)
    for picture in Picture.objects.filter(shown).distinct().prefetch_related("texts"):
        existing = {text.language for text in picture.texts.all()}
        is_lead = picture.pk == article.lead_picture_id
        wanted = {code for code, body in bodies.items() if is_lead or picture.content_hash in body}
        if missing := [language_name(code) for code in IN_ORDER if code in wanted - existing]:
            messages.warning(
                request,
                format_html(
                    '<a href="{}">Write the alternative text</a> of “{}” in {}. Until then, these pages use the '
                    "English one.",
                    reverse("admin:articles_picture_change", args=[picture.pk]),
                    picture.name,
                    get_text_list(missing, "and"),
                ),
            )
