import re

import pytest
import typst
from django.test import Client
from django.utils import translation

from kith.kernel.languages import INTERFACE_LANGUAGES, Language
from kith.library.actions.translating import translate_statement
from kith.library.leaflets import LeafletSize, set_leaflet, set_slides
from kith.library.queries.reading import advice_page, told_by_staff
from kith.library.rules.words import PageKind
from kith.library.tests import world
from kith.library.tests.world import BY, NAPPIES, SLUG, WEIGHT
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.ui.signs import signs_about

pytestmark = pytest.mark.django_db


def pages_run(content: bytes) -> list[str]:
    """Which way a PDF says that its pages follow each other, each time it says so."""
    return [way.decode() for way in re.findall(rb"/Direction ?/(\w+)", content)]


def its_own_way(language: Language) -> list[str]:
    return ["R2L" if language.code in ("ar", "ur") else "L2R"]


@pytest.mark.parametrize("size", list(LeafletSize))
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES, ids=lambda each: each.code)
def test_every_leaflet_is_an_accessible_pdf_in_its_language(language: Language, size: LeafletSize) -> None:
    world.a_library()
    translate_statement(by=BY, key=NAPPIES, language="ar", text="ستة حفاضات مبللة ثقيلة في اليوم.")
    world.a_page(NAPPIES, urgent=True)
    with translation.override(language.code):
        page = advice_page(ANONYMOUS, SLUG, language.code)
        content = set_leaflet(page, language, size)
    assert content.startswith(b"%PDF-")
    assert b"pdfuaid" in content
    assert re.search(rb"/Lang ?\(%s" % language.code.encode(), content)
    assert pages_run(content) == its_own_way(language)


def test_the_control_typst_alone_lets_punjabi_run_from_right_to_left() -> None:
    page = b'#set document(title: "x")\n#set text(lang: "pa", dir: ltr)\nx'
    assert pages_run(typst.compile(page, pdf_standards=["ua-1"])) == ["R2L"]


def test_a_leaflet_is_found_beside_its_page(client: Client) -> None:
    world.a_library()
    page = client.get(f"/en/advice/{SLUG}/").content.decode()
    names = re.findall(r'href="[^"]*(leaflet-[^"]+)"', page)
    assert len(names) == len(LeafletSize) - 1  # nothing on it is in easy words
    assert client.get(f"/en/advice/{SLUG}/leaflet-easy.pdf").status_code == 404
    for name in names:
        answer = client.get(f"/en/advice/{SLUG}/{name}")
        assert answer["Content-Type"] == "application/pdf"
    assert client.get(f"/en/advice/{SLUG}/leaflet-poster.pdf").status_code == 404


def pages_in(content: bytes) -> int:
    """How many pages a PDF has, as its list of pages says."""
    found = re.search(rb"/Type/Pages/Count (\d+)", content)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES, ids=lambda each: each.code)
def test_a_course_is_shown_one_section_a_slide_in_every_language(language: Language, client: Client) -> None:
    two = world.a_library()
    world.a_page(NAPPIES, WEIGHT, slug="course", kind=PageKind.SLIDES, urgent=True, note="Talk about it.")
    client.force_login(world.a_worker(two))
    answer = client.get(f"/desk/scripts/course/{language.code}.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert b"pdfuaid" in answer.content
    assert re.search(rb"/Lang ?\(%s" % language.code.encode(), answer.content)
    assert pages_run(answer.content) == its_own_way(language)
    # its title, one section, the signs on which to act, and where it comes from
    assert pages_in(answer.content) == 3 + sum(len(about.cards) for about in signs_about(["baby"]))


def test_a_long_slide_is_set_smaller_and_stays_one_slide() -> None:
    two = world.a_library()
    world.say(two, "enough-milk.long", " ".join(["Wet nappies show that milk goes in."] * 24))
    world.a_page(NAPPIES, WEIGHT, "enough-milk.long", slug="course", kind=PageKind.SLIDES, note="Talk about it.")
    page = told_by_staff(world.a_viewer(two), "course", "en")
    assert pages_in(set_slides(page, INTERFACE_LANGUAGES[0])) == 3


def test_a_script_says_what_to_listen_for_and_parents_do_not_find_it(client: Client) -> None:
    two = world.a_library()
    note = "Ask how old the baby is."
    world.a_page(NAPPIES, slug="a-call", kind=PageKind.SCRIPT, title="A first call", note=note)
    assert client.get("/en/advice/a-call/").status_code == 404
    assert "A first call" not in client.get("/en/advice/").content.decode()
    client.force_login(world.a_worker(two))
    assert "A first call" in client.get("/desk/scripts/").content.decode()
    shown = client.get("/desk/scripts/a-call/").content.decode()
    assert note in shown
    assert "six heavy wet nappies" in shown
    prints = re.findall(r'href="(/desk/scripts/a-call/[a-z]+\.pdf)"', shown)
    assert len(prints) == len(INTERFACE_LANGUAGES)
    assert client.get(prints[0]).content.startswith(b"%PDF-")
    assert client.get("/desk/scripts/a-call/tlh.pdf").status_code == 404


def test_a_leaflet_changes_with_the_answer() -> None:
    two = world.a_library()
    language = INTERFACE_LANGUAGES[0]
    before = set_leaflet(advice_page(ANONYMOUS, SLUG, "en"), language, LeafletSize.A4)
    again = set_leaflet(advice_page(ANONYMOUS, SLUG, "en"), language, LeafletSize.A4)
    world.change(two, NAPPIES, "Count at least six heavy wet nappies from day seven.")
    after = set_leaflet(advice_page(ANONYMOUS, SLUG, "en"), language, LeafletSize.A4)
    assert before == again
    assert before != after
