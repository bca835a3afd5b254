"""What an administrator is asked about people: inviting, changing, ending, keeping out, a staff list."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, TeamId
from kith.organisations.actions.invitations import NewPerson
from kith.organisations.queries.administering import OrganisationRow, PersonPage
from kith.organisations.roles import DUTIES, KIND_NAMES, ROLES
from kith.organisations.rules import Duty, OrganisationKind, Role, SuspensionReason, may_grant
from kith.organisations.staff_file import StaffFile
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.reaching import MailField
from kith.platform.ui.refusals import RefusableForm

Teams = dict[TeamId, tuple[OrganisationId, str]]
SUSPENSION_REASONS: dict[SuspensionReason, str | Promise] = {
    SuspensionReason.LOST_DEVICE: _("A phone or computer is lost, or a password is known to others"),
    SuspensionReason.LOOKED_INTO: _("Something is being looked into"),
    SuspensionReason.AWAY: _("Away for long"),
}


def _number(given: str) -> int:
    return int(given)


class InviteForm(RefusableForm):
    """Who is invited, as what, where, and between which days."""

    beside: ClassVar = {
        "mailbox_of_another_account": "email",
        "works_here_already": "email",
        "invited_already": "email",
        "work_ends_before_it_begins": "until_on",
        "team_of_another_organisation": "team_id",
    }

    name = forms.CharField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the name")})
    email = MailField(label=_("Work e-mail address"), required=True)
    organisation_id = forms.TypedChoiceField(
        label=_("Organisation"), coerce=_number, error_messages={"required": _("Choose an organisation")}
    )
    role = forms.TypedChoiceField(
        label=_("Role"), coerce=Role, widget=forms.RadioSelect, error_messages={"required": _("Choose a role")}
    )
    team_id = forms.TypedChoiceField(label=_("Team"), coerce=_number, required=False, empty_value=None)
    from_on = DatePartsField(label=_("First day"), required=False)
    until_on = DatePartsField(label=_("Last day"), required=False)

    def __init__(self, data: Any, *, places: list[OrganisationRow], teams: Teams, is_of_the_place: bool) -> None:
        super().__init__(data)
        self.fields["email"].error_messages["required"] = str(_("Enter an e-mail address"))
        choice_field(self, "organisation_id").choices = _places(places)
        choice_field(self, "role").choices = _roles(is_of_the_place=is_of_the_place)
        choice_field(self, "team_id").choices = _teams(teams, places)

    @property
    def role_hints(self) -> dict[str, Promise]:
        """What each role is for."""
        return {role.value: card.sentence for role, card in ROLES.items()}

    @property
    def person(self) -> NewPerson:
        """The person who is invited."""
        given = self.cleaned_data
        return NewPerson(
            organisation_id=OrganisationId(given["organisation_id"]),
            role=given["role"],
            name=given["name"],
            email=given["email"],
            team_id=TeamId(given["team_id"]) if given["team_id"] else None,
            from_on=given["from_on"],
            until_on=given["until_on"],
        )


class PersonForm(RefusableForm):
    """What a person works as, in which team, and what they answer for."""

    beside: ClassVar = {
        "role_leaves_families": "role",
        "role_of_the_place": "role",
        "team_of_another_organisation": "team_id",
    }

    role = forms.TypedChoiceField(label=_("Role"), coerce=Role)
    team_id = forms.TypedChoiceField(label=_("Team"), coerce=_number, required=False, empty_value=None)
    duties = forms.TypedMultipleChoiceField(
        label=_("Answers for"),
        coerce=Duty,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(duty.value, card.name) for duty, card in DUTIES.items()],
    )

    def __init__(self, data: Any, *, person: PersonPage, teams: Teams, is_of_the_place: bool) -> None:
        now = {"role": person.role, "team_id": person.team_id, "duties": list(person.duties)}
        super().__init__(data, initial=now)
        own = {key: team for key, team in teams.items() if team[0] == person.organisation_id}
        choice_field(self, "role").choices = _roles(is_of_the_place=is_of_the_place)
        choice_field(self, "team_id").choices = [("", _("No team")), *((key, name) for key, (_of, name) in own.items())]

    @property
    def duty_hints(self) -> dict[str, Promise]:
        """What each duty means."""
        return {duty.value: card.sentence for duty, card in DUTIES.items()}


class EndForm(RefusableForm):
    """The last day of a person's work."""

    beside: ClassVar = {"": "until_on"}

    until_on = DatePartsField(label=_("Last day of work"), error_messages={"required": _("Enter the last day")})


