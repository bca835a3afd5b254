"""Pumps, their models, and the check that stands before each loan."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.equipment.actions.models import NewModel
from kith.equipment.actions.units import NewUnit
from kith.equipment.queries.units import CheckAsked, ModelRow
from kith.equipment.rules.codes import CameBy, PumpModelId, UnitState
from kith.equipment.rules.tags import LONGEST
from kith.equipment.wording.codes import CAME
from kith.kernel import clock
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm
from kith.stores.queries.stock import ItemCard, StoreCard
from kith.stores.rules.codes import StockItemId, StoreId

MOST_POUNDS = 10_000


class UnitForm(RefusableForm):
    """A pump that has come."""

    model = forms.TypedChoiceField(label=_("Which model?"), coerce=int, error_messages={"required": _("Choose one")})
    store = forms.TypedChoiceField(label=_("In which store?"), coerce=int, error_messages={"required": _("Choose one")})
    tag = forms.CharField(
        label=_("Tag"),
        help_text=_("Like PUMP-014. It is printed on the label."),
        max_length=LONGEST,
        error_messages={"required": _("Enter the tag")},
    )
    serial = forms.CharField(
        label=_("Serial number"), max_length=60, error_messages={"required": _("Enter the serial number")}
    )
    supplier = forms.CharField(label=_("Supplier"), max_length=80, required=False)
    came_by = forms.TypedChoiceField(
        label=_("How did it come?"),
        coerce=CameBy,
        choices=[(each.value, words) for each, words in CAME.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one")},
    )
    came_on = DatePartsField(label=_("When did it come?"), error_messages={"required": _("Enter a day")})
    pounds = forms.DecimalField(
        label=_("What did it cost, in pounds?"), min_value=0, max_value=MOST_POUNDS, decimal_places=2, required=False
    )
    electrical_test_on = DatePartsField(label=_("Next electrical test"), required=False)
    service_on = DatePartsField(label=_("Next service"), required=False)

    def __init__(self, data: Any, models: Iterable[ModelRow], stores: Iterable[StoreCard]) -> None:
        super().__init__(data)
        choice_field(self, "model").choices = [("", _("Choose one")), *((each.id, each.name) for each in models)]
        choice_field(self, "store").choices = [("", _("Choose one")), *((each.id, each.name) for each in stores)]

    @property
    def unit(self) -> NewUnit:
        """The pump as it was described."""
        said = self.cleaned_data
        return NewUnit(
            model_id=PumpModelId(said["model"]),
            store_id=StoreId(said["store"]),
            price_pence=None if said["pounds"] is None else round(said["pounds"] * 100),
            **{
                name: said[name]
                for name in ("tag", "serial", "supplier", "came_by", "came_on", "electrical_test_on", "service_on")
            },
        )


class NoteForm(forms.Form):
    """Where a pump goes, from where."""

    after = forms.TypedChoiceField(coerce=UnitState, choices=[(each.value, each) for each in UnitState])
    to = forms.TypedChoiceField(coerce=UnitState, choices=[(each.value, each) for each in UnitState])


class CheckForm(RefusableForm):
    """Each point of the check list, in order or not; and the days of the next tests, where they are new."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    electrical_test_on = DatePartsField(label=_("Next electrical test, if it was tested now"), required=False)
    service_on = DatePartsField(label=_("Next service, if it was serviced now"), required=False)

    def __init__(self, data: Any, asked: CheckAsked) -> None:
        super().__init__(data, initial={"version": asked.version})
        self.asked = [f"point_{at}" for at, _item in enumerate(asked.items)]
        for name, item in zip(self.asked, asked.items, strict=True):
            self.fields[name] = forms.TypedChoiceField(
                label=item,
                coerce=lambda said: said == "yes",
                choices=[("yes", _("In order")), ("no", _("Not in order"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Say of each point whether it is in order")},
            )

    @property
    def points(self) -> list[forms.BoundField]:
        """The question of each point."""
        return [self[name] for name in self.asked]

    @property
    def answer(self) -> dict[str, Any]:
        """What was found, by the names of the action."""
        said = self.cleaned_data
        days = {name: said[name] for name in ("electrical_test_on", "service_on")}
        return {"version": said["version"], "answers": [said[name] for name in self.asked], **days}

    def clean(self) -> dict[str, Any]:
        """The days to come."""
        said = super().clean() or self.cleaned_data
        for name in ("electrical_test_on", "service_on"):
            if said.get(name) and said[name] <= clock.today():
                self.add_error(name, _("Choose a day to come"))
        return said


class ListForm(RefusableForm):
    """The points of a check list."""

    items = forms.CharField(
        label=_("What is looked at before a pump is lent again?"),
        help_text=_("One point a line, in your own words: the case, the lead and plug, the filter, the suction."),
        max_length=4000,
        widget=forms.Textarea,
        error_messages={"required": _("Write at least one point to look at")},
    )

    @property
    def points(self) -> list[str]:
        """The points, each on a line of its own."""
        return [line.strip()[:200] for line in self.cleaned_data["items"].splitlines() if line.strip()]


class ModelForm(ListForm):
    """A model of pump."""

    name = forms.CharField(
        label=_("What do you call this model?"),
        help_text=_("For example: hospital-grade double pump. Families read it; no brand."),
        max_length=80,
        error_messages={"required": _("Enter the name")},
    )
    kit = forms.TypedChoiceField(
        label=_("Which collection kit goes with it?"), coerce=int, required=False, empty_value=None
    )
    lasts_years = forms.IntegerField(
        label=_("How many years does it last?"),
        min_value=1,
        max_value=30,
        error_messages={"required": _("Say how many")},
    )

    def __init__(self, data: Any, kits: Iterable[ItemCard]) -> None:
        super().__init__(data)
        choice_field(self, "kit").choices = [("", _("None")), *((each.id, each.name) for each in kits)]

    @property
    def model(self) -> NewModel:
        """The model as it was described."""
        said = self.cleaned_data
        kit = None if said["kit"] is None else StockItemId(said["kit"])
        return NewModel(said["name"], self.points, kit, said["lasts_years"])
