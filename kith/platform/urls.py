"""The addresses of the gallery and of changed ways; the error pages have none."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.platform.ui import views
from kith.platform.ways import views as ways

public = [
    page(
        "way/<slug:way_token>/",
        ways.answer_way,
        audience=Audience.PUBLIC,
        name="answer-way",
        methods=("GET", "POST"),
    ),
]
desk = [
    page("gallery/", views.gallery_page, audience=Audience.STAFF, name="gallery", needs=Permission.SEE_GALLERY),
    page("ways/", ways.ways, audience=Audience.STAFF, name="ways"),
    page(
        "ways/<int:proposal_id>/",
        ways.way_proposal,
        audience=Audience.STAFF,
        name="way-proposal",
        methods=("GET", "POST"),
    ),
    page(
        "ways/<slug:way_kind>/<slug:way_key>/",
        ways.change_way,
        audience=Audience.STAFF,
        name="change-way",
        methods=("GET", "POST"),
    ),
]
