"""The staff pages of the import: an export is uploaded, its plan read and decided about, and then imported."""

import time
from dataclasses import replace

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.files import File
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html

from articles.models import ArticleText
from articles.pictures import UnusablePictureError, make_thumbnail
from clinic_site.models import ITEMS_KEPT_FOR, ImportedItem, OldSiteImport
from clinic_site.old_site.applying import Import
from clinic_site.old_site.choices import as_json, read_choices
from clinic_site.old_site.contents import UPLOADS, Contents, find_file, find_uploads
from clinic_site.old_site.forms import ChoicesForm, UploadForm
from clinic_site.old_site.plan import PlanError, RenumberedError
from clinic_site.old_site.planning import Planner
from clinic_site.old_site.reading import ExportError
from clinic_site.old_site.report import (
    PICTURES_WAIT,
    Line,
    Section,
    as_text,
    count_articles,
    has_other_letters,
    list_texts,
    name_button,
    tell,
    tell_what_was_done,
    what_to_do,
)
from clinic_site.old_site.stored import StoredExport, keep_export

TITLE = "Import articles from the old site"
PAGE = "admin:clinic_site_oldsiteimport_change"
LIST = "admin:clinic_site_oldsiteimport_changelist"
SECONDS = 20  # for one answer: the web server takes 30 at most
LEAST_SECONDS = 5  # of them for importing, however long the plan of a large export takes
MOST_NAMED = 20  # articles that were not imported, in messages
SIGNER = Signer(salt="clinic_site.old_site.admin")  # of pictures that a page shows: the folder may hold others
BUSY = "This import is already running. Wait a minute, then try again."
STOPPED = "This import was stopped before everything named below was done."
STATES = {
    "waiting": "Waiting for your decisions",
    "begun": "Incomplete: open it and continue",
    "finished": "Finished",
    "expired": "Deleted after 24 hours: upload it again",
}


