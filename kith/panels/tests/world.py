"""A small place for the tests of panels: its people, a panel with its terms, and members."""

from dataclasses import dataclass, field
from datetime import timedelta

from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import MembershipId, OrganisationId, new_uuid
from kith.organisations.rules import Role
from kith.panels.actions.answering import agree_to_take_part
from kith.panels.actions.findings import note_finding
from kith.panels.actions.inviting import invite_member
from kith.panels.actions.panels import found_panel, write_terms
from kith.panels.actions.sessions import plan_panel_session
from kith.panels.models.people import PanelMember
from kith.panels.rules.codes import (
    ExpenseKind,
    FindingId,
    MemberId,
    MemberKind,
    PanelId,
    PanelSessionId,
    Paying,
    TermsId,
)
from kith.panels.rules.joining import Needs, NewTerms, Person
from kith.platform.access.viewer import ANONYMOUS, Viewer
from testing.people import organisation, worker

TERMS = NewTerms(2000, (ExpenseKind.TRAVEL, ExpenseKind.CHILDCARE), True, 14, "Citizens Advice, 0300 100 0212")
ANA = Person("Ana Pop", "ana@example.org", "", "ro", MemberKind.PARENT)
MIA = Person("Mia Roe", "", "+447700900123", "en", MemberKind.CARER)
NEEDS = Needs(2, "ro", Paying.NOT_SAID)


@dataclass
class Place:
    """Who keeps panels, who speaks for parents, and who is asked to answer."""

    ours: OrganisationId = field(default_factory=organisation)
    panel_id: PanelId = field(init=False)
    terms_id: TermsId = field(init=False)

    def __post_init__(self) -> None:
        self.coordinator = worker(Role.COORDINATOR, at=self.ours, name="Megan Ashcombe")
        self.representative = worker(Role.PARENT_REPRESENTATIVE, at=self.ours, name="Hodan Warsame")
        self.midwife = worker(Role.MIDWIFE, at=self.ours, name="Grace Danso")
        self.terms_id = write_terms(by=self.coordinator, new=TERMS)
        said = {"name": "Parents of the hub", "about": "How the hub feels", "languages": ["en", "ro"]}
        self.panel_id = found_panel(by=self.coordinator, **said, request_key=new_uuid())  # type: ignore[arg-type]

    def invited(self, who: Person = ANA) -> PanelMember:
        """A person who is invited."""
        member_id = invite_member(by=self.coordinator, panel_id=self.panel_id, who=who, request_key=new_uuid())
        return self.row(member_id)

    def member(self, who: Person = ANA, needs: Needs = NEEDS) -> PanelMember:
        """A person who has agreed."""
        row = self.invited(who)
        agree_to_take_part(by=ANONYMOUS, token=row.token, terms_id=TermsId(row.terms_id or 0), needs=needs)
        return self.row(MemberId(row.pk))

    def row(self, member_id: MemberId) -> PanelMember:
        """Her row as it stands."""
        return PanelMember.objects.get(pk=member_id)

    def past_session(self, days: int = 3) -> PanelSessionId:
        """A session that is over."""
        with clock.use(FixedClock(clock.now() - timedelta(days=days + 1))):
            at = clock.now() + timedelta(days=1)
            said = {"starts_at": at, "place": "Hub", "asked": "How is the hub?"}
            return plan_panel_session(
                by=self.representative, panel_id=self.panel_id, **said, request_key=new_uuid()  # type: ignore[arg-type]
            )  # fmt: skip

    def finding(self, words: str = "The door is too heavy") -> FindingId:
        """Something a panel found."""
        return note_finding(by=self.representative, session_id=self.past_session(), words=words)


def membership(viewer: Viewer) -> MembershipId:
    """Her membership."""
    assert viewer.membership_id is not None
    return viewer.membership_id
