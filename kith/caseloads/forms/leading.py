"""Naming a deputy, proposing a handover, answering one, completing one, and planning an absence."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.caseloads.queries.leading import LeadPage
from kith.caseloads.rules.handover import DeclineReason, HandoverReason, Introduction
from kith.caseloads.wording.leading import DECLINE_REASONS, HANDOVER_REASONS, INTRODUCTIONS, suggestion_words
from kith.kernel.ids import MembershipId, TeamId
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm
from kith.tasks.forms import owner_choices


class ProposalForm(RefusableForm):
    """Who should lead (a person, or any member of a team), and why."""

    beside: ClassVar = {"": "to"}

    to = forms.ChoiceField(
        label=_("Who should lead?"), widget=forms.RadioSelect, error_messages={"required": _("Choose who should lead")}
    )
    reason = forms.TypedChoiceField(
        label=_("Why?"),
        coerce=HandoverReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )

    def __init__(self, data: Any, page: LeadPage) -> None:
        super().__init__(data)
        fitting = [each for each in HandoverReason if not (page.people.lead and each is HandoverReason.FIRST_LEAD)]
        choice_field(self, "reason").choices = [(each, HANDOVER_REASONS[each]) for each in fitting]
        people = owner_choices([one.person for one in page.suggested], None)
        in_teams = [(f"team-{key}", _("Anybody of %(team)s") % {"team": name}) for key, name in page.teams.items()]
        choice_field(self, "to").choices = [*people, *in_teams]
        usual, speaks = page.usual_caseload, page.family.speaks
        self.hints = {str(one.person.id): suggestion_words(one.suggestion, usual, speaks) for one in page.suggested}

    @property
    def answer(self) -> dict[str, Any]:
        """The person or the team asked, and why, by the names of the action."""
        reason, (of, _dash, key) = self.cleaned_data["reason"], self.cleaned_data["to"].rpartition("-")
        return {"reason": reason} | ({"to_team": TeamId(int(key))} if of else {"to": MembershipId(int(key))})


class DeputyForm(RefusableForm):
    """Who stands beside the lead; having no deputy is a choice too."""

    beside: ClassVar = {"": "deputy"}

    deputy = forms.TypedChoiceField(label=_("Deputy"), required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, page: LeadPage) -> None:
        now = page.people.deputy
        super().__init__(data, initial={"deputy": now.person.id if now else None})
        choice_field(self, "deputy").choices = [("", _("Nobody")), *owner_choices(page.may_stand, None)]


class DeclineForm(forms.Form):
    """Why the person asked cannot take the family on."""

    why = forms.TypedChoiceField(
        label=_("Why not?"),
        choices=DECLINE_REASONS,
        coerce=DeclineReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )


class IntroductionForm(RefusableForm):
    """How the parent gets to know her new lead."""

    beside: ClassVar = {"": "how"}

    how = forms.TypedChoiceField(
        label=_("How is she told?"),
        choices=INTRODUCTIONS,
        coerce=Introduction,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how she is told")},
    )


class AbsenceForm(RefusableForm):
    """Who is away, from when to when, and who covers; with no cover named, the deputies."""

    membership = forms.TypedChoiceField(
        label=_("Who is away?"), coerce=int, error_messages={"required": _("Choose who is away")}
    )
    from_on = DatePartsField(label=_("First day away"), error_messages={"required": _("Enter the first day away")})
    until_on = DatePartsField(label=_("Last day away"), error_messages={"required": _("Enter the last day away")})
    covered_by = forms.TypedChoiceField(label=_("Who covers?"), required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, *, people: Iterable[MembershipCard], me: MembershipId | None, for_all: bool) -> None:
        super().__init__(data, initial={"membership": me})
        cards = list(people)
        away = [card for card in cards if for_all or card.id == me]
        choice_field(self, "membership").choices = owner_choices(away, None)
        choice_field(self, "covered_by").choices = [("", _("Each family’s deputy")), *owner_choices(cards, None)]

    @property
    def answer(self) -> dict[str, Any]:
        """The absence as it was entered, by the names of the action."""
        days = dict(self.cleaned_data)
        return {"membership_id": days.pop("membership"), **days}
