"""The list of articles, for editors."""

from django.contrib.admin.views.main import ChangeList

from articles.models import PendingChanges


class ArticleList(ChangeList):
    def get_results(self, request):
        """Says of each text whether changes of it wait as a draft. There are few of them at a time."""
        super().get_results(request)
        pending = set(PendingChanges.objects.values_list("text", flat=True))
        for article in self.result_list:
            for text in article.texts.all():
                text.has_pending = text.pk in pending
