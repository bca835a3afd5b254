"""What a parent hopes for, and how it ended."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.caseloads.wording.babies import baby_names
from kith.families.queries.cards import BabyCard
from kith.feeding.actions.goals import Goal
from kith.feeding.forms.answers import asked_on_field, code_field, source_field
from kith.feeding.rules.goals import LONGEST_GOAL, HopedUntil
from kith.feeding.rules.statuses import Source
from kith.feeding.wording.goals import AS_WANTED, HOPE_HINTS, HOPES, UNTIL
from kith.kernel.ids import BabyId
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm

ALL = "all"


class GoalForm(RefusableForm):
    """How she hopes to feed, until when, and her own words."""

    hope = code_field(
        _("How do you hope to feed your baby?"), HOPES, _("Choose one. “Not decided yet” is an answer too")
    )
    until = forms.TypedChoiceField(
        label=_("Until when?"),
        choices=[("", _("Choose")), *UNTIL.items()],
        coerce=HopedUntil,
        empty_value=None,
        required=False,
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=LONGEST_GOAL,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": _("Use at most %(limit_value)s characters")},
    )

    hints = HOPE_HINTS

    def answer(self, language: str) -> dict[str, Any]:
        """The goal in this language, and the baby it is for, by the names of the action."""
        said = {"source": Source.OWN_PAGE, **self.cleaned_data}
        baby_id = said.pop("baby", None)
        return {"goal": Goal(language=language, **said), "baby_id": baby_id}


class AskedGoalForm(GoalForm):
    """The same, asked by a worker; for one of twins or for all."""

    baby = forms.TypedChoiceField(
        label=_("For which baby?"),
        coerce=lambda chosen: None if chosen == ALL else BabyId(UUID(chosen)),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for which baby")},
    )
    source = source_field()
    field_order = ("baby", "hope", "until", "words", "source")

    def __init__(self, *args: Any, babies: tuple[BabyCard, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hope"].label = _("How does she hope to feed?")
        self.fields["words"].label = _("In her own words")
        if len(babies) < 2:
            del self.fields["baby"]
            return
        choices = [(ALL, _("All of them")), *((str(pk), name) for pk, name in baby_names(babies).items())]
        choice_field(self, "baby").choices = choices


class FeedingEndForm(RefusableForm):
    """When the last breast milk was, and whether that was as she wanted."""

    as_wanted = code_field(
        _("Did she feed as long as she wanted?"),
        AS_WANTED,
        _("Choose one. “She would rather not say” is an answer too"),
    )
    stopped_on = DatePartsField(
        label=_("When did the baby last have breast milk?"),
        help_text=_("Leave it empty if the baby never had any."),
        required=False,
    )
    source = source_field()
    asked_on = asked_on_field()
