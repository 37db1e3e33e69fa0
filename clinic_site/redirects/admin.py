"""The staff pages of redirects from old addresses: one by one, or a whole table pasted."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.redirects.admin import RedirectAdmin as DjangosRedirectAdmin
from django.contrib.redirects.models import Redirect
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import path

from articles.publishing.edit_conflicts import ConflictAdminMixin
from articles.slug_redirects import prevent_chains
from clinic_site.redirects.addresses import MAX_ROWS, AddressError, Pages, read_table

MAX_NAMED = 20  # lines of a table that were left out
LIST = "admin:redirects_redirect_changelist"


class RedirectForm(forms.ModelForm):
    class Meta:
        labels = {"old_path": "Old address", "new_path": "New address"}
        help_texts = {
            "old_path": "Enter the old address, in full or from the first slash after the site's name on: "
            "/2022/06/18/knee-pain/",
            "new_path": "Enter the path of a page on this site: /articles/knee-pain/",
        }
        widgets = {
            "old_path": forms.TextInput(attrs={"class": "vLargeTextField", "dir": "ltr"}),
            "new_path": forms.TextInput(attrs={"class": "vLargeTextField", "dir": "ltr"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("old_path", "new_path"):
            self.fields[name].required = True
            self.fields[name].max_length = None  # the stored address may be shorter than the one that was copied
            self.fields[name].validators = []
            self.fields[name].widget.attrs.pop("maxlength", None)

    def clean_old_path(self):
        old = validate(Pages().read_old_address, self.cleaned_data["old_path"])
        others = Redirect.objects.filter(site=settings.SITE_ID, old_path=old).exclude(pk=self.instance.pk)
        if other := others.first():
            raise forms.ValidationError(f"“{old}” already redirects to “{other.new_path}”.")
        return old

    def clean_new_path(self):
        return validate(Pages().read_new_address, self.cleaned_data["new_path"])


def validate(read, text):
    try:
        return read(text)
    except AddressError as problem:
        raise forms.ValidationError(str(problem)) from None


class TableForm(forms.Form):
    table = forms.CharField(
        label="Old and new addresses",
        help_text=(
            "One page a line: the old address, then the new one, with a tab, a comma or a space between them. Or paste "
            "what the WordPress plugins Redirection (CSV or JSON) and Yoast SEO (CSV) export."
        ),
        error_messages={"required": "Paste at least one line."},
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField", "dir": "ltr", "spellcheck": "false"}),
    )

    def clean_table(self):
        table = validate(read_table, self.cleaned_data["table"])
        self.problems = table.problems
        if table.problems:
            raise forms.ValidationError("Correct or remove the lines below. Nothing is saved yet.")
        if not table.redirects:
            raise forms.ValidationError("Paste at least one redirect from one address to another.")
        return table


class RedirectAdmin(ConflictAdminMixin, DjangosRedirectAdmin):
    form = RedirectForm
    fields = ["old_path", "new_path"]
    list_filter = []
    list_per_page = 200
    search_help_text = "Any part of the old or the new address"

    def save_model(self, request, obj, form, change):
        obj.site_id = settings.SITE_ID
        super().save_model(request, obj, form, change)
        prevent_chains(obj.old_path, obj.new_path)

    def get_urls(self):
        paste = path("paste/", self.admin_site.admin_view(self.paste_view), name="redirects_redirect_paste")
        return [paste, *super().get_urls()]

    def paste_view(self, request):
        """Saves a whole table or nothing of it."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        form = TableForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            self.save_table(request, form.cleaned_data["table"])
            return redirect(LIST)
        context = {
            **self.admin_site.each_context(request),
            "title": "Paste a table of redirects",
            "opts": self.opts,
            "form": form,
            "problems": getattr(form, "problems", []),
            "max_rows": f"{MAX_ROWS:,}",
        }
        return render(request, "admin/redirects/redirect/paste.html", context)

    @transaction.atomic
    def save_table(self, request, table):
        """Adds new redirects, changes those to another page, and leaves no chain of two."""
        stored = Redirect.objects.filter(site=settings.SITE_ID, old_path__in=table.redirects)
        known = dict(stored.values_list("old_path", "new_path"))
        changed = {old: new for old, new in table.redirects.items() if known.get(old) != new}
        Redirect.objects.filter(old_path__in=set(table.redirects.values())).delete()
        for chained in Redirect.objects.filter(new_path__in=changed):
            Redirect.objects.filter(pk=chained.pk).update(new_path=changed[chained.new_path])
        Redirect.objects.bulk_create(
            [Redirect(site_id=settings.SITE_ID, old_path=old, new_path=new) for old, new in changed.items()],
            update_conflicts=True,
            unique_fields=["site", "old_path"],
            update_fields=["new_path"],
        )
        saved = Redirect.objects.filter(site=settings.SITE_ID, old_path__in=changed)
        LogEntry.objects.log_actions(request.user.pk, saved, CHANGE, "Pasted in a table.")
        counts = [
            (len(changed.keys() - known.keys()), "added"),
            (len(changed.keys() & known.keys()), "changed"),
            (len(table.redirects) - len(changed), "unchanged"),
        ]
        summary = ", ".join(f"{count} {result}" for count, result in counts if count)
        messages.success(request, f"Redirects: {summary}.")
        if table.left_out:
            listed = "; ".join(f"“{line}” ({reason})" for line, reason in table.left_out[:MAX_NAMED])
            more = f"; and {len(table.left_out) - MAX_NAMED} more" if len(table.left_out) > MAX_NAMED else ""
            messages.info(request, f"Left out: {listed}{more}.")
