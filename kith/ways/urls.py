"""The addresses of changed ways."""

from kith.platform.access.permissions import Audience
from kith.platform.gate import page
from kith.ways import views

public = [
    page(
        "way/<slug:way_token>/",
        views.answer_way,
        audience=Audience.PUBLIC,
        name="answer-way",
        methods=("GET", "POST"),
    ),
]
desk = [
    page("ways/", views.ways, audience=Audience.STAFF, name="ways"),
    page(
        "ways/<int:proposal_id>/",
        views.way_proposal,
        audience=Audience.STAFF,
        name="way-proposal",
        methods=("GET", "POST"),
    ),
    page(
        "ways/<slug:way_kind>/<slug:way_key>/",
        views.change_way,
        audience=Audience.STAFF,
        name="change-way",
        methods=("GET", "POST"),
    ),
]