class SuspendForm(RefusableForm):
    """Why a person is kept out."""

    reason = forms.TypedChoiceField(
        label=_("Why?"),
        coerce=SuspensionReason,
        widget=forms.RadioSelect,
        choices=[(reason.value, words) for reason, words in SUSPENSION_REASONS.items()],
        error_messages={"required": _("Choose why")},
    )


class FactorForm(RefusableForm):
    """Why a second factor is to be taken away."""

    reason = forms.CharField(
        label=_("How do you know that it is really this person who asks?"),
        help_text=_("For example: I have met her in person, her old phone is broken."),
        max_length=300,
        error_messages={"required": _("Write down how you know it")},
    )


class StaffListForm(RefusableForm):
    """A file with a person in each row."""

    beside: ClassVar = {"": "file"}

    file = forms.FileField(
        label=_("Staff list"),
        help_text=_("A spreadsheet (.xlsx) or a CSV file, up to 2 megabytes."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        error_messages={name: _("Choose a file") for name in ("required", "missing", "invalid", "empty")},
    )

    @property
    def sent(self) -> StaffFile:
        """The file as it was sent."""
        file = self.cleaned_data["file"]
        return StaffFile(file.name, file.read())


class OrganisationForm(RefusableForm):
    """A new member of the alliance."""

    beside: ClassVar = {"organisation_name_taken": "name"}

    name = forms.CharField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the name")})
    kind = forms.TypedChoiceField(
        label=_("What sort of organisation?"),
        coerce=OrganisationKind,
        widget=forms.RadioSelect,
        choices=[(kind.value, words) for kind, words in KIND_NAMES.items()],
        error_messages={"required": _("Choose what sort of organisation")},
    )


class TeamForm(RefusableForm):
    """A new team."""

    beside: ClassVar = {"team_name_taken": "name"}

    name = forms.CharField(
        label=_("Name of the team"), max_length=120, error_messages={"required": _("Enter the name of the team")}
    )


class AuditForm(forms.Form):
    """What is looked for in the audit; without an answer the last seven days."""

    from_on = DatePartsField(label=_("From"), required=False)
    until_on = DatePartsField(label=_("Until"), required=False)
    person = forms.CharField(label=_("Name of a colleague"), max_length=80, required=False)
    reference = forms.RegexField(
        r"^[0-9A-Fa-f]{8}$",
        label=_("Reference of a family"),
        required=False,
        error_messages={"invalid": _("A reference has 8 letters and digits, like 3F09A1C2")},
    )
    kind = forms.ChoiceField(
        label=_("What happened"),
        required=False,
        choices=[("", _("Everything")), ("read", _("Opened")), ("write", _("Changed"))],
    )

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        data = super().clean() or {}
        until_on = data.get("until_on") or clock.today()
        if data.get("from_on") and data["from_on"] > until_on:
            self.add_error("until_on", _("The last day must not be before the first"))
        return data


def _places(places: list[OrganisationRow]) -> list[tuple[object, str | Promise]]:
    named: list[tuple[object, str | Promise]] = [(place.id, place.name) for place in places]
    return named if len(named) == 1 else [("", _("Choose")), *named]


def _roles(*, is_of_the_place: bool) -> list[tuple[str, Promise]]:
    return [
        (role.value, card.name)
        for role, card in ROLES.items()
        if may_grant(role, is_of_the_place=is_of_the_place) is None
    ]


def _teams(teams: Teams, places: Iterable[OrganisationRow]) -> list[tuple[object, str | Promise]]:
    names = {place.id: place.name for place in places}
    many = len(names) > 1
    own = [(key, f"{name} ({names[of]})" if many else name) for key, (of, name) in teams.items() if of in names]
    return [("", _("No team")), *own]
