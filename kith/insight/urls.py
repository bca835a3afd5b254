"""Insight's addresses."""

from django.urls import URLPattern

from kith.insight import views
from kith.platform.access.permissions import Audience, Permission
from kith.platform.freshness import Topic
from kith.platform.gate import View, page


def _public(route: str, view: View, name: str) -> URLPattern:
    """A page of what was released: it is made anew when something is."""
    return page(route, view, audience=Audience.PUBLIC, name=name, cached=True, topics=(Topic.NUMBERS,))


public = [
    _public("our-numbers/", views.our_numbers, "our-numbers"),
    _public("our-numbers/feeding.csv", views.feeding_csv, "feeding-csv"),
    _public("our-numbers/releases/", views.releases, "number-releases"),
    _public(
        "our-numbers/releases/<int:year>-<int:number>-<int:edition>.json", views.release_file, "number-release-file"
    ),
]
desk = [
    page("numbers/", views.live_numbers, audience=Audience.STAFF, name="live-numbers", needs=Permission.SEE_NUMBERS),
    page(
        "numbers/releases/",
        views.release_desk,
        audience=Audience.STAFF,
        name="release-desk",
        needs=Permission.RELEASE_NUMBERS,
    ),
    page(
        "numbers/releases/<int:year>/<int:number>/",
        views.release_quarter,
        audience=Audience.STAFF,
        name="release-quarter",
        methods=("GET", "POST"),
        needs=Permission.RELEASE_NUMBERS,
    ),
]
