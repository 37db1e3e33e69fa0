from articles.models.articles import (
    CARE_LEVELS,
    DUE_WITHIN,
    ORIGINAL_LANGUAGE,
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
    "DUE_WITHIN",
    "ORIGINAL_LANGUAGE",
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
