"""A baby's weight, and the person or team a sign leads to."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.feeding.actions.routes import Whom
from kith.feeding.actions.weights import Weighing
from kith.feeding.queries.routes import RouteRow, Routes
from kith.feeding.rules.weights import EARLIEST_REGAINED_BY, LONGEST_WHAT_TO_DO, REGAINED_BY, Reason, Where
from kith.feeding.wording.weights import WHERE, route_refusal_words, weight_refusal_words
from kith.kernel import clock
from kith.kernel.clock import LONDON
from kith.kernel.ids import MembershipId, TeamId
from kith.kernel.refusal import Refusal
from kith.platform.ui.fields import DatePartsField

LEAD, PERSON, TEAM = "lead", "person-", "team-"


class WeightForm(forms.Form):
    """Grams, when and where. ``confirmed`` carries the grams that the worker has looked at twice."""

    grams = forms.CharField(
        label=_("Weight in grams"), max_length=12, error_messages={"required": _("Enter the weight in grams")}
    )
    where = forms.ChoiceField(
        label=_("Where?"),
        choices=[(where.value, words) for where, words in WHERE.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where the baby was weighed")},
    )
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

    @classmethod
    def starting(cls, at: datetime | None = None, **more: Any) -> "WeightForm":
        """The form with this moment, or the one given, filled in."""
        here = clock.local(at or clock.now())
        return cls(initial={"day": here.date(), "time": here.strftime("%H:%M"), **more})

    def clean_grams(self) -> int:
        """Whole grams; kilograms are not guessed at."""
        typed = re.sub(r"[\s,]|g$", "", str(self.cleaned_data["grams"]).lower())
        if not typed.isascii() or not typed.isdigit():
            raise forms.ValidationError(_("Enter the weight in whole grams, for example 3420 for 3.42 kg"))
        return int(typed)

    @property
    def weighing(self) -> Weighing:
        """What the action needs."""
        data = self.cleaned_data
        at = datetime.combine(data["day"], data["time"], LONDON)
        return Weighing(data["grams"], at, Where(data["where"]))

    @property
    def is_confirmed(self) -> bool:
        """Whether just this number was confirmed, not another one."""
        return bool(self.cleaned_data["confirmed"] == str(self.cleaned_data["grams"]))

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused beside the box it is about."""
        boxes = {"weighed_in_future": "time", "weighed_before_birth": "day", "weighed_then_already": "time"}
        self.add_error(boxes.get(refusal.code, "grams"), weight_refusal_words(refusal))


class RouteForm(forms.Form):
    """The lead, person or team that one sign leads to, and what the place does then."""

    whom = forms.ChoiceField(label=_("Whom does it lead to?"), widget=forms.Select)
    what_to_do = forms.CharField(
        label=_("What do you do then?"),
        help_text=_("A few words for the next step, such as the number of the doctor on call."),
        max_length=LONGEST_WHAT_TO_DO,
        required=False,
    )

    def __init__(self, *args: Any, routes: Routes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, Any]] = [(LEAD, _("The family’s lead, then her deputy, then a manager"))]
        choices += [(f"{TEAM}{team_id}", name) for team_id, name in routes.teams.items()]
        choices += [
            (f"{PERSON}{card.id}", f"{card.name}, {card.role_name}, {card.organisation.name}") for card in routes.people
        ]
        self._field("whom").choices = choices

    @classmethod
    def of(cls, row: RouteRow, routes: Routes) -> "RouteForm":
        """The form filled with a route as it stands."""
        whom = LEAD
        if row.membership_id:
            whom = f"{PERSON}{row.membership_id}"
        elif row.team_id:
            whom = f"{TEAM}{row.team_id}"
        return cls(
            routes=routes,
            initial={
                "whom": whom,
                "what_to_do": row.what_to_do,
                "above_percent": row.above_percent,
                "by_day": row.by_day,
            },
        )

    @property
    def chosen(self) -> Whom:
        """What the action needs."""
        whom, words = self.cleaned_data["whom"], self.cleaned_data["what_to_do"]
        if whom.startswith(PERSON):
            return Whom(membership_id=MembershipId(int(whom.removeprefix(PERSON))), what_to_do=words)
        if whom.startswith(TEAM):
            return Whom(team_id=TeamId(int(whom.removeprefix(TEAM))), what_to_do=words)
        return Whom(what_to_do=words)

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused."""
        box = next((name for name in ("above_percent", "by_day") if name in self.fields), None)
        self.add_error(box, route_refusal_words(refusal))

    def _field(self, name: str) -> Any:
        return self.fields[name]


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

    @property
    def above(self) -> Decimal:
        """The step."""
        return Decimal(self.cleaned_data["above_percent"])


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


def form_for(reason: Reason) -> type[RouteForm]:
    """The form by which a route of this reason is changed."""
    return RegainForm if reason is Reason.REGAIN else RouteForm
