"""The addresses of missed."""

from kith.missed import views
from kith.platform.access.permissions import Audience
from kith.platform.gate import page

public = [
    page(
        "missed/<slug:missed_token>/",
        views.missed,
        audience=Audience.PUBLIC,
        name="missed",
        methods=("GET", "POST"),
    ),
]
# Who may see the counts is one of several permissions: the query asks.
desk = [page("barriers/", views.barriers, audience=Audience.STAFF, name="barriers")]
