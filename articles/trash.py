"""Puts articles and single texts into the trash, and brings them back."""

import json

from django.apps import apps
from django.core import serializers
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language_info

from articles.actions import note_pictures, save_text
from articles.models import (
    ORIGINAL_LANGUAGE,
    SERVICES,
    Article,
    ArticleText,
    PendingChanges,
    Picture,
    ReviewLink,
    ReviewLinkOpening,
    Topic,
    TrashedArticle,
    count_missing_pictures,
)


class RestoreError(Exception):
    """Says in a sentence why an article cannot be brought back yet, and what to do."""


@transaction.atomic
def trash_article(article: Article, *, trashed_by: str) -> TrashedArticle:
    """Deletes the article, and keeps everything that belongs to it."""
    texts = list(article.texts.all())
    rows = [article, *texts, *article.references.all()]
    rows += [getattr(article, name) for name in ("person", "price") if hasattr(article, name)]
    rows += list_rows_of_texts(texts)
    trashed = keep_rows(rows, title=str(article), kind=article.kind, trashed_by=trashed_by)
    article.delete()
    return trashed


@transaction.atomic
def trash_text(text: ArticleText, *, trashed_by: str) -> TrashedArticle:
    """Deletes an article's text in one language, and keeps what belongs to it, too."""
    rows = [text, *list_rows_of_texts([text])]
    name = f" ({get_language_info(text.language)['name']} text)"
    title = text.title[: TrashedArticle._meta.get_field("title").max_length - len(name)] + name
    trashed = keep_rows(rows, title=title, kind=text.article.kind, trashed_by=trashed_by)
    text.delete()
    note_pictures(text.article)
    return trashed


def list_rows_of_texts(texts: list[ArticleText]) -> list[models.Model]:
    """Wordings, drafts of changes, and review links with their openings, in an order in which they can be stored."""
    return [
        *(wording for text in texts for wording in text.wordings.all()),
        *PendingChanges.objects.filter(text__in=texts),
        *ReviewLink.objects.filter(text__in=texts),
        *ReviewLinkOpening.objects.filter(link__text__in=texts),
    ]


def keep_rows(rows, **fields):
    contents = {"rows": json.loads(serializers.serialize("json", rows)), "links": list(list_links(rows))}
    return TrashedArticle.objects.create(contents=json.dumps(contents), **fields)


def list_links(rows):
    """What names these rows and no longer will: (model, field, keys of those that name it, key of the row).

    Such as reviews by a person, and what the import of the old site knows of a text.
    """
    own = {(row._meta.label, row.pk) for row in rows}
    for row in rows:
        for relation in row._meta.get_fields(include_hidden=True):
            if relation.auto_created and getattr(relation, "on_delete", None) is models.SET_NULL:
                label = relation.related_model._meta.label
                naming = relation.related_model._base_manager.filter(**{relation.field.name: row})
                keys = [key for key in naming.values_list("pk", flat=True) if (label, key) not in own]
                if keys:
                    yield label, relation.field.name, keys, row.pk


@transaction.atomic
def restore(trashed: TrashedArticle) -> tuple[Article | ArticleText, list[str]]:
    """Brings the article or the text back, all texts as drafts, and says in sentences what is not as it was.

    Raises RestoreError.
    """
    contents = json.loads(trashed.contents)
    kept = serializers.deserialize("python", contents["rows"], ignorenonexistent=True)  # of an earlier release
    rows, told = [each.object for each in kept], []
    if isinstance(rows[0], Article):
        article = rows.pop(0)
        restored = article
        choose_topic(article, told)
        is_gone(article, told)
        article.save_base(raw=True)  # as it was: save() would give a price today's date
    else:
        restored = rows[0]
        article = find_article(restored)
    for row in rows:
        if is_gone(row, told):
            continue
        if isinstance(row, ArticleText):
            row.state = ArticleText.State.DRAFT
            free_slug(row, told)
        if isinstance(row, ArticleText | PendingChanges) and count_missing_pictures(row.body):
            text = row if isinstance(row, ArticleText) else row.text
            told.append(f"A picture in its {get_language_info(text.language)['name']} text has been deleted.")
        if isinstance(row, ReviewLink):
            withdraw(row, told)
        row.save_base(raw=True)
    note_pictures(article)
    for label, name, keys, key in contents["links"]:
        apps.get_model(label)._base_manager.filter(pk__in=keys, **{name: None}).update(**{name: key})
    trashed.delete()
    return restored, told