class OldSiteImportAdmin(admin.ModelAdmin):
    """Rows come and go by its own pages only."""

    list_display = ["file_names", "started_at", "started_by", "state"]

    templates = "admin/clinic_site/oldsiteimport"

    class Media:
        css = {"all": ["admin/css/old-site.css"]}

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="State")
    def state(self, old_site_import):
        return STATES[old_site_import.state]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("picture/", view(self.picture_view), name="clinic_site_oldsiteimport_picture"),
            path("<int:pk>/report/", view(self.report_view), name="clinic_site_oldsiteimport_report"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": "Imports from the old site", **(extra_context or {})})

    def render(self, request, template, **context):
        common = {**self.admin_site.each_context(request), "title": TITLE, "opts": self.opts, "uploads_name": UPLOADS}
        return render(request, f"{self.templates}/{template}.html", common | {"uploads": find_uploads()} | context)

    def add_view(self, request, form_url="", extra_context=None):
        """Keeps of the uploaded files what can come."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if form.is_valid():
            try:
                kept = keep_export(form.cleaned_data["files"], request.user)
            except ExportError as problem:
                form.add_error("files", str(problem))
            else:
                self.log_addition(request, kept, "Uploaded.")
                return redirect(PAGE, kept.pk)
        return self.render(request, "upload", form=form)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The plan of an import and the decisions about it; once it is accepted, its report."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        old_site_import = self.get_object(request, object_id)
        if old_site_import is None:
            messages.warning(request, "This import was canceled, and its uploaded export is deleted.")
            return redirect(LIST)
        if request.method == "POST":
            if not self.has_add_permission(request):
                raise PermissionDenied
            return self.answer(request, old_site_import)
        if old_site_import.state != "waiting":
            drafts = ImportedItem.objects.filter(
                site=old_site_import.site_key, text__state=ArticleText.State.DRAFT
            ).count()
            waits = f"\n{PICTURES_WAIT}\n" in old_site_import.report
            context = {"old_site_import": old_site_import, "drafts": drafts, "is_picture_waiting": waits}
            return self.render(request, "accepted", **context)
        try:
            return self.show_plan(request, old_site_import, ChoicesForm(make_plan(old_site_import)))
        except PlanError as problem:
            is_renumbered = isinstance(problem, RenumberedError)
            context = {"old_site_import": old_site_import, "problem": str(problem), "is_renumbered": is_renumbered}
            return self.render(request, "plan", **context)

    def answer(self, request, old_site_import):
        """Does what a button says."""
        ends_at = time.monotonic() + SECONDS
        page = redirect(reverse(PAGE, args=[old_site_import.pk]) + "#counts")
        if not old_site_import.is_open:
            return page
        if "cancel" in request.POST:
            return self.cancel(request, old_site_import)
        if old_site_import.accepted:
            self.bring(request, old_site_import, None, ends_at)
            return page
        if "renumbered" in request.POST:
            choices = replace(read_choices(old_site_import.choices), renumbered=True)
            if not old_site_import.save_choices(as_json(choices)):
                messages.warning(request, BUSY)
            return page
        try:
            planner = make_plan(old_site_import)
        except PlanError:
            return page  # which says it
        form = ChoicesForm(planner, request.POST)
        if not form.is_valid():
            return self.show_plan(request, old_site_import, form)
        choices = form.decide()
        if choices != planner.choices and not old_site_import.save_choices(as_json(choices)):
            messages.warning(request, BUSY)
        elif "apply" not in request.POST:
            messages.success(request, "Report updated.")
        elif choices != planner.choices:
            messages.warning(request, "The report below now follows your decisions. Check it, then import.")
        elif request.POST.get("digest") != planner.plan.digest:
            messages.warning(request, "The plan has changed. Check it again before importing.")
        else:
            self.bring(request, old_site_import, planner, ends_at)
        return page

    def cancel(self, request, old_site_import):
        if not old_site_import.claim():
            messages.warning(request, BUSY)
        elif old_site_import.accepted:
            old_site_import.report = f"{STOPPED}\n\n{old_site_import.report}"
            old_site_import.finish()
            old_site_import.release()
            messages.success(request, "Stopped. What has been imported stays, and the uploaded export is deleted.")
        else:
            old_site_import.delete()
            messages.success(request, "Canceled: nothing was imported, and the uploaded export is deleted.")
            return redirect(LIST)
        return redirect(PAGE, old_site_import.pk)

    def bring(self, request, old_site_import, planner, ends_at):
        """Imports what was accepted, for as long as an answer may take. `planner` has a plan to accept, if any."""
        if not old_site_import.claim():
            messages.warning(request, BUSY)
            return
        try:
            if old_site_import.is_open:  # still, after another click
                self.bring_claimed(request, old_site_import, planner, ends_at)
        except PlanError as problem:
            messages.error(request, str(problem))
        finally:
            old_site_import.release()

    def bring_claimed(self, request, old_site_import, planner, ends_at):
        """Raises PlanError."""
        is_first = not old_site_import.accepted
        if is_first:
            old_site_import.accepted, old_site_import.redirects = planner.plan.parts, planner.plan.redirects
            old_site_import.report = as_text(tell_what_was_done(planner.plan))
            old_site_import.save(force_update=True)
            self.log_change(request, old_site_import, "Accepted the plan.")
        else:
            planner = make_plan(old_site_import)
        accepted = set(old_site_import.accepted)
        seconds = max(ends_at - time.monotonic(), LEAST_SECONDS)
        outcome = Import(planner, user=request.user).run(
            accepted=accepted, redirects=old_site_import.redirects, seconds=seconds
        )
        problems = outcome.failed + [(f"The picture {path}", sentence) for path, sentence in outcome.without_picture]
        planned = [article for article in planner.plan.articles if article.digest]
        left = sum(article.digest in accepted for article in planned) - outcome.articles - len(outcome.failed)
        if left:
            self.tell_problems(request, old_site_import, problems)
            old_site_import.save(update_fields=["report"])
            came = f"Articles imported just now: {outcome.articles:,}. Left: {left:,}. Select Continue."
            messages.info(request, came)
        else:
            changed = [
                article.first.title
                for article in planned
                if article.digest not in accepted and not lacks_damaged_pictures_only(article, old_site_import.report)
            ]
            problems += [(title, "It changed after you accepted the plan.") for title in changed]
            self.tell_problems(request, old_site_import, problems)
            self.finish(request, old_site_import, outcome, is_first=is_first)

    def tell_problems(self, request, old_site_import, problems):
        """Adds what could not be imported to the report. Whoever saves the row keeps it."""
        if problems:
            lines = [Line(f"{title}: {sentence}") for title, sentence in problems]
            advice = "Upload the export again: what has been imported stays, the rest is tried again."
            old_site_import.report += "\n" + as_text([Section("What could not be imported", lines, advice)])
            for line in lines[:MOST_NAMED]:
                messages.error(request, f"Not imported: {line.text}")

    def finish(self, request, old_site_import, outcome, *, is_first):
        old_site_import.finish()
        counted = count_articles(outcome.articles - outcome.updated, outcome.updated, more="" if is_first else "more ")
        sentence = f"Import finished: {counted}."
        link = reverse("admin:articles_article_changelist")
        messages.success(request, format_html('{} <a href="{}">Open the list of articles</a>', sentence, link))

    def show_plan(self, request, old_site_import, form):
        plan, contents = form.plan, form.contents
        shown = plan.pictures.values()
        first, *sections = tell(plan)
        return self.render(
            request,
            "plan",
            old_site_import=old_site_import,
            kept_until=old_site_import.started_at + ITEMS_KEPT_FOR,
            form=form,
            topics=form.fields_of("topics"),
            languages=form.fields_of("languages"),
            is_language_in_doubt=bool(form.choices.languages or any(map(has_other_letters, list_texts(plan)))),
            pictures=[(SIGNER.sign(path), field) for path, field in form.fields_of("alternative_texts")],
            pages=form.fields_of("pages"),
            counts=first.lines,
            to_do=[section for section in what_to_do(plan) if section.lines and not section.is_asked],
            sections=[section for section in sections if section not in what_to_do(plan)],
            number_of_pictures=len(shown),
            number_found=sum(bool(each.picture_id or contents.find_file(each.path)) for each in shown),
            button=name_button(plan),
            digest=plan.digest,
        )

    def picture_view(self, request):
        """A thumbnail of a picture that has not come yet, for the one who describes it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            file = find_file(find_uploads(), SIGNER.unsign(request.GET.get("path", "")))
        except BadSignature:
            raise BadRequest("a picture that no page shows") from None
        if file is None:
            raise Http404
        try:
            with file.open("rb") as opened:
                thumbnail = make_thumbnail(File(opened, name=file.name))
        except UnusablePictureError:
            raise Http404 from None
        return HttpResponse(thumbnail, content_type="image/webp")

    def report_view(self, request, pk):
        """The report of an import that was accepted, as a file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        old_site_import = get_object_or_404(OldSiteImport.objects.exclude(report=""), pk=pk)
        name = f"old-site-{old_site_import.started_at:%Y-%m-%d}.txt"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(old_site_import.report, content_type="text/plain; charset=utf-8", headers=headers)


def lacks_damaged_pictures_only(article, report) -> bool:
    """Whether an earlier answer imported everything else of the article and named these pictures in the report."""
    is_written = any(text.is_written for text in article.texts)
    return not is_written and all(f"- The picture {path}: " in report for path in article.new_pictures)


def make_plan(old_site_import) -> Planner:
    """Raises PlanError."""
    try:
        contents = Contents(StoredExport(old_site_import), find_uploads())
    except ExportError as problem:
        raise PlanError(str(problem)) from None
    planner = Planner(contents, read_choices(old_site_import.choices))
    planner.make()
    return planner
