from django.urls import path
from django.views.decorators.cache import cache_control

from articles import feeds, reviewing, views

app_name = "articles"

urlpatterns = [
    path("", views.article_list, name="list"),
    path("feed/", cache_control(public=True)(feeds.NewestArticles()), name="feed"),
    path("review/<str:token>/", reviewing.review, name="review"),
    path("<slug:slug>/", views.article, name="article"),
]
