"""What people at work are asked about what was made together."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.panels.rules.codes import MemberId, WorkKind
from kith.panels.wording.codes import WORK_KINDS
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm

Choices = Iterable[tuple[str, str]]
_CHOOSE = {"required": _("Choose an answer")}


class WorkForm(RefusableForm):
    """What was made together."""

    request_key = RequestKeyField()
    title = forms.CharField(
        label=_("What is it called?"), max_length=160, error_messages={"required": _("Write a title")}
    )
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(each.value, words) for each, words in WORK_KINDS.items()],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    made_on = DatePartsField(label=_("When was it finished?"))

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        return self.cleaned_data | {"kind": WorkKind(self.cleaned_data["kind"])}


class AskForm(RefusableForm):
    """Who helped to make it."""

    members = forms.MultipleChoiceField(
        label=_("Who helped?"),
        help_text=_("Each is asked how she wishes to be shown. Until she answers she is not."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who helped")},
    )

    def __init__(self, data: Any = None, *, members: Choices) -> None:
        super().__init__(data)
        choice_field(self, "members").choices = list(members)

    @property
    def member_ids(self) -> list[MemberId]:
        """The members."""
        return [MemberId(int(each)) for each in self.cleaned_data["members"]]
