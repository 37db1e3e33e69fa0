"""Does what a plan says: one transaction an article, so that a failure or a kill leaves whole articles."""

import logging
import time
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.redirects.models import Redirect
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from articles import pictures
from articles.actions import save_text
from articles.body_pictures import STORED, make_figure
from articles.models import (
    ORIGINAL_LANGUAGE,
    Article,
    ArticleText,
    Picture,
    PictureText,
    Topic,
    TopicName,
)
from clinic_site.facts import current_clinic
from clinic_site.models import ImportedItem
from clinic_site.old_site.bodies import stand_in
from clinic_site.old_site.contents import site_key
from clinic_site.old_site.destinations import LONGEST_OLD_SLUG
from clinic_site.old_site.plan import (
    PlannedArticle,
    PlannedPicture,
    PlannedText,
    digest_of_text,
    is_changed_here,
)
from clinic_site.old_site.planning import Planner

IMPORTED = "Imported from the old site."

logger = logging.getLogger(__name__)


class ChangedMeanwhileError(Exception):
    """An editor changed or deleted the text between plan and import."""


@dataclass
class Outcome:
    """What was done.

    `failed` has (title, sentence) of articles that did not come, `without_picture` (path, sentence) of pictures that
    turned out to be damaged.
    """

    articles: int = 0
    updated: int = 0  # of them, those that were here before
    failed: list[tuple[str, str]] = field(default_factory=list)
    without_picture: list[tuple[str, str]] = field(default_factory=list)


