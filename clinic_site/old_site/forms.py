"""The forms of the staff pages of the import: the upload, and what an editor decides."""

from collections import Counter
from dataclasses import replace

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import SHARED_PAGES, ArticleText, Topic
from articles.pictures import MAX_UPLOAD
from articles.publishing.overview import IN_ORDER, language_name
from clinic_site.facts import current_clinic
from clinic_site.old_site.choices import ARTICLE, Choices
from clinic_site.old_site.contents import NO_CATEGORY, find_reason_to_leave_out
from clinic_site.old_site.destinations import LONGEST_TOPIC, OTHER_TOPIC
from clinic_site.old_site.items import Term
from clinic_site.old_site.picture_plan import LONGEST_ALTERNATIVE_TEXT, WITHOUT_TEXT
from clinic_site.old_site.plan import OTHER_LETTERS, Step, digest_of
from clinic_site.old_site.planning import Planner
from clinic_site.old_site.report import has_other_letters, tell_address
from clinic_site.search_page import OTHER_PAGES

MOST_ROWS = 200  # pages, pictures or categories on one page: Django takes at most 1,000 fields
MOST_TITLES = 5  # of articles of a category
LONGEST_REASON = ArticleText._meta.get_field("unreviewed_because").max_length
MEGABYTE = 1024**2
NO_TERM = Term(NO_CATEGORY, OTHER_TOPIC)


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    widget = FilesInput

    def clean(self, data, initial=None):
        files = [super(FilesField, self).clean(file, initial) for file in data or [None]]
        total = sum(file.size for file in files)
        if total > MAX_UPLOAD:
            raise forms.ValidationError(
                f"These files are {total / MEGABYTE:.1f} MB; the limit is {MAX_UPLOAD // MEGABYTE} MB together. Ask "
                "the person who runs the site to use the command import_wordpress, which takes larger files."
            )
        return files


class UploadForm(forms.Form):
    files = FilesField(
        label="Export files",
        help_text=f"One or several XML files, up to {MAX_UPLOAD // MEGABYTE} MB together.",
        error_messages={"required": "Choose a file.", "empty": "Choose another file: this one is empty."},
        widget=FilesInput(attrs={"accept": ".xml,text/xml,application/xml"}),
    )


