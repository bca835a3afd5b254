"""Naming a deputy, proposing a handover, answering one, completing one, and planning an absence."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.caseloads.rules.handover import DeclineReason, HandoverReason, Introduction
from kith.caseloads.wording.leading import DECLINE_REASONS, HANDOVER_REASONS, INTRODUCTIONS, leading_refusal
from kith.kernel.ids import MembershipId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui.choices import choice_field, offered
from kith.platform.ui.fields import DatePartsField


def _person(card: MembershipCard) -> tuple[str, str]:
    return str(card.id), f"{card.name}, {card.role_name}"


class ProposalForm(forms.Form):
    """Who should lead (a person, or any member of a team), and why."""

    to = forms.ChoiceField(
        label=_("Who should lead?"), widget=forms.RadioSelect, error_messages={"required": _("Choose who should lead")}
    )
    reason = forms.ChoiceField(
        label=_("Why?"),
        choices=[(each.value, words) for each, words in HANDOVER_REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )

    def __init__(
        self,
        data: Any,
        *,
        people: Iterable[MembershipCard],
        teams: Mapping[TeamId, str],
        hints: Mapping[str, str],
        is_led: bool,
    ) -> None:
        super().__init__(data)
        if is_led:
            choices = [(code, words) for code, words in offered(self, "reason") if code != "first_lead"]
            choice_field(self, "reason").choices = choices
        in_teams = [(f"team-{key}", _("Anybody of %(team)s") % {"team": name}) for key, name in teams.items()]
        choice_field(self, "to").choices = [*map(_person, people), *in_teams]
        self.hints = hints

    @property
    def person(self) -> MembershipId | None:
        """The person chosen, if one was."""
        chosen = self.cleaned_data["to"]
        return None if chosen.startswith("team-") else MembershipId(int(chosen))

    @property
    def team(self) -> TeamId | None:
        """The team chosen, if one was."""
        chosen = self.cleaned_data["to"]
        return TeamId(int(chosen.removeprefix("team-"))) if chosen.startswith("team-") else None

    @property
    def chosen_reason(self) -> HandoverReason:
        """Why."""
        return HandoverReason(self.cleaned_data["reason"])

    def refuse(self, refusal: Refusal) -> None:
        """Show beside the person why she cannot be asked."""
        self.add_error("to", leading_refusal(refusal))


class DeputyForm(forms.Form):
    """Who stands beside the lead; having no deputy is a choice too."""

    deputy = forms.ChoiceField(label=_("Deputy"), required=False)

    def __init__(self, data: Any, *, people: Iterable[MembershipCard], current: MembershipId | None) -> None:
        super().__init__(data, initial={"deputy": str(current or "")})
        choice_field(self, "deputy").choices = [("", _("Nobody")), *map(_person, people)]

    @property
    def person(self) -> MembershipId | None:
        """The person chosen."""
        chosen = self.cleaned_data["deputy"]
        return MembershipId(int(chosen)) if chosen else None

    def refuse(self, refusal: Refusal) -> None:
        """Show beside the person why she cannot be named."""
        self.add_error("deputy", leading_refusal(refusal))


class DeclineForm(forms.Form):
    """Why the person asked cannot take the family on."""

    why = forms.ChoiceField(
        label=_("Why not?"),
        choices=[(each.value, words) for each, words in DECLINE_REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )

    @property
    def reason(self) -> DeclineReason:
        """The reason chosen."""
        return DeclineReason(self.cleaned_data["why"])


class IntroductionForm(forms.Form):
    """How the parent gets to know her new lead."""

    how = forms.ChoiceField(
        label=_("How is she told?"),
        choices=[(each.value, words) for each, words in INTRODUCTIONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how she is told")},
    )

    @property
    def introduction(self) -> Introduction:
        """The way chosen."""
        return Introduction(self.cleaned_data["how"])

    def refuse(self, refusal: Refusal) -> None:
        """Show beside the way why it cannot be gone."""
        self.add_error("how", leading_refusal(refusal))


class AbsenceForm(forms.Form):
    """Who is away, from when to when, and who covers."""

    membership = forms.ChoiceField(label=_("Who is away?"), error_messages={"required": _("Choose who is away")})
    from_on = DatePartsField(label=_("First day away"), error_messages={"required": _("Enter the first day away")})
    until_on = DatePartsField(label=_("Last day away"), error_messages={"required": _("Enter the last day away")})
    covered_by = forms.ChoiceField(label=_("Who covers?"), required=False)

    def __init__(self, data: Any, *, people: Iterable[MembershipCard], me: MembershipId | None, for_all: bool) -> None:
        super().__init__(data, initial={"membership": str(me or "")})
        cards = list(people)
        away = [card for card in cards if for_all or card.id == me]
        choice_field(self, "membership").choices = list(map(_person, away))
        deputies = ("", _("Each family’s deputy"))
        choice_field(self, "covered_by").choices = [deputies, *map(_person, cards)]

    @property
    def person(self) -> MembershipId:
        """Who is away."""
        return MembershipId(int(self.cleaned_data["membership"]))

    @property
    def cover(self) -> MembershipId | None:
        """Who covers; None means the deputies."""
        chosen = self.cleaned_data["covered_by"]
        return MembershipId(int(chosen)) if chosen else None

    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question what cannot be."""
        self.add_error("covered_by" if refusal.code == "cannot_cover" else "until_on", leading_refusal(refusal))
