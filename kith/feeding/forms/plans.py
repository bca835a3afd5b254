"""A feeding plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.feeding.actions.plans import Plan
from kith.feeding.rules.plans import LONGEST_PLAN
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.fields import DatePartsField


class PlanForm(forms.Form):
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
        """What the action needs."""
        data = self.cleaned_data
        return Plan(
            agreed=data["agreed"].strip(),
            agreed_in_her_words=data.get("agreed_in_her_words", "").strip(),
            language=self.reads,
            agreed_with=data["agreed_with"].strip(),
            review_on=data["review_on"],
        )

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused beside the box it is about."""
        match refusal.code:
            case "review_in_past":
                self.add_error("review_on", gettext("Enter today or a day to come"))
            case "review_too_far":
                self.add_error("review_on", gettext("Enter a day within three months"))
            case "plan_empty":
                self.add_error("agreed", gettext("Write down what you agreed"))
            case _:
                self.add_error(None, gettext("This cannot be recorded"))
