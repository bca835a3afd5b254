from dataclasses import dataclass

import pytest
from django.apps import apps
from django.test import Client

from kith.library.actions.translating import translate_statement
from kith.library.queries.editors import statement_page
from kith.library.queries.reading import told_by_staff
from kith.library.rules.translating import TranslationState
from kith.library.rules.words import PageKind
from kith.library.tests import world
from kith.library.tests.world import BY, NAPPIES, SLUG, WEIGHT
from kith.platform.access.viewer import Viewer, viewer_of_account

pytestmark = pytest.mark.django_db

OLD, NEW = "six heavy wet nappies a day are a good sign", "Count at least six heavy wet nappies from day seven."
READ = (f"/en/advice/{SLUG}/", "/en/advice/first-days/", "/desk/scripts/a-call/", "/desk/scripts/a-course/")
PRINTED = (
    *(f"/en/advice/{slug}/leaflet-{size}.pdf" for slug in (SLUG, "first-days") for size in ("a4", "a5", "large")),
    *(f"/desk/scripts/{slug}/{language}.pdf" for slug in ("a-call", "a-course") for language in ("en", "so")),
)
ELSEWHERE = ("/en/advice/weight/leaflet-a4.pdf", "/desk/scripts/a-course-on-weight/en.pdf")


@dataclass(frozen=True)
class Desk:
    """Everything that says one answer, its editor, and her browser."""

    two: world.Two
    editor: Viewer
    client: Client

    def read(self) -> list[str]:
        return [self.client.get(path).content.decode() for path in READ]

    def printed(self, paths: tuple[str, ...]) -> list[bytes]:
        return [self.client.get(path).content for path in paths]


@pytest.fixture
def desk(client: Client) -> Desk:
    two = world.a_library()
    world.a_page(NAPPIES, slug="first-days", title="The first days")
    world.a_page(NAPPIES, slug="a-call", title="A first call", kind=PageKind.SCRIPT, note="Ask how old the baby is.")
    world.a_page(NAPPIES, slug="a-course", title="First feeds", kind=PageKind.SLIDES)
    world.a_page(WEIGHT, slug="weight", title="Weight")
    world.a_page(WEIGHT, slug="a-course-on-weight", title="Weight", kind=PageKind.SLIDES)
    translate_statement(by=BY, key=NAPPIES, language="ro", text="Șase scutece.", checked_by="Daniela Stoian")
    account = world.an_editor(two)
    client.force_login(account)
    editor = viewer_of_account(account)
    assert editor
    return Desk(two, editor, client)


def test_one_change_reaches_every_page_leaflet_slide_and_script_that_cites_it(desk: Desk) -> None:
    before, untouched = desk.printed(PRINTED), desk.printed(ELSEWHERE)
    assert all(content.startswith(b"%PDF-") for content in before + untouched)
    assert all(OLD in page for page in desk.read())
    world.change(desk.two, NAPPIES, NEW)
    assert all(NEW in page and OLD not in page for page in desk.read())
    assert all(old != new for old, new in zip(before, desk.printed(PRINTED), strict=True))
    assert desk.printed(ELSEWHERE) == untouched  # the control: what does not cite it is the same to the byte


def test_one_change_makes_its_translations_older_and_tells_the_owner(desk: Desk) -> None:
    told = apps.get_model("messages", "Message").objects.filter(kind="advice_translations_older")
    state = {line.language.code: line.state for line in statement_page(desk.editor, NAPPIES).translations}
    assert state["ro"] is TranslationState.CHECKED
    assert not told.exists()
    world.change(desk.two, NAPPIES, NEW)
    after = statement_page(desk.editor, NAPPIES)
    state = {line.language.code: line.state for line in after.translations}
    assert state["ro"] is TranslationState.OLDER
    assert {page.slug for page in after.pages} == {SLUG, "first-days", "a-call", "a-course"}
    for slug in ("a-call", "a-course"):
        assert told_by_staff(desk.editor, slug, "ro").sections[0].statements[0].state is TranslationState.OLDER
    assert told.count() == 1
    assert NAPPIES in str(told.get().facts)
