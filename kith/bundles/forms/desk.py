"""What workers are asked about bundles, and what a parent is asked about her own."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.bundles.actions.defining import NewBundle
from kith.bundles.actions.giving import Proof
from kith.bundles.actions.rechecking import SeenThere
from kith.bundles.actions.requesting import BundleWish
from kith.bundles.forms.parts import one_of, yes_or_no
from kith.bundles.queries.bundles import BundleCard
from kith.bundles.rules import codes as c
from kith.bundles.wording import codes as words
from kith.families.queries.cards import BabyCard
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.refusals import RefusableForm
from kith.stores.queries.stock import ItemCard, StoreCard
from kith.stores.rules.codes import StockItemId, StoreId

TO_COME = "to_come"
MONTHS: dict[str, Any] = {"max_value": 72, "error_messages": {"required": _("Enter the months")}}
CHOOSE: dict[str, Any] = {"coerce": int, "error_messages": {"required": _("Choose one")}}


class BundleForm(RefusableForm):
    """What a bundle is called, for which months, and what is in it."""

    name = forms.CharField(
        label=_("Name of the bundle"), max_length=80, error_messages={"required": _("Enter the name")}
    )
    months_from = forms.IntegerField(label=_("For babies from so many months"), min_value=0, **MONTHS)
    months_until = forms.IntegerField(label=_("Until they are so many months old"), min_value=1, **MONTHS)
    items = forms.TypedMultipleChoiceField(
        label=_("What is in it?"),
        help_text=_("A travel cot with its own mattress, bedding that fits, a room thermometer, the advice."),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data: Any, items: Iterable[ItemCard]) -> None:
        super().__init__(data)
        choice_field(self, "items").choices = [(each.id, each.name) for each in items]

    @property
    def bundle(self) -> NewBundle:
        """The bundle as it was described."""
        said = self.cleaned_data
        items = [StockItemId(each) for each in said["items"]]
        return NewBundle(said["name"], said["months_from"], said["months_until"], items)


class SubstituteForm(RefusableForm):
    """What is given where none of a part is left."""

    item = forms.TypedChoiceField(label=_("Which part?"), **CHOOSE)
    substitute = forms.TypedChoiceField(label=_("Instead of it"), coerce=int, required=False, empty_value=None)

    def __init__(self, data: Any, bundle: BundleCard, items: Iterable[ItemCard]) -> None:
        super().__init__(data)
        parts = [(part.item.id, part.item.name) for part in bundle.parts]
        choice_field(self, "item").choices = [("", _("Choose one")), *parts]
        choice_field(self, "substitute").choices = [("", _("Nothing")), *((each.id, each.name) for each in items)]


class BundleRequestForm(RefusableForm):
    """A practitioner asks for one baby."""

    request_key = RequestKeyField()
    bundle = forms.TypedChoiceField(label=_("Which bundle?"), widget=forms.RadioSelect, **CHOOSE)
    baby = forms.ChoiceField(
        label=_("For which baby?"), widget=forms.RadioSelect, error_messages={"required": _("Choose the baby")}
    )
    criteria = forms.TypedMultipleChoiceField(
        label=_("Why?"),
        help_text=_("Everything that is true. The criteria are public, and the same for all."),
        coerce=c.Criterion,
        choices=[(each.value, text) for each, text in words.CRITERIA.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    place = one_of(c.SleepingPlace, words.PLACES, _("Where does the baby sleep?"))
    landlord = one_of(c.Landlord, words.LANDLORDS, _("Who lets it?"))
    has_room = yes_or_no(_("Is there room for one cot for each child under two?"))
    no_room = one_of(c.NoRoom, words.NO_ROOM, _("If not, why?"), required=False, empty_value=None)
    arrives = one_of(c.Arrives, words.ARRIVES, _("How does it come to the family?"))
    collector = forms.CharField(label=_("Who collects it?"), max_length=120, required=False)

    def __init__(self, data: Any, bundles: Iterable[BundleCard], babies: Iterable[BabyCard], *, due: bool) -> None:
        super().__init__(data)
        choice_field(self, "bundle").choices = [(each.id, each.name) for each in bundles]
        self.babies = {str(each.id): each for each in babies}
        known = [(pk, each.name or str(_("The baby"))) for pk, each in self.babies.items()]
        choice_field(self, "baby").choices = [*known, *([(TO_COME, _("The baby to come"))] if due else [])]

    def clean(self) -> dict[str, Any]:
        """Without room there is a reason."""
        said = super().clean() or self.cleaned_data
        if said.get("has_room") is False and not said.get("no_room"):
            self.add_error("no_room", _("Choose why there is no room"))
        return said

    @property
    def wish(self) -> BundleWish:
        """What is asked for."""
        said = self.cleaned_data
        baby = self.babies.get(said["baby"])
        return BundleWish(
            bundle_id=c.BundleId(said["bundle"]),
            baby_id=baby.id if baby else None,
            criteria=said["criteria"],
            place=said["place"],
            landlord=said["landlord"],
            no_room=None if said["has_room"] else said["no_room"],
            arrives=said["arrives"],
            collector=said["collector"],
            request_key=said["request_key"],
        )


class RefuseForm(RefusableForm):
    """Why the family is given none."""

    why = one_of(c.WhyNot, {each: words.WHY_NOT[each] for each in c.REFUSALS}, _("Why not?"))


class PackForm(RefusableForm):
    """In which store the bundle stands ready."""

    store = forms.TypedChoiceField(label=_("In which store is it ready?"), widget=forms.RadioSelect, **CHOOSE)

    def __init__(self, data: Any, stores: Iterable[StoreCard]) -> None:
        super().__init__(data)
        choice_field(self, "store").choices = [(each.id, each.name) for each in stores]


class GiveForm(RefusableForm):
    """Who took it, whether the cot stands, and how the advice was talked through."""

    store = forms.TypedChoiceField(label=_("From which store?"), widget=forms.RadioSelect, **CHOOSE)
    taken_by = forms.CharField(
        label=_("Who took it?"), max_length=120, error_messages={"required": _("Enter the name of the person")}
    )
    cot_is_up = yes_or_no(_("Is the cot put up at this place?"))
    talked = one_of(c.Talked, words.TALKED, _("How did you talk the advice for this place through?"))

    def __init__(self, data: Any, stores: Iterable[StoreCard], packed_in: StoreId | None = None) -> None:
        super().__init__(data, initial={"store": packed_in})
        choice_field(self, "store").choices = [(each.id, each.name) for each in stores]

    @property
    def answer(self) -> dict[str, Any]:
        """What was said, by the names of the action."""
        said = self.cleaned_data
        proof = Proof(said["taken_by"], said["cot_is_up"], said["talked"])
        return {"store_id": StoreId(said["store"]), "proof": proof}


class RecheckForm(RefusableForm):
    """What was found at the new place."""

    place = one_of(c.SleepingPlace, words.PLACES, _("Where does the baby sleep?"))
    cot_is_up = yes_or_no(_("Is the cot put up at this place?"))
    found = one_of(c.Found, words.FOUND, _("What did you find?"))

    @property
    def seen(self) -> SeenThere:
        """What was found."""
        return SeenThere(**self.cleaned_data)


class WayForm(RefusableForm):
    """How the bundle comes to her, as a parent is asked."""

    arrives = one_of(c.Arrives, words.MY_ARRIVES, _("How would you like to have it?"))
    collector = forms.CharField(label=_("Who collects it for you?"), max_length=120, required=False)


class TakeBackForm(RefusableForm):
    """What becomes of the things after a death; nothing is chosen for her."""

    how = one_of(c.TakenBack, words.TAKEN_BACK, _("What would you like?"))
    collector = forms.CharField(label=_("Who brings them?"), max_length=120, required=False)

    @property
    def answer(self) -> dict[str, Any]:
        """What was said, by the names of the action."""
        return {"how": self.cleaned_data["how"], "who": self.cleaned_data["collector"]}
