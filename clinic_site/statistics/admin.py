"""The month at a glance, for managers: what was read, who asked, who came. Also as a spreadsheet."""

import csv
import io
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from clinic_site.models import PageViews
from clinic_site.statistics.floor import FLOOR
from clinic_site.statistics.periods import MONTH, QUARTER, YEAR, Period
from clinic_site.statistics.report import HEADS, MOST_ROWS, SORTS, Report
from consultations.desk.export import BYTE_ORDER_MARK, guard_cell

LENGTHS = {"Month": MONTH, "Quarter": QUARTER, "Year": YEAR}
FOLDER = "admin/clinic_site/statistics"
EXAMPLE = [  # invented: everything that is stored of how the site was read on a day
    ("home", "en", 61),
    ("home", "es", 12),
    ("article-12", "en", 34),
    ("article-12", "pl", 3),
    ("service-15", "en", 8),
    ("contact", "ar", 1),
]


class StatisticsAdmin(admin.ModelAdmin):
    """The report instead of a list: no page shows what is stored for a day."""

    def get_urls(self):
        def address(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"clinic_site_pageviews_{name}")

        return [
            address("", self.changelist_view, "changelist"),
            address("export/", self.export_view, "export"),
            address("counted/", self.counted_view, "counted"),
        ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def read_report(self, request):
        """The report that the address asks for. Raises PermissionDenied, BadRequest."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        code = request.GET.get("period")
        try:
            period = Period.read(code) if code else Period.around(timezone.localdate())
        except ValueError:
            raise BadRequest("not a period") from None
        return Report(
            period,
            timezone.now(),
            clinic=request.clinic,
            with_requests=request.user.has_perm("consultations.view_consultationrequest"),
            sort=request.GET["sort"] if request.GET.get("sort") in SORTS else "requests",
        )

    def render(self, request, template, **context):
        return render(
            request,
            f"{FOLDER}/{template}.html",
            {**self.admin_site.each_context(request), "opts": self.opts, "floor": FLOOR, **context},
        )

    @method_decorator(require_safe)
    def changelist_view(self, request, extra_context=None):
        report = self.read_report(request)
        period, today = report.figures.period, timezone.localdate()
        is_whole = "all" in request.GET
        shown = period.first if period.last < today else today

        def link(**changes):
            kept = {"period": period.code, "sort": report.sort, **({"all": "yes"} if is_whole else {}), **changes}
            return f"?{urlencode(kept)}"

        return self.render(
            request,
            "report",
            title=f"Statistics: {period}",
            report=report,
            period=period,
            is_running=period.first <= today <= period.last,
            lengths=[
                (words, link(period=Period.around(shown, length).code), length == period.length)
                for words, length in LENGTHS.items()
            ],
            link_before=link(period=period.before.code),
            link_after=link(period=period.after.code) if period.after.first <= today else "",
            link_all="" if is_whole else link(all="yes"),
            pages_table=report.pages_table(lambda name: link(sort=name), most=None if is_whole else MOST_ROWS),
            number_of_pages=len(report.list_pages()),
            export=f"{reverse('admin:clinic_site_pageviews_export')}{link()}",
        )

    @method_decorator(require_safe)
    def export_view(self, request):
        """The same figures as a spreadsheet."""
        report = self.read_report(request)
        file = io.StringIO(BYTE_ORDER_MARK)
        file.seek(0, io.SEEK_END)
        writer = csv.writer(file)
        width = len(HEADS) if report.with_requests else 4
        writer.writerow(HEADS[:width])
        for line in report.lines():
            writer.writerow([guard_cell(str(cell)) for cell in line] + [""] * (width - len(line)))
        name = f"statistics-{report.figures.period.code}.csv"
        return HttpResponse(
            file.getvalue(),
            content_type="text/csv; charset=utf-8; header=present",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    @method_decorator(require_safe)
    def counted_view(self, request):
        """What is counted, with an example of everything stored for a day."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        today = timezone.localdate()
        rows = [PageViews(i, today, *each) for i, each in enumerate(EXAMPLE, start=1041)]
        fields = PageViews._meta.fields
        return self.render(
            request,
            "counted",
            title="What is counted",
            heads=[field.verbose_name for field in fields],
            rows=[[field.value_from_object(row) for field in fields] for row in rows],
        )
