from articles.models.articles import (
    CARE_LEVELS,
    ORIGINAL_LANGUAGE,
    REVIEW_DUE_WITHIN,
    Article,
    ArticleText,
    CareCallout,
    Reference,
    Topic,
    TopicName,
    Wording,
)
from articles.models.pictures import ArticlePicture, Picture, PictureText

__all__ = [
    "CARE_LEVELS",
    "ORIGINAL_LANGUAGE",
    "REVIEW_DUE_WITHIN",
    "Article",
    "ArticlePicture",
    "ArticleText",
    "CareCallout",
    "Picture",
    "PictureText",
    "Reference",
    "Topic",
    "TopicName",
    "Wording",
]