class ChoicesForm(forms.Form):
    """What an editor decides about a plan. The rows of topics, pictures and pages are named after what they decide."""

    language = forms.ChoiceField(
        label="Language of texts without a language in the export",
        choices=[(code, language_name(code)) for code in IN_ORDER],
    )
    is_public = forms.BooleanField(label="Publish at once what was public on the old site", required=False)
    publish = forms.CharField(
        label="Reason for publishing without a review",
        max_length=LONGEST_REASON,
        required=False,
        help_text="The articles tell readers that nobody has reviewed them.",
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )
    next_review_on = forms.DateField(
        label="Next review due",
        required=False,
        help_text="For all of these articles.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    again = forms.BooleanField(
        label="Import again what came before and was not changed here",
        required=False,
        help_text="For articles of an earlier import that this site reads better by now, such as their tables and "
        "captions. What you changed stays as it is.",
    )
    category_base = forms.CharField(
        label="Category base",
        max_length=50,
        required=False,
        help_text="“category” in /category/neck/. WordPress shows it under Settings, Permalinks.",
    )
    tag_base = forms.CharField(label="Tag base", max_length=50, help_text="“tag” in /tag/ice/.")

    def __init__(self, planner: Planner, data=None):
        self.plan, self.contents, self.choices = planner.plan, planner.contents, planner.choices
        names = ("language", "publish", "next_review_on", "again", "category_base", "tag_base")
        initial = {name: getattr(self.choices, name) for name in names}
        super().__init__(data, initial={**initial, "is_public": bool(self.choices.publish)})
        self.rows: dict[str, list] = {
            "topics": [],
            "languages": [],
            "alternative_texts": [],
            "pages": [],
        }  # [(key, name of the field, default)]
        if not any(article.article_id for article in self.plan.articles):
            del self.fields["again"]
        self.add_topics()
        self.add_pictures()
        self.add_pages()
        self.add_languages()

    def add_row(self, kind: str, key: str, field: forms.Field) -> None:
        name, default = f"{kind}-{digest_of(key)[:12]}", field.initial or ""
        field.initial = getattr(self.choices, kind).get(key, default)
        self.fields[name] = field
        self.rows[kind].append((key, name, default))

    def add_topics(self):
        """Of new articles. Two categories may become one topic, also one that is new."""
        new = [article for article in self.plan.articles if article.article_id is None]
        terms = [self.contents.main_category(article.first.item) or NO_TERM for article in new]
        here = {topic.slug: str(topic) for topic in Topic.objects.all()}
        slugs = {name.casefold(): slug for slug, name in here.items()}
        names = {term.slug: term.name[:LONGEST_TOPIC].strip() for term in terms}
        made = sorted({name for name in names.values() if name.casefold() not in slugs})
        choices = [*here.items(), *((name, f"New topic: {name}") for name in made)]
        counts = Counter(term.slug for term in terms)
        for category, count in counts.most_common(MOST_ROWS):
            name = names[category]
            label = "Articles without a category" if category == NO_CATEGORY else name
            titles = [article.first.title for article, term in zip(new, terms, strict=True) if term.slug == category]
            more = ", …" if count > MOST_TITLES else ""
            field = forms.ChoiceField(
                label=f"{label} ({count:,})",
                help_text=", ".join(f"“{title}”" for title in titles[:MOST_TITLES]) + more,
                choices=choices,
                initial=slugs.get(name.casefold(), name),
            )
            self.add_row("topics", category, field)

    def add_pictures(self):
        """Those that wait for a sentence first."""
        chosen = self.choices.alternative_texts
        rows = [each for each in self.plan.pictures.values() if each.problem == WITHOUT_TEXT or each.path in chosen]
        for picture in sorted(rows, key=lambda each: not each.problem)[:MOST_ROWS]:
            titles = ", ".join(f"“{title}”" for title in picture.shown_in)
            attributes = {"rows": 2, "class": "vLargeTextField", "dir": "auto"}
            field = forms.CharField(
                label=picture.path,
                help_text=f"In {titles}",
                max_length=LONGEST_ALTERNATIVE_TEXT,
                required=False,
                widget=forms.Textarea(attrs=attributes),
            )
            self.add_row("alternative_texts", picture.path, field)

    def add_pages(self):
        """Those about which nothing is decided first."""
        chosen = self.choices.pages
        rows = [page for page in self.contents.pages.values() if not find_reason_to_leave_out(page, self.choices)]
        for page in sorted(rows, key=lambda each: str(each.post_id) in chosen)[:MOST_ROWS]:
            choices = [("", "Not imported"), (ARTICLE, "Imported as an article")]
            if page.post_id not in self.plan.pages_here:  # no redirect leads away from what this site answers
                choices.append(("Its address redirects to", list_pages(page.language[:2])))
            field = forms.ChoiceField(
                label=page.title or f"Without a title ({page.post_id})",
                help_text=tell_address(self.plan, page),
                choices=choices,
                required=False,
            )
            self.add_row("pages", str(page.post_id), field)

    def add_languages(self):
        """Of new texts whose language the export does not say; those that are likely to be in another one first."""
        texts = [text for article in self.plan.articles for text in article.texts if not text.item.language]
        if not texts:
            del self.fields["language"]
        new = [text for text in texts if text.step == Step.NEW]
        for text in sorted(new, key=lambda each: not has_other_letters(each))[:MOST_ROWS]:
            field = forms.ChoiceField(
                label=text.title,
                help_text=OTHER_LETTERS.capitalize() if has_other_letters(text) else "",
                choices=[("", "As chosen above"), *((code, language_name(code)) for code in IN_ORDER)],
                required=False,
            )
            self.add_row("languages", str(text.item.post_id), field)

    def clean(self):
        given = super().clean()
        if (day := given.get("next_review_on")) and day < timezone.localdate():
            self.add_error("next_review_on", "Choose today or a later day: this one is in the past.")
        if given.get("is_public") and not given.get("publish"):
            self.add_error("publish", "Give a reason, or untick the box above.")
        if given.get("publish") and not given.get("is_public"):
            self.add_error("is_public", "Tick this box to publish, or empty the reason below.")
        return given

    def decide(self) -> Choices:
        """The choices as they are now. Rows that the page did not show stay as they were."""
        given = self.cleaned_data
        decided = {kind: dict(getattr(self.choices, kind)) for kind in self.rows}
        for kind, rows in self.rows.items():
            for key, name, default in rows:
                decided[kind].pop(key, None)
                if given[name] not in ("", default):
                    decided[kind][key] = given[name]
        return replace(
            self.choices,
            language=given.get("language", self.choices.language),
            publish=given["publish"] if given["is_public"] else "",
            next_review_on=given["next_review_on"],
            again=given.get("again", False),
            category_base=given["category_base"],
            tag_base=given["tag_base"],
            **decided,
        )

    def fields_of(self, kind: str) -> list:
        """[(key of what is decided, its field)]"""
        return [(key, self[name]) for key, name, _ in self.rows[kind]]


def list_pages(language: str) -> list[tuple[str, str]]:
    """[(path, name)] of this site's pages, in the language of an old one."""
    names = {page: shared.name for page, shared in SHARED_PAGES.items()} | OTHER_PAGES
    pages = ["contact", *current_clinic().published_pages, *OTHER_PAGES]
    named = {"home": "Home page", "articles:list": "Articles", **{page: str(names[page]) for page in pages}}
    with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        return [(reverse(page), name) for page, name in named.items()]