def withdraw(link: ReviewLink, told: list[str]) -> None:
    """What it showed was gone, so nobody expects that it opens again. What was answered stays."""
    sentence = "Review links that were open have been withdrawn. Make new ones if you still need a review."
    if link.is_open:
        link.withdrawn_at = timezone.now()
        if sentence not in told:
            told.append(sentence)


def find_article(text: ArticleText) -> Article:
    """The one that the text belongs to."""
    article = Article.objects.filter(pk=text.article_id).first()
    if article is None:
        raise RestoreError("Its article is not here. If it is in the trash, restore it first.")
    if article.texts.filter(language=text.language).exists():
        raise RestoreError("Its article has another text in this language now. Delete that one first.")
    return article


def choose_topic(article: Article, told: list[str]) -> None:
    if article.kind in SERVICES and Article.objects.filter(topic=article.topic_id, kind__in=SERVICES).exists():
        raise RestoreError("Its topic has another service now. Give that one another topic first, or delete it.")
    if article.topic_id and not Topic.objects.filter(pk=article.topic_id).exists():
        topics = Topic.objects.all()
        if article.kind in SERVICES:
            topics = topics.exclude(articles__kind__in=SERVICES)
        article.topic = topics.first()
        if article.topic is None:
            raise RestoreError("Its topic has been deleted. Add a topic first.")
        told.append(f"Its topic is gone: it has the topic “{article.topic}” now.")


def free_slug(text: ArticleText, told: list[str]) -> None:
    taken = set(ArticleText.objects.filter(language=text.language).values_list("slug", flat=True))
    if text.slug in taken:
        old, text.slug = text.slug, make_free(text.slug, taken)
        told.append(
            f"Another text has the address “{old}” now: the {text.get_language_display()} one has “{text.slug}”."
        )


def make_free(slug: str, taken: set[str]) -> str:
    """The slug with the first number that makes it free, cut to fit."""
    longest = ArticleText._meta.get_field("slug").max_length - 5
    return next(free for number in range(2, 10_000) if (free := f"{slug[:longest]}-{number}") not in taken)


def is_gone(row, told: list[str]) -> bool:
    """Whether something that the row needs has been deleted since. What it can do without is taken from it."""
    for field in row._meta.fields:
        key = getattr(row, field.attname)
        comes_too = field.related_model in (Article, ArticleText, ReviewLink) and not field.null
        if not field.is_relation or key is None or comes_too:
            continue
        if not field.related_model.objects.filter(pk=key).exists():
            if field.related_model is Picture:
                told.append("A picture that it showed has been deleted.")
            if not field.null:
                return True
            setattr(row, field.attname, None)
    return False


@transaction.atomic
def copy_article(article: Article, *, written_by: str) -> Article:
    """Another article with the same words, all of them drafts that nobody has reviewed."""
    copy = Article.objects.create(
        kind=article.kind,
        topic=article.topic,
        order=article.order,
        byline=article.byline,
        lead_picture=article.lead_picture,
    )
    for name in ("person", "price"):
        if row := getattr(article, name, None):
            row.pk, row.article = None, copy
            row.save(force_insert=True)
    for row in article.references.all():
        row.pk, row.article = None, copy
        row.save(force_insert=True)
    for text in article.texts.all():
        taken = set(ArticleText.objects.filter(language=text.language).values_list("slug", flat=True))
        words = {name: getattr(text, name) for name in ArticleText.WORDING}
        title = f"Copy of {text.title}" if text.language == ORIGINAL_LANGUAGE else text.title
        words["title"] = title[: ArticleText._meta.get_field("title").max_length]
        save_text(
            ArticleText(
                article=copy,
                language=text.language,
                slug=make_free(text.slug, taken),
                is_machine_translation=text.is_machine_translation,
                unreviewed_because=text.unreviewed_because,
                **words,
            ),
            written_by=written_by,
        )
    return copy
