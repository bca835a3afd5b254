"""What a supporter is asked, in taps where it can be; and what those who look after them are asked of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.peers.actions.supervising import NewSupervision
from kith.peers.actions.supporting import NewLog
from kith.peers.rules.supporting import MINUTES, HowItWent, HowTalked, NewCost, PeerCost
from kith.peers.wording.supporting import COSTS, HOW, WENT
from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm

_CHOOSE = {"required": _("Choose an answer"), "invalid_choice": _("Choose an answer")}
_POUNDS = {key: _("Enter an amount, like 4.50") for key in ("required", "invalid", "max_decimal_places")}


class LogForm(RefusableForm):
    """Three taps: how, how long, and how it went, which sends it."""

    request_key = RequestKeyField()
    how = forms.ChoiceField(
        label=_("How were you in touch?"),
        choices=[(each.value, HOW[each]) for each in HowTalked],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    minutes = forms.TypedChoiceField(label=_("How long?"), coerce=int, widget=forms.RadioSelect, error_messages=_CHOOSE)
    went = forms.ChoiceField(choices=[(each.value, WENT[each]) for each in HowItWent], error_messages=_CHOOSE)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        words = _("About %(minutes)s minutes")
        choice_field(self, "minutes").choices = [
            (str(each), words % {"minutes": formats.number(each)}) for each in MINUTES
        ]

    @property
    def new(self) -> NewLog:
        """The log."""
        given = self.cleaned_data
        return NewLog(HowTalked(given["how"]), given["minutes"], HowItWent(given["went"]))


class CostForm(RefusableForm):
    """What was spent."""

    request_key = RequestKeyField()
    kind = forms.ChoiceField(
        label=_("What for?"),
        choices=[(each.value, COSTS[each]) for each in PeerCost],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    spent_on = DatePartsField(label=_("On which day?"))
    miles = forms.IntegerField(label=_("By car: how many miles?"), required=False)
    pounds = forms.DecimalField(
        label=_("Otherwise: how much, in pounds?"),
        required=False,
        max_digits=7,
        decimal_places=2,
        error_messages=_POUNDS,
        widget=forms.TextInput({"inputmode": "decimal"}),
    )

    @property
    def cost(self) -> NewCost:
        """The expense."""
        given = self.cleaned_data
        pence = int((given["pounds"] or 0) * 100)
        return NewCost(PeerCost(given["kind"]), given["spent_on"], given["miles"] or 0, pence)


class AwayForm(RefusableForm):
    """Days away; a supervisor says who covers."""

    from_on = DatePartsField(label=_("From"))
    until_on = DatePartsField(label=_("Until"))
    covered_by = forms.ChoiceField(label=_("Who covers?"), required=False, error_messages=_CHOOSE)

    def __init__(self, data: Any = None, *, people: list[tuple[str, str]] | None = None) -> None:
        super().__init__(data)
        if people is None:
            del self.fields["covered_by"]
        else:
            choice_field(self, "covered_by").choices = [("", ""), *people]


class SuperviseForm(RefusableForm):
    """What was said in supervision, and when the next one is."""

    request_key = RequestKeyField()
    held_on = DatePartsField(label=_("On which day?"))
    next_on = DatePartsField(label=_("When do you meet next?"))
    note = forms.CharField(
        label=_("What was said?"),
        help_text=_("Name no family: this stands on no family’s record."),
        max_length=2000,
        error_messages={"required": _("Write what was said")},
        widget=forms.Textarea({"rows": 6}),
    )

    @property
    def new(self) -> NewSupervision:
        """The supervision."""
        given = self.cleaned_data
        return NewSupervision(given["held_on"], given["next_on"], given["note"])


class SupervisorForm(RefusableForm):
    """Which person supervises a supporter."""

    supervisor = forms.ChoiceField(label=_("Who supervises them?"), error_messages=_CHOOSE)

    def __init__(self, data: Any = None, *, people: list[tuple[str, str]]) -> None:
        super().__init__(data)
        choice_field(self, "supervisor").choices = [("", ""), *people]


class WhyForm(RefusableForm):
    """Why an expense is not paid."""

    why = forms.CharField(
        label=_("Why is it not paid?"), max_length=300, error_messages={"required": _("Write why it is not paid")}
    )
