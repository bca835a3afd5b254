"""Training as it is asked, had, noted and told; each thing once, and nothing half-done."""

import io
import zipfile
from datetime import UTC, datetime, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from kith.education.actions import news, sessions
from kith.education.actions.asking import set_requirement
from kith.education.actions.importing import load_training
from kith.education.actions.recording import Attended, note_training
from kith.education.actions.reminding import remind_of_training
from kith.education.actions.workforce import count_workforce
from kith.education.models.news import LibraryNews, NewsReading
from kith.education.models.qualifications import Qualification
from kith.education.models.requirements import Requirement
from kith.education.models.sessions import TrainingAttendance
from kith.education.queries.gaps import Sought, gap_page
from kith.education.queries.national import training_module
from kith.education.queries.news import news_page, unseen_news
from kith.education.queries.trained import may_do, trained_until
from kith.education.queries.workforce import own_counts
from kith.education.rules.codes import NewsKind, Presence
from kith.education.rules.communities import Community
from kith.education.rules.requirements import Asked
from kith.imports.rows import BadRows
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.quarter import Quarter
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.organisations.rules import Duty, Role
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked
from kith.tasks.queries.notices import NoticeRow, unseen_notices
from testing.people import KITH, account_of, organisation, worker
from testing.training import trained

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SLEEP = Training.SAFER_SLEEP


@pytest.fixture(autouse=True)
def _second_factor_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)


def member(viewer: Viewer):
    assert viewer.membership_id
    return viewer.membership_id


def browser(viewer: Viewer) -> Client:
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(account_of(viewer))
    return client


def gaps_of(viewer: Viewer, **sought):
    found = gap_page(viewer, Sought(**sought), ListAsked(), today=clock.today())
    return {(row.name, row.status.training, row.status.state) for row in found.gaps.rows}


def test_an_old_qualification_counts_until_its_day_and_only_the_newest_version_asks():
    own = organisation()
    lead = worker(Role.FEEDING_LEAD, at=own, name="Lead")
    midwife = worker(Role.MIDWIFE, at=own, name="Mary")
    trained(midwife, SLEEP)
    until = trained_until(member(midwife), SLEEP)
    stricter = Asked((Role.MIDWIFE,), needs_competence=True, lasts_months=6, grace_days=0)
    set_requirement(by=lead, training=SLEEP, asked=stricter, from_on=clock.today(), after=1)
    with pytest.raises(Refusal, match="changed_since"):
        set_requirement(by=lead, training=SLEEP, asked=Asked(), from_on=clock.today(), after=1)
    assert trained_until(member(midwife), SLEEP) == until
    # A role that the newest version does not name is asked for nothing, whatever the old one said.
    assert {name for name, training, _ in gaps_of(lead) if training is SLEEP} == set()
    with clock.use(clock.FixedClock(clock.now() + timedelta(days=800))):
        assert not may_do(member(midwife), SLEEP)
        assert {name for name, training, _ in gaps_of(lead) if training is SLEEP} == {"Mary"}
        note_training(by=KITH, attended=Attended(member(midwife), SLEEP, clock.today(), "Unit"))
        assert not may_do(member(midwife), SLEEP)
    assert [row.version for row in Requirement.objects.filter(training=SLEEP).order_by("version")] == [1, 2]
    with pytest.raises(DatabaseError, match="keeps what was written"), transaction.atomic():
        Requirement.objects.filter(training=SLEEP).update(lasts_months=1)


