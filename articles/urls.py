from django.urls import path
from django.views.decorators.cache import cache_control

from articles import feeds, views

app_name = "articles"

urlpatterns = [
    path("", views.article_list, name="list"),
    path("feed/", cache_control(public=True)(feeds.NewestArticles()), name="feed"),
    path("<slug:slug>/", views.article, name="article"),
]
