import re

import pytest
from django.test import Client
from django.utils import translation

from kith.kernel.languages import INTERFACE_LANGUAGES, Language
from kith.library import actions, queries
from kith.library.leaflets import LeafletSize, set_leaflet
from kith.library.tests import world
from kith.library.tests.world import BY, NAPPIES, SLUG
from kith.platform.access import ANONYMOUS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("size", list(LeafletSize))
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES, ids=lambda each: each.code)
def test_every_leaflet_is_an_accessible_pdf_in_its_language(language: Language, size: LeafletSize) -> None:
    world.a_library()
    actions.translate_statement(by=BY, key=NAPPIES, language="ar", text="ستة حفاضات مبللة ثقيلة في اليوم.")
    world.a_page(NAPPIES, urgent=True)
    with translation.override(language.code):
        page = queries.advice_page(ANONYMOUS, SLUG, language.code)
        content = set_leaflet(page, language, size)
    assert content.startswith(b"%PDF-")
    assert b"pdfuaid" in content
    assert re.search(rb"/Lang ?\(%s" % language.code.encode(), content)


def test_a_leaflet_is_found_beside_its_page(client: Client) -> None:
    world.a_library()
    page = client.get(f"/en/advice/{SLUG}/").content.decode()
    names = re.findall(r'href="(leaflet-[^"]+)"', page)
    assert len(names) == len(LeafletSize)
    for name in names:
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
    assert before == again
    assert before != after
