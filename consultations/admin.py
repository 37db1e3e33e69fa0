"""The admin's pages for requests. Every access is recorded."""

from datetime import UTC

from cryptography.fernet import InvalidToken
from django.contrib import admin, messages
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from consultations.access_admin import RecordedModelAdmin
from consultations.actions import erase_request
from consultations.desk import inbox
from consultations.desk.export import export_requests
from consultations.desk.forms import BUTTONS, EDITED, HandlingForm, read_button
from consultations.desk.print_sheet import show_print_sheet
from consultations.desk.request_page import build_context
from consultations.desk.template_admin import TextTemplateAdmin
from consultations.desk.workflow import ConflictError, NothingToUndoError, handle_request, undo_last_step
from consultations.fields import decrypt, encrypt
from consultations.mail.admin import OutgoingMailAdmin
from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail, ShortcutsOff, TextTemplate
from consultations.privacy import data_map, search_keys

Action = AccessRecord.Action
SEAL = "search:"  # marks an encrypted search term: the address bar decrypts nothing else
LIST = "admin:consultations_consultationrequest_changelist"
PAGE = "admin:consultations_consultationrequest_change"
GONE = "This request does not exist. It may have been erased. Nothing was saved."

admin.site.register(OutgoingMail, OutgoingMailAdmin)
admin.site.register(TextTemplate, TextTemplateAdmin)


