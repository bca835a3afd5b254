"""A staff list is taken in as a whole or not at all; each wrong row is named with what to do."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kith.imports.rows import BadRows
from kith.kernel.refusal import Refusal
from kith.organisations.actions.alliance import add_team
from kith.organisations.models import ImportRun, Invitation
from kith.organisations.queries.people import organisation_cards
from kith.organisations.rules import Role
from kith.organisations.staff_file import StaffFile, rows_of
from kith.organisations.tests.test_administering import browser, own
from kith.platform.sign_in.sending import Letter
from testing.people import KITH, organisation

HEADINGS = "Name,Email,Role,Team,From"
GOOD = ["Mary Ward,mary@example.org,Midwife,,", "Rose Lee,rose@example.org,health-visitor,North,2026-04-01"]


def csv(*rows: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("staff.csv", "\n".join([HEADINGS, *rows]).encode(), "text/csv")


def sent(viewer: Any, *rows: str) -> Any:
    return browser(viewer).post("/desk/people/staff-list/", {"file": csv(*rows)})


def test_a_good_list_invites_everybody(admin: Any, letters: list[Letter]) -> None:
    add_team(by=KITH, organisation_id=own(admin), name="North")
    assert sent(admin, *GOOD).status_code == 303
    assert [each.to_email for each in letters] == ["mary@example.org", "rose@example.org"]
    rows = Invitation.objects.order_by("pk").values_list("name", "role", "team__name")
    assert list(rows) == [("Mary Ward", Role.MIDWIFE, None), ("Rose Lee", Role.HEALTH_VISITOR, "North")]
    assert ImportRun.objects.get().counts == {"invited": 2}


WRONG = {
    "Mary Ward,mary@example.org,king,,": "there is no such role",
    "Mary Ward,mary at home,Midwife,,": "enter an address like",
    ",mary@example.org,Midwife,,": "enter a name",
    "Mary Ward,ward@example.org,Midwife,South,": "no such team",
    "Mary Ward,mary.ward@example.org,Midwife,,31/02/2026": "write a real day",
    "Mary Ward,m.ward@example.org,place-admin,,": "Only a place administrator",
}


def test_every_wrong_row_is_named_and_nobody_is_invited(admin: Any, letters: list[Letter]) -> None:
    twice = ["Ann One,ann@example.org,Midwife,,", "Ann Two,Ann@example.org,Analyst,,"]
    answer = sent(admin, *WRONG, *twice)
    page = answer.content.decode()
    assert answer.status_code == 422
    for number, words in enumerate(WRONG.values(), start=2):
        assert f"Row {number}:" in page
        assert words in page
    assert "Row 9: E-mail: this person stands in the list twice" in page
    assert "Row 8:" not in page
    assert not Invitation.objects.exists()
    run = ImportRun.objects.get()
    assert (run.fault_count, run.counts) == (len(WRONG) + 1, {})
    assert "mary" not in str(run.faults).lower()


def test_the_control_without_the_wrong_rows_the_same_list_is_taken_in(
    admin: Any,
    letters: list[Letter],
) -> None:
    assert sent(admin, "Ann One,ann@example.org,Midwife,,").status_code == 303
    assert Invitation.objects.count() == 1


def test_an_organisation_that_is_not_hers_is_unknown_and_the_place_names_any(
    admin: Any,
    place: Any,
    letters: list[Letter],
) -> None:
    other = organisation()
    name = organisation_cards([other])[other].name
    file = f"Name,Email,Role,Organisation\nMary,mary@example.org,Midwife,{name}".encode()

    def by(viewer: Any) -> Any:
        return browser(viewer).post("/desk/people/staff-list/", {"file": SimpleUploadedFile("a.csv", file)})

    hers = by(admin)
    assert (hers.status_code, "you look after none of this name" in hers.content.decode()) == (422, True)
    assert (
        browser(place).post("/desk/people/staff-list/", {"file": SimpleUploadedFile("a.csv", file)}).status_code == 303
    )


def spreadsheet(*rows: tuple[str, ...]) -> bytes:
    """The least that is a spreadsheet."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}"/>',
        "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Staff" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{links}"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()


def test_a_spreadsheet_is_read_like_a_csv_file() -> None:
    file = StaffFile("staff.xlsx", spreadsheet(("Name", "Email", "Role"), ("Łucja", "l@example.org", "Midwife")))
    (row,) = rows_of(file)
    assert (row.number, row["name"], row["email"], row["role"]) == (2, "Łucja", "l@example.org", "Midwife")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 no spreadsheet", "staff_list_unreadable"),
        (b"Name,Email,Role\n", "staff_list_empty"),
        (b"x" * 2_000_001, "staff_list_too_large"),
        (b"Name,Email,Role\n" + b"a,b,c\n" * 2001, "staff_list_too_large"),
    ],
)
def test_a_file_that_is_no_staff_list_is_refused_in_words(content: bytes, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        rows_of(StaffFile("staff.csv", content))


def test_a_packed_file_that_would_fill_the_memory_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.imports.sent.MOST_UNPACKED", 100)
    with pytest.raises(Refusal, match="staff_list_too_large"):
        rows_of(StaffFile("staff.xlsx", spreadsheet(("Name", "Email", "Role"))))


def test_a_list_without_its_headings_says_which_are_missing() -> None:
    with pytest.raises(BadRows, match="no column for role"):
        rows_of(StaffFile("staff.csv", b"Name,Email\nMary,m@example.org\n"))
