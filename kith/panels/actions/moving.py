"""How a person comes from one state to the next, with its step."""

from kith.panels.models.people import PanelMember, PanelMemberStep
from kith.panels.rules.codes import MemberState
from kith.panels.rules.joining import may_move
from kith.platform import steps
from kith.platform.access.viewer import Actor


def begin(by: Actor, row: PanelMember) -> None:
    """Write the first step of a new row."""
    _step(by, row, after=None)


def come_to(by: Actor, row: PanelMember, state: MemberState) -> None:
    """Bring a locked person to this state, and save her row; raises the Refusal where it may not follow."""
    after = MemberState(row.state)
    if refusal := may_move(state, after=after):
        raise refusal
    row.state = state
    row.save()
    _step(by, row, after=after)


def _step(by: Actor, row: PanelMember, *, after: MemberState | None) -> None:
    step = PanelMemberStep(member=row, state=row.state, membership_id=by.membership_id, terms_id=row.terms_id)
    steps.move(by, row, step, after=after, entry=f"panels.member_{row.state}")
