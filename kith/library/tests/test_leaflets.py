import re

import pytest
from django.test import Client
from django.utils import translation

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.library import actions, leaflets, queries
from kith.library.leaflets import LeafletSize, set_leaflet
from kith.library.tests import world
from kith.library.tests.world import BY, NAPPIES, SLUG
from kith.platform.access import ANONYMOUS
from kith.platform.ui.assets import BUILT

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not list(BUILT.glob("*.ttf")), reason="the front end is not built on this machine"),
]


@pytest.mark.parametrize("size", list(LeafletSize))
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES, ids=lambda each: each.code)
def test_every_leaflet_is_an_accessible_pdf_in_its_language(language: object, size: LeafletSize) -> None:
    world.a_library()
    actions.translate_statement(by=BY, key=NAPPIES, language="ar", text="ستة حفاضات مبللة ثقيلة في اليوم.")
    world.a_page(NAPPIES, urgent=True)
    with translation.override(language.code):  # type: ignore[attr-defined]
        page = queries.advice_page(ANONYMOUS, SLUG, language.code)  # type: ignore[attr-defined]
        content = set_leaflet(page, language, size)  # type: ignore[arg-type]
    assert content.startswith(b"%PDF-")
    assert b"pdfuaid" in content
    assert re.search(rb"/Lang ?\(%s" % language.code.encode(), content)  # type: ignore[attr-defined]


def test_the_urgent_signs_come_from_the_one_place_where_they_are_written() -> None:
    first, second = leaflets._signs()
    assert first["heading"] == "Call 999 if your baby"
    assert "has a fit" in str(first["signs"])
    assert len(second["signs"]) > 5  # type: ignore[arg-type]


def test_a_leaflet_is_found_beside_its_page(client: Client) -> None:
    world.a_library()
    page = client.get(f"/en/advice/{SLUG}/").content.decode()
    for name in re.findall(r'href="(leaflet-[^"]+)"', page):
        answer = client.get(f"/en/advice/{SLUG}/{name}")
        assert answer["Content-Type"] == "application/pdf"
    assert client.get(f"/en/advice/{SLUG}/leaflet-poster.pdf").status_code == 404


def test_a_leaflet_changes_with_the_answer() -> None:
    two = world.a_library()
    language = INTERFACE_LANGUAGES[0]
    before = set_leaflet(queries.advice_page(ANONYMOUS, SLUG, "en"), language, LeafletSize.A4)
    again = set_leaflet(queries.advice_page(ANONYMOUS, SLUG, "en"), language, LeafletSize.A4)
    world.change(two, NAPPIES, "Count at least six heavy wet nappies from day seven.")
    after = set_leaflet(queries.advice_page(ANONYMOUS, SLUG, "en"), language, LeafletSize.A4)
    assert len(before) == len(again)
    assert len(before) != len(after)
