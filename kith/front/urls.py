"""The front door's addresses."""

from kith.front import views
from kith.platform.access import Audience, Permission
from kith.platform.gate import page

root = [
    page("", views.choose_language, audience=Audience.PUBLIC, name="choose-language"),
]
public = [
    page("", views.home, audience=Audience.PUBLIC, name="home", cached=True),
    page("help-now/", views.help_now, audience=Audience.PUBLIC, name="help-now", cached=True),
    page("accessibility/", views.accessibility, audience=Audience.PUBLIC, name="accessibility", cached=True),
    page("privacy/", views.privacy, audience=Audience.PUBLIC, name="privacy", cached=True),
    page("sources/", views.sources, audience=Audience.PUBLIC, name="sources", cached=True),
]
desk = [
    page(
        "helplines/",
        views.helplines,
        audience=Audience.STAFF,
        name="helplines",
        needs=Permission.MANAGE_DIRECTORY,
    ),
    page(
        "helplines/<int:helpline_id>/",
        views.helpline,
        audience=Audience.STAFF,
        name="helpline",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_DIRECTORY,
    ),
]
