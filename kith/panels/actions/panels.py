"""Founding and closing panels; writing what is paid, in a new version each time."""

from collections.abc import Sequence
from uuid import UUID

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.panels.actions.locking import locked_panel, person
from kith.panels.models.people import Panel, PanelMember, PanelTerms
from kith.panels.rules.codes import MemberState, PanelId, TermsId
from kith.panels.rules.joining import NewTerms, may_write_terms
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def found_panel(*, by: Actor, name: str, about: str, languages: Sequence[str], request_key: UUID) -> PanelId:
    """Found a panel; the same request key never founds two."""
    access.require(by, Permission.MANAGE_PANELS)
    if before := Panel.objects.filter(request_key=request_key).first():
        return PanelId(before.pk)
    row = Panel.objects.create(
        name=name.strip(),
        about=about.strip(),
        languages=list(languages),
        founded_by_id=person(by),
        founded_on=clock.today(),
        request_key=request_key,
    )
    audit.record(by, "panels.panel_founded", row)
    return PanelId(row.pk)


@action
def close_panel(*, by: Actor, panel_id: PanelId) -> None:
    """Close a panel that has no members any more; it is asked nothing from then on. Closed twice it is closed once."""
    row = locked_panel(by, panel_id)
    if row.closed_on is not None:
        return
    open_states = [MemberState.WISHED, MemberState.INVITED, MemberState.MEMBER]
    if PanelMember.objects.filter(panel=row, state__in=open_states).exists():
        raise Refusal("panel_has_members")
    row.closed_on = clock.today()
    row.save(update_fields=["closed_on"])
    audit.record(by, "panels.panel_closed", row)


@action
def write_terms(*, by: Actor, new: NewTerms) -> TermsId:
    """Write what is paid from now on, as a new version; who has agreed before stays with the words she agreed to."""
    access.require(by, Permission.MANAGE_PANELS)
    if refusal := may_write_terms(new):
        raise refusal
    last = PanelTerms.objects.select_for_update().order_by("-version").first()
    if last is not None and last.as_new == new:
        return TermsId(last.pk)
    row = PanelTerms.objects.create(
        version=last.version + 1 if last else 1,
        session_pence=new.session_pence,
        expenses=[str(each) for each in new.expenses],
        is_in_advance=new.is_in_advance,
        paid_within_days=new.paid_within_days,
        advice=new.advice.strip(),
        written_by_id=person(by),
        written_on=clock.today(),
    )
    audit.record(by, "panels.terms_written", row, version=row.version)
    return TermsId(row.pk)