@admin.register(ConsultationRequest)
class ConsultationRequestAdmin(RecordedModelAdmin):
    """The patient's answers are read-only; a wrong phone number is corrected beside them."""

    list_filter = [inbox.LanguageFilter, "state", "closed_because", inbox.AssigneeFilter]
    search_fields = ["reference"]  # shows the search box; get_search_results() searches
    sortable_by = []
    actions = [export_requests]
    show_facets = admin.ShowFacets.NEVER  # each would be a count of its own
    show_full_result_count = False
    form = HandlingForm
    readonly_fields = [name for _, options in data_map.build_fieldsets() for name in options["fields"]]

    class Media:
        css = {"all": ["admin/css/inbox.css"]}

    def get_urls(self):
        def address(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"consultations_consultationrequest_{name}")

        return [
            address("search/", self.search_view, "search"),
            address("news/", self.news_view, "news"),
            address("next/", self.next_view, "next"),
            address("shortcuts/", self.shortcuts_view, "shortcuts"),
            address("<int:pk>/print/", self.print_view, "print"),
            address("<int:pk>/verdict/", self.verdict_view, "verdict"),
            address("<int:pk>/erase/", self.erase_view, "erase"),
            *super().get_urls(),
        ]

    def has_export_permission(self, request):
        return request.user.has_perm("consultations.export_consultationrequest")

    def has_erase_permission(self, request):
        return request.user.has_perm("consultations.erase_consultationrequest")

    # The list

    def get_changelist(self, request, **kwargs):
        return inbox.Inbox

    def get_paginator(self, request, *args, **kwargs):
        page = request.GET.get(PAGE_VAR, "")
        return inbox.PagesAhead(*args, current_page=int(page) if page.isdecimal() else 1, **kwargs)

    def get_list_display(self, request):
        tab = inbox.get_tab(request).name if self.has_change_permission(request) else ""
        return inbox.COLUMNS_WITH_BUTTONS.get(tab, inbox.COLUMNS)

    def get_ordering(self, request):
        return inbox.get_tab(request).ordering

    def changelist_view(self, request, extra_context=None):
        extra_context = {
            "search_term": open_search_term(request.GET.get("q", "")),
            "opened_at": timezone.now().isoformat(),
            "has_change_permission": self.has_change_permission(request),
            "uses_shortcuts": uses_shortcuts(request.user),
            **(extra_context or {}),
        }
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse):  # not rendered yet: nothing is shown without the record
            response.context_data["tabs"] = inbox.count_tabs(request.user)
            references = " ".join(row.reference for row in response.context_data["cl"].result_list)
            self.record(request, Action.LIST, details=f"search: {references}" if "q" in request.GET else references)
        return response

    @method_decorator(require_safe)
    def news_view(self, request):
        """The number of new requests since the list was opened. It names none, so it leaves no access record."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            since = parse_datetime(request.GET.get("since", ""))
            if since is None or timezone.is_naive(since):
                raise ValueError
            since = since.astimezone(UTC)
        except (ValueError, OverflowError):
            raise BadRequest("`since` is not a moment") from None
        return JsonResponse({"count": ConsultationRequest.objects.count_new(since, up_to=inbox.MAX_COUNTED)})

    @method_decorator(require_safe)
    def next_view(self, request):
        """Redirects to the next request to call, other than `after`."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        after = request.GET.get("after", "")
        after = int(after) if after.isdecimal() else None
        pk = inbox.find_next_to_call(request.user, timezone.now(), after=after)
        if pk is None:
            is_waiting = ConsultationRequest.objects.to_call(timezone.now()).exclude(pk=after).exists()
            words = "The other calls are assigned to colleagues, or colleagues are looking at them."
            messages.info(request, words if is_waiting else "You have no more calls to make.")
            return redirect(LIST)
        return redirect(PAGE, pk)

    @method_decorator(require_POST)
    def shortcuts_view(self, request):
        """Turns the keyboard shortcuts off or on, for this account."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if "off" in request.POST:
            ShortcutsOff.objects.get_or_create(user=request.user)
            messages.success(request, "Keyboard shortcuts are off for your account.")
        else:
            ShortcutsOff.objects.filter(user=request.user).delete()
            messages.success(request, "Keyboard shortcuts are on for your account.")
        pk = request.POST.get("request", "")
        return redirect(PAGE, pk) if pk.isdecimal() else redirect(LIST)

    @method_decorator(require_POST)
    def verdict_view(self, request, pk):
        """The buttons of the tabs Possible spam and Scheduled."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        button = next((name for name in inbox.VERDICTS if name in request.POST), None)
        if button is None:
            raise BadRequest("no such button")
        version = request.POST[button]
        tab, changes, told = inbox.VERDICTS[button]
        try:
            changed = self.handle(request, pk, int(version) if version.isdecimal() else 0, changes=changes)
        except ConflictError as conflict:
            reference = conflict.consultation_request.reference
            messages.warning(request, f"Check {reference} again. Your choice wasn't saved: someone else saved first.")
        except ConsultationRequest.DoesNotExist:
            messages.warning(request, GONE)
        else:
            link = reverse(PAGE, args=[changed.pk])
            messages.success(
                request, format_html('{} {}. <a href="{}">Open it to check or undo</a>', changed, told, link)
            )
        return redirect(f"{reverse(LIST)}?tab={tab}")

    # A request's page

    def get_fieldsets(self, request, obj=None):
        own = [*EDITED, "note", "seen_version"] if self.has_change_permission(request, obj) else EDITED
        below = data_map.build_fieldsets()
        if obj and obj.source_page:  # which names the service too
            below[0][1]["fields"].remove("from_service")
        return [("Change", {"fields": own}), *below]

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        if found:
            found.clinic = request.clinic  # which knows the titles of pages
        return found

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.conflict = getattr(request, "conflict", None)
        return form

    def change_view(self, request, object_id, form_url="", extra_context=None):
        extra_context = {"may_erase": self.has_erase_permission(request), "subtitle": None, **(extra_context or {})}
        try:
            response = super().change_view(request, object_id, form_url, extra_context)
        except ConflictError as conflict:
            request.conflict = conflict  # now the form shows both versions instead of writing
            response = super().change_view(request, object_id, form_url, extra_context)
        except ConsultationRequest.DoesNotExist:  # erased between reading and writing the form
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if response.status_code == 200:  # a refused form shows the whole request too
            shown = response.context_data["original"]
            self.record(request, Action.VIEW, shown)  # before looking for viewers: of two, at least one sees the other
            response.context_data["title"] = f"Request {shown}"
            response.context_data |= build_context(shown, request=request)
            response.context_data["uses_shortcuts"] = uses_shortcuts(request.user)
            if response.context_data["conflict"] is not None:
                response.context_data["errors"] = []  # the conflict has a panel of its own
        return response

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        messages.warning(request, GONE)
        return redirect(LIST)

    def history_view(self, request, object_id, extra_context=None):
        response = super().history_view(request, object_id, extra_context)
        if response.status_code == 200:
            self.record(request, Action.VIEW, self.get_object(request, object_id), details="history")
        return response

    def save_model(self, request, obj, form, change):
        """Writes the form and its button, and updates `obj` from the result."""
        try:
            changes, outcome = read_button(request.POST, request.user)
        except ValueError as error:
            raise BadRequest("no such button") from error
        version = form.cleaned_data["seen_version"]
        if "_undo" in request.POST:
            who = {"user": request.user, "address": request.client_address}
            try:
                version = undo_last_step(pk=obj.pk, seen_version=version, **who).version
                request.is_undone = True
            except NothingToUndoError:
                messages.warning(request, "There is nothing left to undo.")
        changes = form.changes | changes
        changed = self.handle(
            request, obj.pk, version, changes=changes, outcome=outcome, note=form.cleaned_data["note"]
        )
        request.is_written = changed.version != form.cleaned_data["seen_version"]
        for field in changed._meta.concrete_fields:
            setattr(obj, field.attname, getattr(changed, field.attname))

    def handle(self, request, pk, version, **changes):
        return handle_request(
            pk=pk,
            seen_version=version,
            user=request.user,
            address=request.client_address,
            clinic=request.clinic,
            **changes,
        )

    def construct_change_message(self, request, form, formsets, add=False):
        """For Django's own history: names of fields and of the button, without their contents."""
        fields = [form[name].label.lower() for name in (*EDITED, "note") if name in form.changed_data]
        fields += [words for button, words in BUTTONS.items() if button in request.POST]
        return [{"changed": {"fields": fields}}] if fields else []

    def response_change(self, request, obj):
        """Stays on the page, which says what comes next and links to the next call."""
        if request.is_written:
            messages.success(request, f"{obj}: {'Undone.' if hasattr(request, 'is_undone') else 'Saved.'}")
        else:
            messages.info(request, f"{obj}: Nothing was changed.")
        return redirect(PAGE, obj.pk)

    @method_decorator(require_safe)
    def print_view(self, request, pk):
        return show_print_sheet(self, request, pk)

    # Searching. A term is a patient's name or number: it is sent by POST, and is encrypted in the address that follows.

    @method_decorator(sensitive_post_parameters("term"))
    @method_decorator(require_POST)
    def search_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        address = reverse(LIST)
        term = request.POST.get("term", "").strip()[:200]
        return HttpResponseRedirect(f"{address}?q={encrypt(SEAL + term)}" if term else address)

    def get_search_results(self, request, queryset, search_term):
        term = open_search_term(search_term)
        if not search_term:
            return queryset, False
        if term is None:
            return queryset.none(), False
        return queryset.matching(search_keys.search_keys(term), reference=term), False

    # Erasing

    def erase_view(self, request, pk):
        """Asks first, then erases permanently."""
        if not self.has_erase_permission(request):
            raise PermissionDenied
        consultation_request = get_object_or_404(ConsultationRequest.objects.only("reference"), pk=pk)
        if request.method == "POST":
            reference = consultation_request.reference
            erase_request(
                consultation_request=consultation_request,
                action=Action.ERASE,
                user=request.user,
                address=request.client_address,
            )
            messages.success(request, f"Request {reference} and its emails are erased. Its access records stay.")
            return redirect(LIST)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Erase request {consultation_request.reference}?",
            "consultation_request": consultation_request,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/consultations/consultationrequest/erase.html", context)

    # Read-only fields that show more than the bare value: `shown_as` in the map of patient data

    @admin.display(description="Page that carried the form")
    def source(self, consultation_request):
        """A service's title as it was at the time: the service may be gone."""
        page = consultation_request.source_page
        return consultation_request.from_service or consultation_request.clinic.describe_pages([page])[page]

    @admin.display(description="Campaign")
    def campaign_word(self, consultation_request):
        return consultation_request.campaign or "Not known"


def uses_shortcuts(user):
    return not ShortcutsOff.objects.filter(user=user).exists()


def open_search_term(sealed):
    """The search term from the address; empty without one, None for anything but a sealed term."""
    if not sealed:
        return ""
    try:
        text = decrypt(sealed)
    except InvalidToken:
        return None
    return text.removeprefix(SEAL) if text.startswith(SEAL) else None
