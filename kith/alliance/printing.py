"""The minutes of a meeting as a PDF: for members with names, for the public without."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.alliance.queries.meetings import InterestRow, MeetingPage, MeetingRow, PointRow
from kith.alliance.rules.codes import MeetingState, Presence
from kith.alliance.wording.meetings import AGENDA_KINDS, MEETING_STATES
from kith.files.typesetting import typeset
from kith.kernel.languages import Language
from kith.platform.ui import formats

TEMPLATE = Path(__file__).resolve().parent / "templates/alliance/minutes.typ"


def set_minutes(found: MeetingPage, language: Language) -> bytes:
    """The agenda with its papers and, once it was held, who came, what was said and decided, and who does what."""
    facts = _facts(found.row, [_point(each, is_public=False) for each in found.points])
    came = [each.who.name for each in found.attended if each.who and each.presence is Presence.PRESENT]
    sorry = [each.who.name for each in found.attended if each.who and each.presence is Presence.APOLOGIES]
    facts["notes"] = [
        *([_("Came: %(names)s") % {"names": ", ".join(came)}] if came else []),
        *([_("Sent apologies: %(names)s") % {"names": ", ".join(sorry)}] if sorry else []),
        *_interests(found.interests),
    ]
    facts["actions_heading"] = _("Agreed actions")
    facts["actions"] = [
        {
            "what": each.what,
            "facts": " · ".join(
                (
                    each.decision,
                    each.owner.name if each.owner else _("has left"),
                    _("Due") + " " + formats.date(each.due_on, "medium"),
                )
            ),
        }
        for each in found.actions
    ]
    return typeset(TEMPLATE, facts, language)


def set_public_minutes(row: MeetingRow, points: Iterable[PointRow], language: Language) -> bytes:
    """Points and decisions alone: no attendance, no owner, nothing that was said."""
    facts = _facts(row, [_point(each, is_public=True) for each in points])
    facts["notes"] = [_("What was spoken of and what was decided, without names.")]
    return typeset(TEMPLATE, facts, language)


def _facts(row: MeetingRow, points: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": _("Meeting of the alliance"),
        "place": settings.KITH.title,
        "when": f"{formats.date(row.starts_at)}, {formats.time(row.starts_at)}–{formats.time(row.ends_at)}",
        "where": "" if row.state is MeetingState.APPROVED else row.place,
        "state": str(MEETING_STATES[row.state]),
        "points": points,
        "nothing": _("Spoken of, nothing decided."),
        "actions_heading": "",
        "actions": [],
    }


def _point(point: PointRow, *, is_public: bool) -> dict[str, Any]:
    carried = ngettext("Carried over %(count)s time", "Carried over %(count)s times", point.carried)
    return {
        "title": point.title,
        "kind": str(AGENDA_KINDS[point.kind]),
        "carried": carried % {"count": formats.number(point.carried)} if point.carried and not is_public else "",
        "paper": "" if is_public or point.paper == point.title else point.paper,
        "minutes": "" if is_public else point.minutes,
        "decisions": [{"number": each.number, "words": each.words} for each in point.decisions],
    }


def _interests(rows: Iterable[InterestRow]) -> list[str]:
    return [
        _("%(name)s declares an interest: %(interest)s") % {"name": each.who.name, "interest": each.words}
        + (f" ({each.point})" if each.point else "")
        for each in rows
        if each.who
    ]
