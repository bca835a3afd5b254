"""Stores, stock and recalls as they are asked for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm
from kith.stores.actions.keeping import NewStore
from kith.stores.actions.recalls import NewRecall
from kith.stores.actions.stock import Arrived
from kith.stores.queries.stock import ItemCard, ShelfRow, StoreCard
from kith.stores.rules.codes import (
    BY_PERSON,
    COMES_IN,
    CORRECTS,
    BatchId,
    HowTold,
    MoveKind,
    RecallBy,
    RecallReason,
    StockItemId,
    StoreId,
    WhyDiffers,
)
from kith.stores.rules.stock import MOST
from kith.stores.wording import HOW_TOLD, MOVES, REASONS, RECALLED_BY, WHY_DIFFERS

HOW_MANY: dict[str, Any] = {
    "min_value": 1,
    "max_value": MOST,
    "label": _("How many?"),
    "error_messages": {"required": _("Say how many")},
}


class StoreForm(RefusableForm):
    """A store: where it is, and when it is open."""

    name = forms.CharField(label=_("Name"), max_length=80, error_messages={"required": _("Enter the name")})
    address = forms.CharField(
        label=_("Address, as families read it"), max_length=200, error_messages={"required": _("Enter the address")}
    )
    phone = forms.CharField(label=_("Telephone"), max_length=20, required=False)
    open_days = forms.TypedMultipleChoiceField(
        label=_("Open on"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one day")},
    )
    closed_on = DatePartsField(label=_("One more day on which it is closed"), required=False)

    def __init__(self, data: Any, store: StoreCard | None = None) -> None:
        known = {"name": store.name, "address": store.address, "phone": store.phone} if store else {}
        super().__init__(data, initial={**known, "open_days": list(store.open_days) if store else []})
        self.closed_before = store.closed_on if store else ()
        choice_field(self, "open_days").choices = [(each, formats.weekday(each)) for each in range(7)]

    @property
    def store(self) -> NewStore:
        """The store as it was described."""
        said = self.cleaned_data
        closed = {*self.closed_before, *filter(None, [said["closed_on"]])}
        return NewStore(said["name"], said["address"], said["phone"], said["open_days"], sorted(closed))


class ItemForm(RefusableForm):
    """Something that is given and stays with the family."""

    name = forms.CharField(
        label=_("What is it?"),
        help_text=_("For example: collection kit, 24 mm. No brand."),
        max_length=80,
        error_messages={"required": _("Enter the name")},
    )
    low_below = forms.IntegerField(
        label=_("Warn when fewer are left than"),
        min_value=0,
        max_value=1000,
        error_messages={"required": _("Say how many")},
    )


class ReceiveForm(RefusableForm):
    """What has come: bought or donated, of which batch."""

    request_key = RequestKeyField()
    kind = forms.TypedChoiceField(
        label=_("How did it come?"),
        coerce=MoveKind,
        choices=[(each.value, MOVES[each]) for each in COMES_IN],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one")},
    )
    item = forms.TypedChoiceField(label=_("What is it?"), coerce=int, error_messages={"required": _("Choose one")})
    batch = forms.CharField(
        label=_("Batch number, as on the box"), max_length=40, error_messages={"required": _("Enter the batch number")}
    )
    expires_on = DatePartsField(label=_("Good until"), required=False)
    count = forms.IntegerField(**HOW_MANY)

    def __init__(self, data: Any, items: Iterable[ItemCard]) -> None:
        super().__init__(data)
        choice_field(self, "item").choices = [("", _("Choose one")), *((each.id, each.name) for each in items)]

    @property
    def answer(self) -> dict[str, Any]:
        """What came, by the names of the action."""
        said = self.cleaned_data
        arrived = Arrived(
            StockItemId(said["item"]), said["batch"].strip(), said["count"], said["expires_on"], said["kind"]
        )
        return {"arrived": arrived, "request_key": said["request_key"]}


class MoveForm(RefusableForm):
    """What became of some pieces of a batch."""

    request_key = RequestKeyField()
    batch = forms.TypedChoiceField(label=_("Which batch?"), coerce=int, error_messages={"required": _("Choose one")})
    kind = forms.TypedChoiceField(
        label=_("What happened?"),
        coerce=MoveKind,
        choices=[(each.value, MOVES[each]) for each in (MoveKind.MOVED, *CORRECTS)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened")},
    )
    count = forms.IntegerField(**HOW_MANY)
    to_store = forms.TypedChoiceField(label=_("To which store?"), coerce=int, required=False, empty_value=None)

    def __init__(self, data: Any, shelves: Iterable[ShelfRow], others: Iterable[StoreCard]) -> None:
        super().__init__(data)
        named = [(each.shelf.batch_id, f"{each.item} · {each.shelf.number}") for each in shelves]
        choice_field(self, "batch").choices = [("", _("Choose one")), *named]
        choice_field(self, "to_store").choices = [("", _("Choose one")), *((each.id, each.name) for each in others)]

    def clean(self) -> dict[str, Any]:
        """Where to, if it goes to another store."""
        said = super().clean() or self.cleaned_data
        if said.get("kind") is MoveKind.MOVED and not said.get("to_store"):
            self.add_error("to_store", _("Choose the store it goes to"))
        return said

    @property
    def happened(self) -> MoveKind:
        """What happened."""
        return MoveKind(self.cleaned_data["kind"])

    @property
    def answer(self) -> dict[str, Any]:
        """What happened, by the names of the action."""
        said = self.cleaned_data
        where = {"to_store": StoreId(said["to_store"])} if self.happened is MoveKind.MOVED else {"kind": self.happened}
        pieces = {name: said[name] for name in ("count", "request_key")}
        return {"batch_id": BatchId(said["batch"]), **pieces, **where}


class CountForm(RefusableForm):
    """What a person counts, shelf by shelf: a shelf that is left empty was not counted."""

    request_key = RequestKeyField()
    why = forms.TypedChoiceField(
        label=_("Why is it another number than noted?"),
        coerce=WhyDiffers,
        choices=[(each.value, words) for each, words in WHY_DIFFERS.items()],
        widget=forms.RadioSelect,
        required=False,
        empty_value=None,
    )

    def __init__(self, data: Any, shelves: Iterable[ShelfRow]) -> None:
        super().__init__(data)
        self.shelves = {f"seen_{each.shelf.batch_id}": each for each in shelves}
        for name, each in self.shelves.items():
            label = f"{each.item} · {each.shelf.number}"
            self.fields[name] = forms.IntegerField(label=label, min_value=0, max_value=MOST, required=False)

    def clean(self) -> dict[str, Any]:
        """At least one shelf is counted."""
        said = super().clean() or self.cleaned_data
        if self.shelves and all(said.get(name) is None for name in self.shelves) and not self.errors:
            self.add_error(next(iter(self.shelves)), _("Count at least one shelf"))
        return said

    @property
    def answer(self) -> dict[str, Any]:
        """What was counted, by the names of the action."""
        said = self.cleaned_data
        seen = {each.shelf.batch_id: said[name] for name, each in self.shelves.items() if said[name] is not None}
        return {"seen": seen, "why": said["why"], "request_key": said["request_key"]}


class ThresholdForm(RefusableForm):
    """Under how many pieces of an item this store runs low."""

    item = forms.TypedChoiceField(label=_("What is it?"), coerce=int, error_messages={"required": _("Choose one")})
    low_below = forms.IntegerField(
        label=_("Warn when fewer are left here than"),
        help_text=_("0 takes the warning away."),
        min_value=0,
        max_value=1000,
        error_messages={"required": _("Say how many")},
    )

    def __init__(self, data: Any, items: Iterable[ItemCard]) -> None:
        super().__init__(data)
        choice_field(self, "item").choices = [("", _("Choose one")), *((each.id, each.name) for each in items)]

    @property
    def answer(self) -> dict[str, Any]:
        """The threshold, by the names of the action."""
        return {"item_id": StockItemId(self.cleaned_data["item"]), "low_below": self.cleaned_data["low_below"]}


class RecallForm(RefusableForm):
    """What is called back, and why."""

    request_key = RequestKeyField()
    by = forms.TypedChoiceField(
        label=_("What is called back?"),
        coerce=RecallBy,
        choices=[(each.value, words) for each, words in RECALLED_BY.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one")},
    )
    what = forms.CharField(label=_("Name of the model, or serial number"), max_length=80, required=False)
    batch = forms.TypedChoiceField(label=_("Which batch?"), coerce=int, required=False, empty_value=None)
    reason = forms.TypedChoiceField(
        label=_("Why?"),
        coerce=RecallReason,
        choices=[(each.value, words) for each, words in REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )

    def __init__(self, data: Any, batches: Iterable[tuple[BatchId, str]]) -> None:
        super().__init__(data)
        self.named = dict(batches)
        choice_field(self, "batch").choices = [("", _("Choose one")), *self.named.items()]

    def clean(self) -> dict[str, Any]:
        """The mark that belongs to what is called back."""
        said = super().clean() or self.cleaned_data
        if said.get("by") is RecallBy.BATCH and not said.get("batch"):
            self.add_error("batch", _("Choose the batch"))
        if said.get("by") in (RecallBy.MODEL, RecallBy.SERIAL) and not said.get("what"):
            self.add_error("what", _("Enter what stands on the label"))
        return said

    @property
    def recall(self) -> NewRecall:
        """The recall as it was described."""
        said = self.cleaned_data
        if said["by"] is RecallBy.BATCH:
            batch_id = BatchId(said["batch"])
            return NewRecall(said["by"], self.named[batch_id], said["reason"], batch_id)
        return NewRecall(said["by"], said["what"].strip(), said["reason"])


class ToldForm(RefusableForm):
    """How a worker has told the family."""

    how = forms.TypedChoiceField(
        label=_("How did you tell the family?"),
        coerce=HowTold,
        choices=[(each.value, HOW_TOLD[each]) for each in BY_PERSON],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one")},
    )