def test_a_session_trains_who_came_and_a_correction_takes_it_back():
    lead, midwife, other = worker(Role.FEEDING_LEAD), worker(Role.MIDWIFE), worker(Role.MIDWIFE)
    new = sessions.NewSession(SLEEP, clock.today(), "Room 2, 10:00", "Anna")
    key = new_uuid()
    session_id = sessions.plan_training(by=lead, new=new, request_key=key)
    assert sessions.plan_training(by=lead, new=new, request_key=key) == session_id
    both = [member(midwife), member(other)]
    assert sessions.expect_people(by=lead, session_id=session_id, membership_ids=both) == 2
    assert sessions.expect_people(by=lead, session_id=session_id, membership_ids=both) == 0
    to = {"by": lead, "session_id": session_id, "membership_id": member(midwife)}
    sessions.note_presence(**to, presence=Presence.ATTENDED)
    sessions.note_presence(**to, presence=Presence.ATTENDED)
    assert (may_do(member(midwife), SLEEP), may_do(member(other), SLEEP)) == (True, False)
    with pytest.raises(Refusal, match="training_session_held"):
        sessions.call_off_training(by=lead, session_id=session_id)
    with pytest.raises(DatabaseError, match="take it back first"), transaction.atomic():
        TrainingAttendance.objects.update(presence=Presence.DID_NOT_COME)
    sessions.note_presence(**to, presence=Presence.DID_NOT_COME)
    assert not may_do(member(midwife), SLEEP)
    sessions.note_presence(**to, presence=Presence.ATTENDED)
    assert Qualification.objects.filter(taken_back_on=None).count() == 1
    figures = training_module(lead, Quarter.of(clock.today()))
    assert [(row.training, row.offered.value, row.people) for row in figures] == [(SLEEP, "new", 1)]


def test_the_database_lets_no_qualification_stand_without_its_proof():
    midwife, other = worker(Role.MIDWIFE), worker(Role.MIDWIFE)
    trained(midwife, SLEEP)
    row = Qualification.objects.get()
    for wrong in ({"membership_id": member(other)}, {"attendance_id": None}, {"training": Training.SAFEGUARDING}):
        again = {"taken_back_on": row.from_on, "taken_back_why": "mistake"}
        fields = {name: getattr(row, name) for name in ("training", "membership_id", "requirement_id", "attendance_id")}
        fields |= {"from_on": row.from_on, "noted_at": row.noted_at}
        with pytest.raises(DatabaseError), transaction.atomic():
            Qualification.objects.create(**fields | again | wrong)


HEADINGS = "Email,Training,Date,Provider"


def test_a_list_is_noted_whole_or_not_at_all_and_each_wrong_row_is_named(tmp_path):
    lead, midwife = worker(Role.FEEDING_LEAD), worker(Role.MIDWIFE)
    mail, today = account_of(midwife).email, clock.today()
    good = f"{mail.upper()},safer sleep,{today - DAY:%d/%m/%Y},Unit"
    wrong = {
        f"nobody@example.org,safer_sleep,{today},Unit": "nobody who works here",
        f"{mail},knitting,{today},Unit": "there is no such training",
        f"{mail},Safeguarding,{today + DAY},Unit": "this day has not come yet",
        f"{mail},Safeguarding,31/02/2026,Unit": "write a real day",
        f"{mail},Safeguarding,{today},": "write who gave the training",
        good: "stand in the list twice",
    }
    client, address = browser(lead), reverse("training-list")

    def sent(content: bytes, name: str = "list.csv"):
        return client.post(address, {"file": SimpleUploadedFile(name, content)})

    answer = sent("\n".join([HEADINGS, good, *wrong]).encode())
    page = answer.content.decode()
    assert answer.status_code == 422
    for number, words in enumerate(wrong.values(), start=3):
        assert f"Row {number}: " in page
        assert words in page
    assert not TrainingAttendance.objects.exists()
    answer = sent(a_spreadsheet(merged=True), "list.xlsx")
    assert "One heading lies over several columns" in answer.content.decode()
    file = tmp_path / "list.csv"
    file.write_text(f"{HEADINGS}\n{good}\nnobody@example.org,update,{today},Unit\n")
    with pytest.raises(BadRows, match="row 3: Email: nobody"):
        load_training(file, lambda _at, _of: None)
    for _twice in range(2):
        assert sent(f"{HEADINGS}\n{good}\n".encode()).status_code == 303
    assert may_do(member(midwife), SLEEP)
    assert TrainingAttendance.objects.count() == 1


