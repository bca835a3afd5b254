"""The addresses of welcome."""

from django.urls import URLPattern

from kith.platform.access.permissions import Audience, Permission
from kith.platform.freshness import Topic
from kith.platform.gate import View, page
from kith.welcome.views import improvements, keeping
from kith.welcome.views import public as public_views

public = [
    page(
        "venues/<int:venue_id>/",
        public_views.venue,
        audience=Audience.PUBLIC,
        name="venue",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page(
        "visits/<slug:visit_token>/",
        public_views.venue_visit,
        audience=Audience.PUBLIC,
        name="venue-visit",
        methods=("GET", "POST"),
    ),
]
root = [
    page("photos/<slug:photo_token>/", public_views.venue_photo, audience=Audience.PUBLIC, name="venue-photo"),
]


def _kept(route: str, view: View, name: str, *methods: str) -> URLPattern:
    return page(
        f"venues/{route}",
        view,
        audience=Audience.STAFF,
        name=name,
        methods=methods or ("GET", "POST"),
        needs=Permission.MANAGE_DIRECTORY,
    )


desk = [
    _kept("", keeping.welcome, "welcome", "GET"),
    _kept("<int:venue_id>/", keeping.keep_welcome, "keep-welcome", "GET"),
    _kept("<int:venue_id>/describe/", keeping.describe, "describe-venue"),
    _kept("<int:venue_id>/photos/add/", keeping.add_venue_photo, "add-photo"),
    _kept("<int:venue_id>/photos/<int:photo_id>/remove/", keeping.remove_venue_photo, "remove-photo", "POST"),
    _kept("<int:venue_id>/visits/ask/", keeping.ask_visit, "ask-visit", "POST"),
    _kept("<int:venue_id>/visits/write/", keeping.write_visit, "write-visit"),
    _kept("<int:venue_id>/improvements/add/", improvements.add_improvement, "add-improvement"),
    _kept("visits/<int:visit_id>/", keeping.visit, "visit"),
    page(
        "improvements/<int:improvement_id>/",
        improvements.improvement,
        audience=Audience.STAFF,
        name="improvement",
        methods=("GET", "POST"),
    ),
]
