"""Writing to all families that are expected: a sentence in the language of each, and words of one's own."""

from uuid import UUID

from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import Attendance, BookingState
from kith.groups.rules.notes import SessionNote, may_write
from kith.kernel import clock
from kith.kernel.ids import FamilyId, SessionId
from kith.kernel.languages import ENGLISH
from kith.messages.actions.queueing import queue_message
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.i18n.texts import in_language
from kith.platform.private_links import address
from kith.platform.ui.marketing import keep_to_the_code
from kith.whats_on.queries.desk import session_to_run


@action
def text_expected(*, by: Actor, session_id: SessionId, note: SessionNote, request_key: UUID) -> int:
    """Write to every family that has a place and has neither come nor stayed away; says to how many.

    Words of one's own are signed with one's name. Sent twice by the same key it goes once. Own organisation's sessions
    only; to a bereaved family nothing goes.
    """
    access.require(by, Permission.SEE_REGISTER)
    keep_to_the_code(note.words)
    session = session_to_run(by, session_id, lang=ENGLISH.code)
    if session is None:
        raise NotFound("session")
    expected = Booking.objects.filter(state=BookingState.BOOKED, attendance=Attendance.EXPECTED)
    wanted = expected.filter(session_id=session_id).select_related("session__series")
    # Families are locked one after the other as they are written to: in the same order by whoever does so.
    rows = list(wanted.order_by("family_id"))
    now = clock.now()
    if refusal := may_write(session.ends_at, expected=len(rows), is_cancelled=session.is_cancelled, now=now):
        raise refusal
    for row in rows:
        _write(by, row, note, request_key)
    audit.record(by, "groups.expected_written_to", rows[0].session, count=len(rows), sentence=note.sentence)
    return len(rows)


def _write(by: Actor, row: Booking, note: SessionNote, request_key: UUID) -> None:
    queue_message(
        by=by,
        kind="session_note",
        family_id=FamilyId(row.family_id),
        to_email=row.contact_email or None,
        to_phone=row.contact_phone or None,
        language=row.language,
        facts={
            "title": in_language(row.session.series.title, row.language).text,
            "starts_at": row.session.starts_at.isoformat(),
            "sentence": note.sentence.value,
            "words": note.words,
            "words_language": note.language,
            "who": by.name,
            "link": address("booking", row.token, row.language),
        },
        dedupe_key=f"session_note:{request_key}:{row.pk}",
    )
