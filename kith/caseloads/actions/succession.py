"""Who takes over from one leaver, family by family."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Q

from kith.caseloads.actions.handover import reach_of
from kith.caseloads.actions.lead_rows import deputy_of, lead_of
from kith.caseloads.models.handover import Handover
from kith.caseloads.models.leading import NamedLead
from kith.caseloads.rules import leading
from kith.caseloads.rules.leading import Candidate, Line, Successor, suggest_leads
from kith.caseloads.settings import USUAL_CASELOAD
from kith.families.queries.cards import contact_of
from kith.families.queries.stages import wards
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, managers_of
from kith.platform.access.viewer import system_actor

LEAVING = system_actor("caseloads.leaving")


def caseload_sizes() -> Counter[MembershipId]:
    """How many families each person leads now."""
    rows = NamedLead.objects.current().values_list("membership_id").order_by().annotate(count=Count("*"))
    return Counter({MembershipId(membership_id): count for membership_id, count in rows})


@dataclass
class Succession:
    """One leaver's families finding their next person: by the line of the rules."""

    leaver: MembershipCard
    sizes: Counter[MembershipId] = field(default_factory=caseload_sizes)

    def __post_init__(self) -> None:
        self.managers = [card.id for card in managers_of(self.leaver.organisation.id)]

    def successor_of(self, family_id: FamilyId) -> Successor | None:
        """The successor for this family; its lead where they stay, None where it lets in none of those left."""
        reach = {key: card for key, card in reach_of(family_id).items() if key != self.leaver.id}
        return leading.successor(self._line(family_id, reach), reach=reach)

    def took(self, successor: MembershipId) -> None:
        """Count one family more for the worker who took it, so that the next goes to a worker with more room."""
        self.sizes[successor] += 1

    def _line(self, family_id: FamilyId, reach: dict[MembershipId, MembershipCard]) -> list[tuple[Line, MembershipId]]:
        accepted = Handover.objects.open().filter(family_id=family_id, accepted_by__isnull=False).first()
        lead, deputy = lead_of(family_id), deputy_of(family_id)
        line = [(Line.LEAD, MembershipId(lead.membership_id))] if lead else []
        if accepted and accepted.accepted_by_id:
            line.append((Line.ACCEPTED, MembershipId(accepted.accepted_by_id)))
        if deputy:
            line.append((Line.DEPUTY, MembershipId(deputy.membership_id)))
        ranked = self._ranked(family_id, reach)
        team = self.leaver.team_id
        line += [(Line.TEAM, each) for each in ranked if team and reach[each].team_id == team]
        line += [(Line.MANAGER, each) for each in self.managers]
        return line + [(Line.ALLIANCE, each) for each in ranked]

    def _ranked(self, family_id: FamilyId, reach: dict[MembershipId, MembershipCard]) -> list[MembershipId]:
        contact = contact_of(LEAVING, family_id)
        ward = wards(LEAVING, where=Q(pk=family_id)).get(family_id, "")
        candidates = [Candidate(key, card.languages, card.wards, self.sizes[key]) for key, card in reach.items()]
        language = contact.speaks if contact else ""
        found = suggest_leads(candidates, language=language, ward=ward, usual=USUAL_CASELOAD.now)
        return [each.candidate.membership_id for each in found]
