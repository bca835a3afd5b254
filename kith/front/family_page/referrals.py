"""The services the family has been referred to, and what became of each referral."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.referrals.queries.referrals import OwnReferral, referrals_of
from kith.referrals.rules.referrals import OPEN
from kith.referrals.wording.referrals import REFERRAL_NEEDS, REFERRAL_REASON_WORDS, REFERRAL_STATES, clock_words


@dataclass(frozen=True)
class Line:
    """One referral in the section."""

    referral: OwnReferral
    need: str
    state: str
    clock: str


def read(opened: Opened) -> list[Line] | None:
    """Those the viewer may see, the latest first; None where there is none."""
    return [
        Line(
            referral=each,
            need=str(REFERRAL_NEEDS[each.row.need]),
            state=str(REFERRAL_STATES[each.row.state]),
            clock=clock_words(each.row.left, is_paused=each.row.is_paused) if each.row.left is not None else "",
        )
        for each in referrals_of(opened.viewer, opened.id)
    ] or None


def moments(it: list[Line]) -> Iterator[Moment]:
    """When each was begun, and how each that is closed ended."""
    for line in it:
        row, last = line.referral.row, line.referral.last
        what = {"need": line.need, "organisation": row.receiver.name}
        yield Moment(row.begun_at, _("Referral to %(organisation)s: %(need)s") % what)
        if row.state not in OPEN:
            reason = (str(REFERRAL_REASON_WORDS[last.reason]),) if last.reason else ()
            yield Moment(last.at, f"{line.state}: {line.need}", reason)
