"""The addresses of the library."""

from django.urls import URLPattern

from kith.library.views import editors, leaflets, reading, signs, voices
from kith.platform.access.permissions import Audience, Permission
from kith.platform.freshness import Topic
from kith.platform.gate import View, page

public = [
    page(
        "advice/",
        reading.advice,
        audience=Audience.PUBLIC,
        name="advice",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page(
        "advice/<slug:slug>/",
        reading.advice_page,
        audience=Audience.PUBLIC,
        name="advice-page",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page(
        "advice/<slug:slug>/easy/",
        reading.easy_page,
        audience=Audience.PUBLIC,
        name="advice-easy",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page("advice/voices/<int:voice_id>/", voices.voice, audience=Audience.PUBLIC, name="voice"),
    page(
        "advice/<slug:slug>/leaflet-<slug:leaflet_size>.pdf",
        leaflets.leaflet,
        audience=Audience.PUBLIC,
        name="leaflet",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
]


def _kept(route: str, view: View, name: str, *, forms: bool = False) -> URLPattern:
    """A page of the library's editors."""
    methods = ("GET", "POST") if forms else ("GET",)
    return page(route, view, audience=Audience.STAFF, name=name, methods=methods, needs=Permission.MANAGE_LIBRARY)


desk = [
    page("scripts/", reading.scripts, audience=Audience.STAFF, name="advice-scripts"),
    page("scripts/<slug:slug>/", reading.script, audience=Audience.STAFF, name="advice-script"),
    page(
        "scripts/<slug:slug>/<slug:text_language>.pdf",
        leaflets.for_staff,
        audience=Audience.STAFF,
        name="advice-print",
    ),
    _kept("library/", editors.library, "library"),
    _kept("library/languages/", editors.languages, "library-languages"),
    _kept("library/signs/", signs.signs, "library-signs"),
    _kept("library/signs/<slug:subject>/check/", signs.check_signs, "check-signs", forms=True),
    _kept("library/statements/new/", editors.add_statement, "add-statement", forms=True),
    _kept("library/statements/<str:statement_key>/", editors.statement, "statement", forms=True),
    _kept("library/statements/<str:statement_key>/words/", editors.propose_wording, "propose-wording", forms=True),
    _kept(
        "library/statements/<str:statement_key>/in/<slug:text_language>/",
        editors.translate_statement,
        "translate-statement",
        forms=True,
    ),
    _kept(
        "library/statements/<str:statement_key>/voice/<slug:text_language>/",
        voices.keep_voice,
        "keep-voice",
        forms=True,
    ),
    _kept("library/pages/new/", editors.add_page, "add-page", forms=True),
    _kept("library/pages/<slug:slug>/", editors.edit_page, "edit-page", forms=True),
    _kept("library/pages/<slug:slug>/in/<slug:text_language>/", editors.translate_page, "translate-page", forms=True),
]
