"""What is asked of a role, and which roles use a statement."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.education.rules.requirements import LONGEST_GRACE, LONGEST_MONTHS, Asked, Version
from kith.organisations.roles import ROLES
from kith.organisations.rules import Role
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm

_MONTHS, _DAYS = _("Enter 1 to 60 months, or leave it empty"), _("Enter 0 to 365 days")
ATTENDING, OBSERVED = "attending", "observed"


def role_choices() -> list[tuple[str, Any]]:
    """Every role by its name."""
    return [(role.value, card.name) for role, card in ROLES.items()]


class RequirementForm(RefusableForm):
    """The next version of what a training asks; it begins with what is asked now, which the lead then changes."""

    roles = forms.MultipleChoiceField(
        label=_("Who needs it?"),
        help_text=_("Nobody chosen: it is offered, and nobody has to have it."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    proof = forms.MultipleChoiceField(
        label=_("How is it proved?"),
        choices=[(ATTENDING, _("They attended")), (OBSERVED, _("A trained assessor watched them and signed"))],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose how it is proved: by attending, by being observed, or both")},
    )
    lasts_months = forms.IntegerField(
        label=_("For how many months does it count?"),
        help_text=_("Leave it empty if it never ends."),
        required=False,
        min_value=1,
        max_value=LONGEST_MONTHS,
        error_messages={"invalid": _MONTHS, "min_value": _MONTHS, "max_value": _MONTHS},
    )
    grace_days = forms.IntegerField(
        label=_("Within how many days does a newcomer need it?"),
        min_value=0,
        max_value=LONGEST_GRACE,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _DAYS),
    )
    from_on = DatePartsField(label=_("From which day is this asked?"))
    after = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, newest: Version) -> None:
        asked = newest.asked
        proof = [name for name, is_asked in _proofs(asked).items() if is_asked]
        now = {"roles": list(asked.roles), "proof": proof, "lasts_months": asked.lasts_months}
        super().__init__(data, initial=now | {"grace_days": asked.grace_days, "after": newest.number})
        self.fields["roles"].choices = role_choices()  # type: ignore[attr-defined]

    @property
    def asked(self) -> Asked:
        """What is asked."""
        given = self.cleaned_data
        return Asked(
            tuple(Role(role) for role in given["roles"]),
            ATTENDING in given["proof"],
            OBSERVED in given["proof"],
            given["lasts_months"],
            given["grace_days"],
        )


class UseForm(RefusableForm):
    """Which roles use a statement at work."""

    roles = forms.MultipleChoiceField(
        label=_("Whose work uses this answer?"),
        help_text=_("They are told when it changes or is withdrawn."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one role")},
    )

    def __init__(self, data: Any = None, *, roles: tuple[Role, ...]) -> None:
        super().__init__(data, initial={"roles": list(roles)})
        self.fields["roles"].choices = role_choices()  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Role]:
        """The roles."""
        return [Role(role) for role in self.cleaned_data["roles"]]


def _proofs(asked: Asked) -> dict[str, bool]:
    return {ATTENDING: asked.needs_attendance, OBSERVED: asked.needs_competence}
