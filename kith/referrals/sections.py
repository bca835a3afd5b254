"""What referrals bring to shared pages: those to answer, a family's, and a parent's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Moment, Section
from kith.families.rules.codes import Purpose
from kith.kernel.ids import FamilyId, OrganisationId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui.sections import DayContext, DayList, PageLink
from kith.referrals.queries.referrals import OwnReferral, referrals_of, to_answer_count
from kith.referrals.rules.referrals import OPEN
from kith.referrals.wording.referrals import (
    REFERRAL_NEEDS,
    REFERRAL_REASON_WORDS,
    REFERRAL_STATES,
    TO_A_PARENT,
    clock_words,
)


@dataclass(frozen=True)
class ToAnswer:
    """How many referrals wait for the viewer's organisation, and how many of them late: one line."""

    count: int
    late: int
    family_id: FamilyId | None = None


@dataclass(frozen=True)
class Line:
    """One referral in the section."""

    referral: OwnReferral
    need: str
    state: str
    clock: str


@dataclass(frozen=True)
class MyReferral:
    """One referral on the parent's own page: what for, what became of it in their words, and why."""

    referral: OwnReferral
    need: str
    state: str
    reason: str


def ends_without_consent(
    viewer: Viewer, *, family_id: FamilyId, organisation_id: OrganisationId, purpose: Purpose, **_more: object
) -> Iterator[str]:
    """The referrals that end when the organisation may no longer know what they need."""
    for each in referrals_of(viewer, family_id) if purpose is Purpose.REFERRAL else ():
        if each.row.state in OPEN and each.row.receiver.id == organisation_id:
            need = {"need": REFERRAL_NEEDS[each.row.need], "organisation": each.row.receiver.name}
            yield gettext("The referral to %(organisation)s ends: %(need)s") % need


def _to_answer(context: DayContext) -> Listed[ToAnswer]:
    """The line, where there is something to answer."""
    if Permission.ANSWER_REFERRAL not in context.viewer.permissions:
        return Listed(())
    count, late = to_answer_count(context.viewer)
    return Listed((ToAnswer(count, late),) if count else ())


def _of_family(context: FamilyContext) -> list[Line] | None:
    """Those the viewer may see, the latest first; None where there is none."""
    return [
        Line(
            referral=each,
            need=str(REFERRAL_NEEDS[each.row.need]),
            state=str(REFERRAL_STATES[each.row.state]),
            clock=clock_words(each.row.left, is_paused=each.row.is_paused) if each.row.left is not None else "",
        )
        for each in referrals_of(context.viewer, context.id)
    ] or None


def _moments(it: list[Line]) -> Iterator[Moment]:
    """When each was begun, and how each that is closed ended."""
    for line in it:
        row, last = line.referral.row, line.referral.last
        what = {"need": line.need, "organisation": row.receiver.name}
        yield Moment(row.begun_at, gettext("Referral to %(organisation)s: %(need)s") % what)
        if row.state not in OPEN:
            reason = (str(REFERRAL_REASON_WORDS[last.reason]),) if last.reason else ()
            yield Moment(last.at, f"{line.state}: {line.need}", reason)


def _mine(context: FamilyContext) -> list[MyReferral]:
    """What the parent has asked for, the latest first."""
    return [
        MyReferral(
            referral=each,
            need=str(REFERRAL_NEEDS[each.row.need]),
            state=str(TO_A_PARENT[each.row.state]),
            reason=str(REFERRAL_REASON_WORDS[each.last.reason]) if each.last.reason else "",
        )
        for each in referrals_of(context.viewer, context.id)
    ]


TO_ANSWER = DayList("referrals/today/referrals.jinja", _to_answer, _("Referrals"), "referrals", is_for_every_desk=True)
REFERRALS = Section(_of_family, "referrals/family/referrals.jinja", _moments)
MY_REFERRALS = Section(_mine, "referrals/my/referrals.jinja")
REFER = PageLink(_("Refer"), "refer", (Permission.REFER,))
REFERRALS_DESK = PageLink(
    _("Referrals"), "referrals", (Permission.ANSWER_REFERRAL,), _("Families somebody asks you to help.")
)
MY_CONFIRMATIONS = {
    "referred": _("Sent. You see here what becomes of it."),
    "referral_withdrawn": _("Done. They see nothing any more."),
}
