"""Records that are two of one family, and one record that must become two."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.forms.asking import OneOf
from kith.families.queries.page import ConsentRow
from kith.families.queries.record import Record
from kith.families.rules.codes import Relation
from kith.families.rules.entries import NewParent
from kith.families.rules.splitting import SplitWish
from kith.families.wording.record import RELATIONS
from kith.families.wording.records import PURPOSES
from kith.kernel.ids import BabyId, ConsentId, ParentId, PregnancyId
from kith.places.wording import language_choices
from kith.platform.ui.choices import choice_field
from kith.undoing.editing import Asking

CARERS = (Relation.MOTHER, Relation.FATHER, Relation.PARENT, Relation.FOSTER_CARER, Relation.OTHER_CARER)


def _boxes(label: Any, **options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, widget=forms.CheckboxSelectMultiple, required=False, **options)


class SplitForm(Asking):
    """Who goes into a record of their own, who cares for the baby there, and who goes on seeing which record."""

    drawn: ClassVar[Mapping[str, Mapping[str, Any]]] = {
        name: {"optional": False} for name in ("people", "seen_by", "still_seen_by")
    }

    people = _boxes(_("Who goes into a record of their own?"))
    carer_given_name = forms.CharField(
        label=_("First name of whoever cares for the baby there"),
        help_text=_("Only where the baby goes without a parent or carer of this record."),
        max_length=100,
        required=False,
    )
    carer_family_name = forms.CharField(label=_("Family name"), max_length=100, required=False)
    carer_relation = OneOf(
        {each: RELATIONS[each] for each in CARERS},
        label=_("What are they to the baby?"),
        initial=Relation.FOSTER_CARER,
        widget=forms.Select,
    )
    carer_speaks = forms.ChoiceField(label=_("Language spoken best"), choices=language_choices, initial="en")
    seen_by = _boxes(_("Who may see the new record?"))
    still_seen_by = _boxes(_("Who goes on seeing the record that stays?"))

    def __init__(self, data: Any = None, *, record: Record, consents: Iterable[ConsentRow], **options: Any) -> None:
        super().__init__(data, **options)
        self.consents = list(consents)
        who: list[tuple[str, Any]] = [(f"parent:{each.id}", each.name) for each in record.parents]
        who += [(f"baby:{each.id}", each.details.name or _("Baby without a name yet")) for each in record.babies]
        if record.open_pregnancy:
            who.append((f"pregnancy:{record.open_pregnancy.id}", _("The pregnancy under way")))
        choice_field(self, "people").choices = who
        told = [(str(each.id), f"{each.organisation}: {PURPOSES[each.purpose]}") for each in self.consents]
        choice_field(self, "seen_by").choices = told
        choice_field(self, "still_seen_by").choices = told
        self.fields["still_seen_by"].initial = [value for value, _words in told]  # as it was, unless somebody unticks

    @property
    def answer(self) -> dict[str, Any]:
        """What is to happen; consents that were not ticked for the record that stays are withdrawn."""
        data = self.cleaned_data
        chosen = [each.partition(":")[::2] for each in data["people"]]
        ids = {str(each.id): each.id for each in self.consents}
        carer = {name: data[f"carer_{name}"] for name in ("given_name", "family_name", "speaks", "relation")}
        wish = SplitWish(
            parents=frozenset(ParentId(UUID(pk)) for kind, pk in chosen if kind == "parent"),
            babies=frozenset(BabyId(UUID(pk)) for kind, pk in chosen if kind == "baby"),
            pregnancies=frozenset(PregnancyId(UUID(pk)) for kind, pk in chosen if kind == "pregnancy"),
            carer=NewParent(**carer, reads=carer["speaks"]) if carer["given_name"] else None,
            seen_by=frozenset(ConsentId(ids[each]) for each in data["seen_by"]),
            no_longer_seen_by=frozenset(ConsentId(pk) for text, pk in ids.items() if text not in data["still_seen_by"]),
        )
        return {"wish": wish}
