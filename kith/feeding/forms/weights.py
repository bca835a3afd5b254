"""A baby's weight, and the person or team a sign leads to."""

import re
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.feeding.actions.routes import Whom
from kith.feeding.actions.weights import Weighing
from kith.feeding.forms.answers import code_field
from kith.feeding.queries.babies import WeightRow
from kith.feeding.queries.routes import RouteRow, Routes
from kith.feeding.rules.weights import EARLIEST_REGAINED_BY, LONGEST_WHAT_TO_DO, REGAINED_BY, Reason
from kith.feeding.wording.weights import WHERE
from kith.kernel import clock
from kith.kernel.clock import LONDON
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm

LEAD, PERSON, TEAM = "lead", "person", "team"
_COLUMNS = {PERSON: "membership_id", TEAM: "team_id"}


class WeightForm(RefusableForm):
    """Grams, when and where. ``confirmed`` carries the grams that the worker has looked at twice."""

    grams = forms.CharField(
        label=_("Weight in grams"), max_length=12, error_messages={"required": _("Enter the weight in grams")}
    )
    where = code_field(_("Where?"), WHERE, _("Choose where the baby was weighed"))
    day = DatePartsField(label=_("When?"), error_messages={"required": _("Enter the day of weighing")})
    time = forms.TimeField(
        label=_("At what time?"),
        widget=forms.TextInput({"type": "time"}),
        error_messages={
            "required": _("Enter the time of weighing"),
            "invalid": _("Enter the time like 14:30"),
        },
    )
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, before: WeightRow | None) -> None:
        """Begin with this moment, or with the weight that is corrected."""
        here = clock.local(before.weighed_at if before else clock.now())
        weighed = vars(before) if before else {}
        super().__init__(data, initial={**weighed, "day": here.date(), "time": here.strftime("%H:%M")})

    def clean_grams(self) -> int:
        """Whole grams; kilograms are not guessed at."""
        typed = re.sub(r"[\s,]|g$", "", str(self.cleaned_data["grams"]).lower())
        if not typed.isascii() or not typed.isdigit():
            raise forms.ValidationError(_("Enter the weight in whole grams, for example 3420 for 3.42 kg"))
        return int(typed)

    @property
    def answer(self) -> dict[str, Any]:
        """The weighing, and whether just this number was confirmed, not another one; by the names of the action."""
        data = self.cleaned_data
        at = datetime.combine(data["day"], data["time"], LONDON)
        is_confirmed = data["confirmed"] == str(data["grams"])
        return {"weighing": Weighing(data["grams"], at, data["where"]), "is_confirmed": is_confirmed}


class RouteForm(RefusableForm):
    """The lead, person or team that one sign leads to, and what the place does then."""

    whom = forms.ChoiceField(label=_("Whom does it lead to?"), widget=forms.Select)
    what_to_do = forms.CharField(
        label=_("What do you do then?"),
        help_text=_("A few words for the next step, such as the number of the doctor on call."),
        max_length=LONGEST_WHAT_TO_DO,
        required=False,
    )

    def __init__(self, data: Any, row: RouteRow | None, routes: Routes) -> None:
        super().__init__(data, initial={**vars(row), "whom": _chosen(row)} if row else None)
        choice_field(self, "whom").choices = [
            (LEAD, _("The family’s lead, then her deputy, then a manager")),
            *((f"{TEAM}-{team_id}", name) for team_id, name in routes.teams.items()),
            *(
                (f"{PERSON}-{each.id}", f"{each.name}, {each.role_name}, {each.organisation.name}")
                for each in routes.people
            ),
        ]

    @property
    def answer(self) -> dict[str, Any]:
        """Where the sign leads, and from when on, by the names of the action."""
        said = dict(self.cleaned_data)
        kind, _dash, number = said.pop("whom").partition("-")
        named: dict[str, Any] = {_COLUMNS[kind]: int(number)} if number else {}
        return {"whom": Whom(**named, what_to_do=said.pop("what_to_do")), **said}


def _chosen(row: RouteRow) -> str:
    named = {kind: getattr(row, column) for kind, column in _COLUMNS.items()}
    return next((f"{kind}-{number}" for kind, number in named.items() if number), LEAD)


class StepForm(RouteForm):
    """A step of the local ladder above the national one."""

    above_percent = forms.DecimalField(
        label=_("More than how many per cent of the birth weight?"),
        help_text=_("A number above 10, such as 12 or 12.5. More than 10 % always leads to a person."),
        max_digits=4,
        decimal_places=2,
        widget=forms.TextInput,
        error_messages={"required": _("Enter a number above 10, such as 12.5")},
    )
    field_order = ("above_percent", "whom", "what_to_do")


class RegainForm(RouteForm):
    """The day of age by which a baby below its birth weight leads to a person."""

    by_day = forms.IntegerField(
        label=_("By which day of age?"),
        help_text=_("Most babies are back at their birth weight by 21 days; you may ask earlier, never later."),
        min_value=EARLIEST_REGAINED_BY,
        max_value=REGAINED_BY,
        widget=forms.TextInput,
    )
    field_order = ("by_day", "whom", "what_to_do")


def form_for(reason: Reason, row: RouteRow | None) -> type[RouteForm]:
    """The form by which this route is changed, or a step is added."""
    if row is None:
        return StepForm
    return RegainForm if reason is Reason.REGAIN else RouteForm
