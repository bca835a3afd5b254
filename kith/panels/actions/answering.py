"""What she answers on her own page: yes with her needs, no, leaving, and whether it stands on her page at all."""

from collections.abc import Mapping

from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.kernel.refusal import Refusal
from kith.panels.actions.locking import opened_member
from kith.panels.actions.moving import come_to
from kith.panels.models.people import MemberTotal, PanelMember
from kith.panels.rules.codes import ANSWERS_OF, MemberState, TermsId, TotalOf
from kith.panels.rules.joining import Needs, may_agree
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Actor
from kith.platform.action import action

UNNAMED = MemberTotal()


@action
def agree_to_take_part(*, by: Actor, token: str, terms_id: TermsId, needs: Needs) -> None:
    """Take her yes to the terms she has read, and what she needs; said twice it is said once."""
    row = opened_member(by, token)
    if row.state != MemberState.MEMBER:
        now = clock.now()
        sent = row.terms_id or 0
        after = MemberState(row.state)
        if refusal := may_agree(after, invited_at=row.invited_at, now=now, read_terms=terms_id, terms=sent):
            raise refusal
        row.agreed_at = now
    row.creche_children, row.interpreter_language = needs.creche_children, needs.interpreter_language
    row.paying = needs.paying
    if row.state == MemberState.MEMBER:
        row.save()
        audit.record(by, "panels.needs_changed", row)
        return
    come_to(by, row, MemberState.MEMBER)


@action
def decline_to_take_part(*, by: Actor, token: str) -> None:
    """Take her no; she is not asked why, and not asked again by itself."""
    row = opened_member(by, token)
    if row.state != MemberState.DECLINED:
        come_to(by, row, MemberState.DECLINED)


@action
def leave_panel(*, by: Actor, token: str) -> None:
    """Let her leave at once; what she is owed is still paid, and she can still take back her name."""
    row = opened_member(by, token)
    if row.state != MemberState.LEFT:
        come_to(by, row, MemberState.LEFT)


@action
def show_on_my_page(*, by: Actor, token: str, is_shown: bool) -> None:
    """Join her part on the panel with her own page, or take the two apart again: her word alone does it."""
    row = opened_member(by, token)
    own = next(iter(sorted(by.family_ids)), None)
    if own is None or row.family_id not in (None, own):
        raise Forbidden("member")
    row.family_id = own if is_shown else None
    row.save(update_fields=["family"])
    audit.record(by, "panels.shown_on_my_page" if is_shown else "panels.taken_off_my_page", row)


@action
def count_me(*, by: Actor, token: str, answers: Mapping[TotalOf, str]) -> None:
    """Add to the tallies of this quarter what a member chose to say of herself; no row and no audit entry names her.

    Her link only shows that she is one. All tallies of the quarter are written anew: the database does not say which
    of them has grown.
    """
    access.require(by, Permission.ANSWER_BY_LINK)
    if not PanelMember.objects.filter(token=token, agreed_at__isnull=False).exists():
        raise NotFound("member")
    given = {(of, each) for of, each in answers.items() if each}
    if not given:
        return
    if any(each not in set(ANSWERS_OF[of]) for of, each in given):
        raise Refusal("total_unknown")
    quarter = Quarter.of(clock.today())
    _lay_out(quarter)
    rows = MemberTotal.objects.filter(year=quarter.year, quarter=quarter.number)
    counted = list(rows.select_for_update().order_by("pk"))
    members = PanelMember.objects.filter(agreed_at__isnull=False).count()
    if any(sum(row.count for row in counted if row.of == of) >= members for of, _ in given):
        raise Refusal("totals_full")
    for row in counted:
        row.count += (TotalOf(row.of), row.answer) in given
    MemberTotal.objects.bulk_update(counted, ["count"])
    audit.record(ANONYMOUS if by.is_signed_in else by, "panels.counted", UNNAMED)


def _lay_out(quarter: Quarter) -> None:
    rows = [
        MemberTotal(year=quarter.year, quarter=quarter.number, of=of, answer=str(answer))
        for of, answers in ANSWERS_OF.items()
        for answer in answers
    ]
    MemberTotal.objects.bulk_create(rows, ignore_conflicts=True)
