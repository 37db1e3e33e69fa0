from django.urls import path

from consultations import views

urlpatterns = [
    path("", views.consultation, name="consultation"),
    path("received/<slug:token>/", views.received, name="consultation-received"),
]
