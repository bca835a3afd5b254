"""A death in the family: who, when, and who calls; then the name, typed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.queries.bereavement import Life
from kith.families.rules.bereavement import Loss, NewBereavement, is_the_name
from kith.families.wording.trust import LOSSES
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field, offered
from kith.platform.ui.fields import DatePartsField
from kith.undoing.editing import Asking


class BereavementForm(Asking):
    """Who has died and who calls; ``name`` is asked on the second page only, and makes it be written down."""

    who = forms.ChoiceField(
        label=_("Who has died?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who has died")},
    )
    died_on = DatePartsField(
        label=_("When?"), required=False, help_text=_("Leave this empty if you do not know. Nobody needs to be asked.")
    )
    caller = forms.ChoiceField(
        label=_("Who will call the family?"),
        help_text=_("One person, whom the family knows if it can be. This becomes her next step."),
        error_messages={"required": _("Choose who calls: somebody has to")},
    )
    call_by = DatePartsField(
        label=_("By when?"),
        help_text=_("Within seven days, better by tomorrow."),
        error_messages={"required": _("Choose the day by which she calls")},
    )

    def __init__(self, data: Any = None, *, lives: Sequence[Life], callers: Sequence[MembershipCard]) -> None:
        super().__init__(data, initial={"call_by": clock.today() + timedelta(days=1)})
        choice_field(self, "who").choices = [(f"{each.loss}:{each.id}", _life_words(each)) for each in lives]
        people = [(str(each.id), f"{each.name}, {each.role_name}, {each.organisation.name}") for each in callers]
        choice_field(self, "caller").choices = [("", _("Choose")), *people]

    @property
    def answer(self) -> dict[str, Any]:
        """The death as it is written down."""
        data = dict(self.cleaned_data)
        loss, _colon, subject = data.pop("who").partition(":")
        caller = MembershipId(int(data.pop("caller")))
        return {"new": NewBereavement(loss=Loss(loss), subject_id=UUID(subject), caller=caller, **data)}

    def chosen(self, name: str) -> str:
        """The words of the choice made, for the second page."""
        choices = dict(offered(self, name))
        return str(choices[self.cleaned_data[name]])


class NameForm(forms.Form):
    """The name of the family, typed: no worker records a death by a slip of the thumb."""

    name = forms.CharField(
        label=_("Type the name of the family to confirm"),
        max_length=200,
        error_messages={"required": _("Type the name as it stands above")},
    )

    def __init__(self, data: Any = None, *, expected: str) -> None:
        super().__init__(data)
        self.expected = expected

    def clean_name(self) -> str:
        """The name, if it is the one."""
        typed = str(self.cleaned_data["name"])
        if not is_the_name(typed, self.expected):
            raise forms.ValidationError(_("Type the name as it stands above"))
        return typed


class UndoForm(Asking):
    """Why it was written down by mistake."""

    why = forms.CharField(
        label=_("What was wrong?"),
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": _("Say what was wrong with the record")},
    )


def _life_words(each: Life) -> str:
    words = str(LOSSES[each.loss])
    if each.loss is Loss.PREGNANCY and each.since:
        return gettext("The pregnancy, due on %(day)s") % {"day": formats.date(each.since, "medium")}
    if each.loss is Loss.BABY and each.since:
        born = gettext("born on %(day)s") % {"day": formats.date(each.since, "medium")}
        return f"{each.name or words}, {born}"
    return each.name or words
