"""Every page's frame: its language, its direction, the way to help, and no other site's files."""

import time

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.ui import views
from kith.platform.ui.context import page_context
from kith.platform.ui.tests.conftest import Page


def shown(language: str, path: str = "nowhere/", query: str = "") -> Page:
    with translation.override(language):
        return Page(views.not_found(RequestFactory().get(f"/{language}/{path}{query}")).content.decode())


def public(language: str) -> Page:
    request = RequestFactory().get(f"/{language}/find-support/?day=sat")
    with translation.override(language):
        template = engines["pages"].from_string(
            '{% extends "layouts/public.jinja" %}{% block title %}T{% endblock %}{% block main %}M{% endblock %}'
        )
        return Page(template.render(page_context(request), request))


@pytest.mark.parametrize(("language", "direction", "sheet"), [("en", "ltr", "app."), ("ar", "rtl", "app.rtl.")])
def test_a_page_says_its_language_and_runs_its_way(language: str, direction: str, sheet: str):
    page = shown(language)
    assert (page.one("html")["lang"], page.one("html")["dir"]) == (language, direction)
    assert page.one("link", rel="stylesheet")["href"].startswith(f"/static/{sheet}")
    assert page.unclosed == []


def test_the_letters_of_the_language_are_asked_for_at_once():
    preloaded = [link["href"] for link in shown("ar").all("link", rel="preload")]
    assert [name.split("/")[-1].split(".")[0] for name in preloaded] == ["noto-arabic", "noto-latin"]


def test_the_same_page_in_each_language_keeps_its_question():
    page = public("ro")
    links = {link["lang"]: link["href"] for link in page.all("a", _class="kith-languages__link")}
    others = {each.code for each in INTERFACE_LANGUAGES if each.code != "ro"}
    assert links == {code: f"/{code}/find-support/?day=sat" for code in others}
    assert page.one("span", aria_current="true")["text"] == "Română"
    assert page.one("a", lang="ar")["dir"] == "rtl"


def test_help_is_at_the_top_of_every_public_page_and_of_every_error():
    for page in (public("en"), shown("en")):
        assert page.all("a", _class="kith-help")[0]["href"] == "/en/help-now/"


def test_the_page_one_is_on_is_marked():
    assert public("en").one("a", aria_current="page")["href"] == "/en/find-support/"


def test_a_machine_drafted_translation_says_so_and_leads_to_the_english_page():
    notice = shown("ar")
    assert notice.one("aside", _class="kith-notice")
    assert notice.one("a", hreflang="en", lang="en", _class="")["href"] == "/en/nowhere/"
    assert not shown("en").all("aside", _class="kith-notice")


def test_a_page_fetches_from_nobody_else_and_carries_no_script_or_style():
    for element in public("en").elements:
        assert element[""] not in ("script", "style", "iframe")
        assert not element.get("src", "").startswith(("http", "//"))
        if element[""] == "link":
            assert element["href"].startswith("/")


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (views.bad_request, 400),
        (views.forbidden, 403),
        (views.not_found, 404),
        (views.server_error, 500),
    ],
)
def test_an_error_page_keeps_the_numbers_to_call_and_touches_no_table(view, status: int):
    response = view(RequestFactory().get("/en/"))
    assert response.status_code == status
    links = [link["href"] for link in Page(response.content.decode()).all("a", href="tel:")]
    assert {"tel:999", "tel:111", "tel:+443001000212"} <= set(links)


@pytest.mark.parametrize(("kind", "leads_to"), [(ViewerKind.STAFF, "/desk/"), (ViewerKind.PARENT, "/en/")])
@pytest.mark.parametrize("view", [views.bad_request, views.forbidden, views.not_found])
def test_an_error_page_leads_people_at_work_to_their_desk(view, kind: ViewerKind, leads_to: str):
    request = RequestFactory().get("/desk/find/")
    request.viewer = Viewer(kind)
    main = view(request).content.decode().partition("<main")[2]
    assert f'href="{leads_to}"' in main
    assert ('href="/desk/"' in main) == (kind is ViewerKind.STAFF)


def test_a_whole_page_is_drawn_in_about_a_millisecond():
    public("en")
    request = RequestFactory().get("/en/nowhere/")
    fastest = min(_seconds(lambda: views.not_found(request)) for _ in range(30))
    assert fastest < 0.004


def _seconds(work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
