from django.urls import path

from articles import feeds, views

app_name = "articles"

urlpatterns = [
    path("", views.article_list, name="list"),
    path("feed/", feeds.NewestArticles(), name="feed"),
    path("<slug:slug>/", views.article, name="article"),
]