class Import:
    """The import of a plan. `user` is the one whom the history of the articles names, if anyone."""

    def __init__(self, planner: Planner, *, user=None):
        self.planner, self.plan, self.contents = planner, planner.plan, planner.contents
        self.user = user
        self.byline = current_clinic().name
        self.site = site_key(self.plan.site)

    def run(
        self,
        *,
        accepted: Container[str] | None = None,
        redirects: dict[str, str] | None = None,
        seconds: float | None = None,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Outcome:
        """Imports the articles whose digests are `accepted` (all of them without it), for as long as `seconds`.

        `redirects` are those of the plan that was accepted, if it was another one.
        """
        self.outcome = outcome = Outcome()
        ends_at = seconds and time.monotonic() + seconds
        todo = [each for each in self.plan.articles if each.digest and (accepted is None or each.digest in accepted)]
        for article in todo:
            if ends_at and outcome.articles and time.monotonic() > ends_at:
                return outcome
            if problem := self.import_article(article):
                outcome.failed.append((article.first.title, problem))
            else:
                outcome.articles += 1
                outcome.updated += article.article_id is not None
            on_progress(outcome.articles + len(outcome.failed), len(todo))
        self.add_redirects(self.plan.redirects if redirects is None else redirects)
        return outcome

    def import_article(self, article: PlannedArticle) -> str:
        """Returns a sentence if nothing of the article was imported."""
        written = []  # files of pictures, which no transaction takes back
        try:
            with transaction.atomic():
                self.save_article(article, written)
            written = []
            return ""
        except OSError as error:
            return f"Nothing could be written: {error.strerror or 'the disk does not answer'}."
        except ChangedMeanwhileError:
            return "It was changed here in the meantime."
        except Exception:  # one article that fails is alone
            logger.exception("Post %s could not be imported", article.first.item.post_id)
            return "It couldn’t be saved. Run the import again; if it fails again, check the log."
        finally:
            for versions in written:
                if not Picture.objects.filter(content_hash=versions.content_hash).exists():
                    pictures.remove_files(versions.content_hash, versions.width)

    def save_article(self, planned: PlannedArticle, written: list) -> None:
        article = Article.objects.filter(pk=planned.article_id).first()
        is_new = article is None
        if is_new:
            article = Article.objects.create(
                topic=self.get_topic(planned.topic),
                byline=self.byline,
                published_at=planned.first.item.posted_at or timezone.now(),
                next_review_on=self.plan.choices.next_review_on,
            )
        elif planned.first.is_written and planned.first.item.posted_at:
            unpublished = Article.objects.filter(pk=article.pk).exclude(texts__state=ArticleText.State.PUBLISHED)
            unpublished.update(published_at=planned.first.item.posted_at)
        ready = {}  # {path: Picture}
        for path in [*planned.new_pictures, *planned.pictures]:
            if path not in self.plan.pictures or not self.plan.pictures[path].comes:
                continue
            try:
                ready[path] = self.get_picture(self.plan.pictures[path], planned, written)
            except pictures.UnusablePictureError as problem:  # of its pixels, which nobody has read before
                self.outcome.without_picture.append((path, str(problem)))
        lead = ready.get(planned.lead)
        if lead and article.lead_picture is None:
            article.lead_picture = lead
            article.save()
        leads = planned.lead if lead and article.lead_picture == lead else ""
        for text in planned.texts:
            if text.is_written or (text.gets_pictures and ready.keys() & set(planned.new_pictures)):
                self.save_text(article, text, ready, leads)
        planned.pictures = [*planned.pictures, *(path for path in planned.new_pictures if path in ready)]
        guids = [text.item.guid for text in planned.texts]
        ImportedItem.objects.filter(site=self.site, guid__in=guids, text__article=article).update(
            pictures=sorted(set(planned.pictures))
        )
        if self.user:
            LogEntry.objects.log_actions(
                self.user.pk, [article], ADDITION if is_new else CHANGE, IMPORTED, single_object=True
            )

    def save_text(self, article: Article, planned: PlannedText, ready: dict[str, Picture], lead: str) -> None:
        if planned.text_id:
            known = ImportedItem.objects.get(site=self.site, guid=planned.item.guid)
            text = ArticleText.objects.select_for_update().filter(pk=planned.text_id).first()
            if text is None or is_changed_here(text, known):
                raise ChangedMeanwhileError
        else:
            known = ImportedItem(site=self.site, guid=planned.item.guid)
            text = ArticleText(article=article, language=planned.language)
        text.title, text.summary, body = self.planner.read_wording(planned.item.post_id)
        if planned.is_main_picture_first:
            body = make_figure(stand_in(planned.main_picture)) + body
        text.body = self.put_pictures(body, ready, lead)
        text.slug = planned.slug
        if planned.is_public and not planned.text_id:
            text.state = ArticleText.State.PUBLISHED
            text.unreviewed_because = text.unreviewed_because or self.plan.choices.publish
        save_text(text, is_minor_correction=planned.gets_pictures)
        known.post_id, known.text, known.imported_at = planned.item.post_id, text, timezone.now()
        known.source_digest, known.stored_digest = planned.source_digest, digest_of_text(text)
        known.slug = planned.item.slug[:LONGEST_OLD_SLUG]
        known.save()
        self.add_redirects(dict.fromkeys(planned.redirects, planned.address))

    def put_pictures(self, body: str, ready: dict[str, Picture], lead: str) -> str:
        """The body with those of its pictures that are here and do not lead the article."""

        def put(figure):
            path = self.planner.picture_paths[figure[1]]
            return make_figure(ready[path].content_hash, figure[2]) if path in ready and path != lead else ""

        return STORED.sub(put, body)

    def get_topic(self, slug: str) -> Topic:
        topic, is_new = Topic.objects.get_or_create(slug=slug)
        if is_new:
            TopicName.objects.create(topic=topic, language=ORIGINAL_LANGUAGE, name=self.plan.new_topics[slug])
        return topic

    def get_picture(self, planned: PlannedPicture, article: PlannedArticle, written: list) -> Picture:
        """Raises UnusablePictureError and OSError."""
        known = ImportedItem.objects.filter(site=self.site, guid=planned.path, picture__isnull=False).first()
        if known:
            return known.picture
        with self.contents.find_file(planned.path).open("rb") as file:
            versions = pictures.make_versions(File(file, name=planned.path))
        picture = Picture.objects.filter(content_hash=versions.content_hash).first()
        if picture is None:
            written.append(versions)
            pictures.store_files(versions)
            picture = Picture.objects.create(
                name=planned.path.rpartition("/")[2][:100],
                alternative_text=planned.alternative_texts[ORIGINAL_LANGUAGE],
                content_hash=versions.content_hash,
                width=versions.width,
                height=versions.height,
            )
        for language, sentence in planned.alternative_texts.items():
            if language != ORIGINAL_LANGUAGE:
                PictureText.objects.get_or_create(
                    picture=picture, language=language, defaults={"alternative_text": sentence}
                )
        ImportedItem.objects.create(site=self.site, guid=planned.path, post_id=planned.post_id, picture=picture)
        self.add_redirects(dict.fromkeys(planned.redirects, picture.address))
        self.add_redirects(dict.fromkeys(planned.page_redirects, article.first.address))
        return picture

    def add_redirects(self, redirects: dict[str, str]) -> None:
        """Leaves those that exist: the plan has named them."""
        Redirect.objects.bulk_create(
            [Redirect(site_id=settings.SITE_ID, old_path=old, new_path=new) for old, new in redirects.items()],
            ignore_conflicts=True,
        )
