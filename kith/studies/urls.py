"""The addresses of studies."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.studies import views

ASK = ("GET", "POST")
PUBLIC, STAFF = Audience.PUBLIC, Audience.STAFF
_PARTAKES, _GATHERS = Permission.SEE_THEMES, Permission.MANAGE_THEMES
public = [
    page(
        "take-part/questions/<slug:study_token>/",
        views.answer,
        audience=PUBLIC,
        name="answer-study",
        methods=ASK,
    ),
]
desk = [
    page("studies/", views.all_studies, audience=STAFF, name="studies", needs=_PARTAKES),
    page("studies/new/", views.begin, audience=STAFF, name="begin-study", methods=ASK, needs=_GATHERS),
    page("studies/<int:study_id>/", views.one, audience=STAFF, name="study", methods=ASK, needs=_PARTAKES),
    page(
        "studies/<int:study_id>/interview/",
        views.interview,
        audience=STAFF,
        name="enter-interview",
        methods=ASK,
        needs=_GATHERS,
    ),
]
