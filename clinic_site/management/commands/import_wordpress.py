"""Imports articles, pictures and addresses of an old WordPress site: first it tells the plan, then it does it."""

import os
import sys
import tomllib
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from clinic_site.models import ImportedItem
from clinic_site.old_site.applying import Import
from clinic_site.old_site.choices import Choices, ChoicesError, read_choices
from clinic_site.old_site.contents import UPLOADS, Contents, find_uploads
from clinic_site.old_site.plan import PlanError
from clinic_site.old_site.planning import Planner
from clinic_site.old_site.reading import Export, ExportError
from clinic_site.old_site.report import as_text, tell


class Command(BaseCommand):
    help = (
        "Imports the articles of a WordPress site. Without --apply it says what it would do and writes nothing. "
        "docs/install-and-operate.md says how to make the export."
    )

    def add_arguments(self, parser):
        parser.add_argument("exports", nargs="+", type=Path, metavar="EXPORT.xml", help="files of Tools, Export")
        parser.add_argument(
            "--uploads",
            type=Path,
            metavar="FOLDER",
            help=f"a copy of wp-content/uploads; without it {UPLOADS} in DATA_DIR, if it is there",
        )
        parser.add_argument("--choices", type=Path, metavar="FILE", help="what you decide, in a TOML file")
        parser.add_argument("--apply", metavar="DIGEST", help="do the plan with this digest, as it was told")

    def handle(self, *, exports, uploads, choices, apply, **options):
        if uploads and not uploads.is_dir():
            raise CommandError(f"There is no folder {uploads}.")
        try:
            contents = Contents(Export(exports), find_uploads(uploads))
            if apply is None and contents.is_without_files:
                found = f"None of the export’s files is in {contents.uploads}."
                self.stderr.write(f"{found} Use the folder that has a folder for each year.")
            planner = Planner(contents, self.read_choices(choices))
            plan = planner.make(self.print_progress)
            if apply is None:
                self.print_plan(plan)
                self.refuse_unmatched(plan)
                return
            if not plan.digest:
                raise CommandError("There is nothing to do: everything is already imported.")
            if apply != plan.digest:
                raise CommandError(
                    "That is not the plan any more: the export, the choices or this site have changed. Run the command "
                    "without --apply, read the report, and use the digest at its end."
                )
            known = imported_pictures().count()
            outcome = Import(planner).run(on_progress=self.print_progress)
        except (ExportError, PlanError, ChoicesError) as problem:
            raise CommandError(str(problem)) from None
        pictures = imported_pictures().count() - known
        articles = "article" if outcome.articles == 1 else "articles"
        self.stdout.write(f"{outcome.articles:,} {articles} imported. Pictures imported: {pictures:,}.")
        for path, sentence in outcome.without_picture:
            self.stderr.write(f"The picture {path} was not imported: {sentence}")
        for title, sentence in outcome.failed:
            self.stderr.write(f"“{title}” was not imported: {sentence}")
        if outcome.failed or outcome.without_picture:
            raise CommandError("Run the command again: what has been imported stays, the rest is tried again.")
        self.stdout.write("The export may contain patient messages. Delete it once no pictures are waiting.")
        self.refuse_unmatched(plan)

    def read_choices(self, file) -> Choices:
        """Raises ChoicesError."""
        if file is None:
            return Choices()
        try:
            return read_choices(tomllib.loads(file.read_text(encoding="utf-8")))
        except OSError as error:
            raise ChoicesError(f"{file} cannot be read: {error.strerror}.") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ChoicesError(f"{file} is not a TOML file: {error}.") from None

    def print_plan(self, plan):
        try:
            for section in tell(plan):  # one by one: the whole report of a large site is large
                self.stdout.write(f"{as_text([section])}\n")
            if plan.digest:
                self.stdout.write(f"Nothing is written yet. To do exactly this, add: --apply {plan.digest}")
            else:
                self.stdout.write("There is nothing to do: everything is already imported.")
            self.stdout.flush()
        except BrokenPipeError:  # whoever reads it has read enough, such as head
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stdout.fileno())

    def refuse_unmatched(self, plan):
        if plan.unmatched:
            raise CommandError(f"These choices match nothing in the export: {', '.join(plan.unmatched)}.")

    def print_progress(self, done, total):
        if sys.stderr.isatty():
            print(f"\r{done:,} of {total:,}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def imported_pictures():
    return ImportedItem.objects.exclude(picture=None)
