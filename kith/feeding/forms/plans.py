"""A feeding plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.feeding.actions.plans import Plan
from kith.feeding.rules.plans import LONGEST_PLAN
from kith.kernel.languages import ENGLISH
from kith.platform.ui import formats
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm


class PlanForm(RefusableForm):
    """What was agreed, in English and in the parent's language, who with, and when to look again."""

    agreed = forms.CharField(
        label=_("What did you agree?"),
        help_text=_("One thing a line, in plain words. She takes it home. No names of products."),
        max_length=LONGEST_PLAN,
        widget=forms.Textarea,
        error_messages={"required": _("Write down what you agreed")},
    )
    agreed_in_her_words = forms.CharField(max_length=LONGEST_PLAN, required=False, widget=forms.Textarea)
    agreed_with = forms.CharField(
        label=_("Agreed with"), max_length=120, error_messages={"required": _("Enter with whom you agreed it")}
    )
    review_on = DatePartsField(
        label=_("When do you look at it again?"),
        error_messages={"required": _("Enter the day on which you look at it again")},
    )

    def __init__(self, *args: Any, reads: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reads = reads
        box = self.fields["agreed_in_her_words"]
        if reads == ENGLISH.code:
            del self.fields["agreed_in_her_words"]
            return
        box.label = gettext("The same in her language: %(language)s") % {"language": formats.language(reads)}
        box.help_text = gettext("If you or the interpreter can write it. Both are printed side by side.")
        box.widget.attrs.update({"lang": reads})

    @property
    def plan(self) -> Plan:
        """The plan in the languages it was written in."""
        return Plan(**{"agreed_in_her_words": "", "language": self.reads, **self.cleaned_data})
