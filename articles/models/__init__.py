from articles.models.articles import REVIEW_DUE_WITHIN, Article, Reference
from articles.models.drafts import Draft, delete_old_drafts
from articles.models.facts import SPOKEN_LANGUAGES, Person, Price
from articles.models.kinds import ORIGINAL_LANGUAGE, OWN_PAGES, PAGE_OF_KIND, SERVICES, SHARED_PAGES, Kind, page_above
from articles.models.pending import PendingChanges, pending_of
from articles.models.pictures import (
    ArticlePicture,
    Picture,
    PictureText,
    count_missing_pictures,
    describe_pictures,
    read_pictures,
)
from articles.models.review_links import ReviewLink, ReviewLinkOpening, delete_old_review_links, digest_of_words
from articles.models.texts import CARE_LEVELS, ArticleText, CareCallout, Wording
from articles.models.topics import Topic, TopicName
from articles.models.trash import TrashedArticle, empty_trash

__all__ = [
    "CARE_LEVELS",
    "ORIGINAL_LANGUAGE",
    "OWN_PAGES",
    "PAGE_OF_KIND",
    "REVIEW_DUE_WITHIN",
    "SERVICES",
    "SHARED_PAGES",
    "SPOKEN_LANGUAGES",
    "Article",
    "ArticlePicture",
    "ArticleText",
    "CareCallout",
    "Draft",
    "Kind",
    "PendingChanges",
    "Person",
    "Picture",
    "PictureText",
    "Price",
    "Reference",
    "ReviewLink",
    "ReviewLinkOpening",
    "Topic",
    "TopicName",
    "TrashedArticle",
    "Wording",
    "count_missing_pictures",
    "delete_old_drafts",
    "delete_old_review_links",
    "describe_pictures",
    "digest_of_words",
    "empty_trash",
    "pending_of",
    "read_pictures",
]
