"""What a parent hopes for, and how it ended."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.queries.cards import BabyCard
from kith.feeding.actions.goals import Goal
from kith.feeding.rules.goals import LONGEST_GOAL, AsWanted, Hope, HopedUntil
from kith.feeding.rules.statuses import Source
from kith.feeding.wording.goals import AS_WANTED, ASKED_BY, HOPE_HINTS, HOPES, SOURCES, UNTIL, goal_refusal_words
from kith.kernel.ids import BabyId
from kith.kernel.refusal import Refusal
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField

ALL = "all"


class GoalForm(forms.Form):
    """How she hopes to feed, until when, and her own words."""

    hope = forms.ChoiceField(
        label=_("How do you hope to feed your baby?"),
        choices=[(hope.value, words) for hope, words in HOPES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. “Not decided yet” is an answer too")},
    )
    until = forms.ChoiceField(
        label=_("Until when?"),
        choices=[("", _("Choose")), *((until.value, words) for until, words in UNTIL.items())],
        required=False,
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=LONGEST_GOAL,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": _("Use at most %(limit_value)s characters")},
    )

    hints = {hope.value: words for hope, words in HOPE_HINTS.items()}  # noqa: RUF012  # never changed

    def goal(self, language: str, source: Source = Source.OWN_PAGE) -> Goal:
        """What the action needs."""
        data = self.cleaned_data
        until = HopedUntil(data["until"]) if data["until"] else None
        return Goal(Hope(data["hope"]), until, data["words"], language, source)

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused beside the box it is about."""
        boxes = {"until_missing": "until", "goal_too_long": "words"}
        self.add_error(boxes.get(refusal.code), goal_refusal_words(refusal))


class AskedGoalForm(GoalForm):
    """The same, asked by a worker; for one of twins or for all."""

    baby = forms.ChoiceField(label=_("For which baby?"), widget=forms.RadioSelect, initial=ALL)
    source = forms.ChoiceField(
        label=_("Where does the answer come from?"),
        choices=[(source.value, SOURCES[source]) for source in ASKED_BY],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where the answer comes from")},
    )
    field_order = ("baby", "hope", "until", "words", "source")

    def __init__(self, *args: Any, babies: tuple[BabyCard, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hope"].label = _("How does she hope to feed?")
        self.fields["words"].label = _("In her own words")
        if len(babies) < 2:
            del self.fields["baby"]
            return
        choices = [(ALL, _("All of them")), *((str(baby.id), baby.name or _("Baby")) for baby in babies)]
        choice_field(self, "baby").choices = choices

    @property
    def baby_id(self) -> BabyId | None:
        """The baby it is for; None for all."""
        chosen = self.cleaned_data.get("baby", ALL)
        return None if chosen == ALL else BabyId(UUID(chosen))

    @property
    def source_of_answer(self) -> Source:
        """Where the answer comes from."""
        return Source(self.cleaned_data["source"])


class FeedingEndForm(forms.Form):
    """When the last breast milk was, and whether that was as she wanted."""

    as_wanted = forms.ChoiceField(
        label=_("Did she feed as long as she wanted?"),
        choices=[(each.value, words) for each, words in AS_WANTED.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. “She would rather not say” is an answer too")},
    )
    stopped_on = DatePartsField(
        label=_("When did the baby last have breast milk?"),
        help_text=_("Leave it empty if the baby never had any."),
        required=False,
    )
    source = forms.ChoiceField(
        label=_("Where does the answer come from?"),
        choices=[(source.value, SOURCES[source]) for source in ASKED_BY],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where the answer comes from")},
    )
    asked_on = DatePartsField(
        label=_("When did you ask?"), error_messages={"required": _("Enter the day on which you asked")}
    )

    @property
    def answer(self) -> dict[str, Any]:
        """What the action needs."""
        data = self.cleaned_data
        return {
            "as_wanted": AsWanted(data["as_wanted"]),
            "stopped_on": data["stopped_on"],
            "source": Source(data["source"]),
            "asked_on": data["asked_on"],
        }

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused beside the box it is about."""
        box = "stopped_on" if refusal.code == "stopped_out_of_range" else "asked_on"
        self.add_error(box, goal_refusal_words(refusal))