def a_spreadsheet(*, merged: bool) -> bytes:
    """The smallest workbook with one heading over two columns."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    cells = "".join(f'<c r="{column}{row}" t="inlineStr"><is><t>x</t></is></c>' for row in (1, 2) for column in "ABCD")
    first, second = cells[: len(cells) // 2], cells[len(cells) // 2 :]
    over = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' if merged else ""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="A" sheetId="1" '
        'r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1">{first}</row><row r="2">{second}'
        f"</row></sheetData>{over}</worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()


def test_news_reaches_those_whose_work_it_is_and_the_lead_sees_who_has_seen_it():
    own = organisation()
    lead, midwife = worker(Role.FEEDING_LEAD, at=own), worker(Role.MIDWIFE, at=own, name="Mary")
    analyst = worker(Role.ANALYST, at=own)
    news.set_statement_use(by=lead, key="sleep.back", roles=[Role.MIDWIFE])
    change = news.Change("sleep.back", NewsKind.CHANGED, "2", "On the side", "On the back")
    news_id = news.announce_change(by=KITH, change=change)
    assert news.announce_change(by=KITH, change=change) == news_id
    assert [row.id for row in unseen_news(midwife).rows] == [news_id]
    assert unseen_news(lead).rows == ()
    with pytest.raises(NotFound):
        news_page(analyst, news_id)
    (share,) = news_page(lead, news_id).shares
    assert (share.told, share.seen, share.unseen) == (1, 0, ("Mary",))
    client, address = browser(midwife), reverse("library-change", args=[news_id])
    assert "On the back" in client.get(address).content.decode()
    for _twice in range(2):
        assert client.post(address).status_code == 303
    assert NewsReading.objects.count() == 1
    assert unseen_news(midwife).rows == ()
    (share,) = news_page(lead, news_id).shares
    assert (share.seen, share.unseen) == (1, ())
    with pytest.raises(DatabaseError, match="keeps what was written"), transaction.atomic():
        LibraryNews.objects.update(after="On the front")


ENDED = ["training_ended", "training_ends"]


def _of_sleep(viewer: Viewer) -> list[NoticeRow]:
    rows = [row for row in unseen_notices(viewer).rows if row.facts["training"] == SLEEP]
    return sorted(rows, key=lambda row: row.kind)


def test_people_hear_once_that_their_training_ends_and_managers_when_it_has_ended():
    midwife = worker(Role.MIDWIFE)
    manager = worker(Role.COORDINATOR, at=next(iter(midwife.organisation_ids)), duties=[Duty.MANAGER])
    trained(midwife, SLEEP)
    ends_on = trained_until(member(midwife), SLEEP)
    assert ends_on
    heard = []
    for day in (ends_on - 61 * DAY, ends_on, ends_on + DAY, ends_on + 2 * DAY):
        with clock.use(clock.FixedClock(datetime.combine(day, time(9), UTC))):
            remind_of_training(by=KITH)
            heard.append([row.kind for viewer in (midwife, manager) for row in _of_sleep(viewer)])
    assert heard == [
        [],
        ["training_ends"],
        [*ENDED, "training_of_colleague_ended"],
        [*ENDED, "training_of_colleague_ended"],
    ]


def test_counts_of_communities_are_of_ones_own_organisation_and_the_last_ones_count():
    lead = worker(Role.FEEDING_LEAD)
    (own,) = lead.organisation_ids
    people = dict.fromkeys(Community, 20)
    count_workforce(by=lead, organisation_id=own, people=people)
    count_workforce(by=lead, organisation_id=own, people=people | {Community.ASIAN: 30})
    with pytest.raises(NotFound):
        count_workforce(by=lead, organisation_id=organisation(), people=people)
    assert own_counts(lead, own) == people | {Community.ASIAN: 30}
