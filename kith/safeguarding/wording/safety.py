"""The words of safeguarding concerns, of visits alone and of what to mind before a visit."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.safeguarding.rules.concerns import About, ClosingReason, ConcernState
from kith.safeguarding.rules.safety import Precaution, SafetyReason

ABOUT: Mapping[About, Promise] = {
    About.BABY: _("The baby"),
    About.UNBORN: _("The unborn baby"),
    About.OTHER_CHILD: _("Another child"),
    About.PARENT: _("A parent or carer"),
    About.OTHER_ADULT: _("Another adult"),
}
CONCERN_STATES: Mapping[ConcernState, Promise] = {
    ConcernState.RAISED: _("Raised"),
    ConcernState.RECEIVED: _("Received by a safeguarding lead"),
    ConcernState.REFERRED: _("Referred to children’s services"),
    ConcernState.CLOSED: _("Closed"),
}
CONCERN_DEEDS: Mapping[ConcernState, Promise] = {
    ConcernState.RECEIVED: _("I have received it"),
    ConcernState.REFERRED: _("I have referred it to children’s services"),
    ConcernState.CLOSED: _("Close it"),
}
CLOSING_REASONS: Mapping[ClosingReason, Promise] = {
    ClosingReason.WITH_CHILDRENS_SERVICES: _("Children’s services have taken it on"),
    ClosingReason.SUPPORT_IN_PLACE: _("The family has the support it needs"),
    ClosingReason.NO_FURTHER_ACTION: _("Looked into; nothing more is to be done"),
    ClosingReason.RAISED_IN_ERROR: _("Raised in error"),
}
PRECAUTIONS: Mapping[Precaution, Promise] = {
    Precaution.IN_PAIRS: _("Visit in pairs"),
    Precaution.NOT_AT_HOME: _("Meet somewhere else than at home"),
    Precaution.CALL_BEFORE: _("Call before you come"),
    Precaution.BY_DAYLIGHT: _("Visit by daylight only"),
}
SAFETY_REASONS: Mapping[SafetyReason, Promise] = {
    SafetyReason.ANIMAL: _("An animal"),
    SafetyReason.AGGRESSION: _("Threats or violence towards staff"),
    SafetyReason.SOMEBODY_AT_HOME: _("Somebody at the home"),
    SafetyReason.SURROUNDINGS: _("The surroundings"),
}

_REFUSALS: Mapping[str, tuple[str, Promise]] = {
    "about_nobody": ("about", _("Choose about whom you are concerned")),
    "concern_says_nothing": ("words", _("Write what you saw or heard")),
    "concern_too_long": ("words", _("Write it in 5,000 letters or fewer")),
    "concern_not_there": ("", _("This has changed meanwhile: look at its states")),
    "closing_reason_missing": ("reason", _("Choose why it is closed")),
    "closing_reason_too_early": ("reason", _("A reason belongs only to closing")),
    "where_missing": ("where", _("Write where you go")),
    "back_in_past": ("back", _("Choose a time still to come")),
    "back_too_late": ("back", _("Choose a time within 12 hours")),
    "nobody_to_alert": ("buddy", _("Choose a colleague who works here")),
    "still_out": ("", _("You are still out: say first that you are back")),
    "no_precaution": ("precautions", _("Choose what to mind")),
    "review_in_past": ("review_on", _("Choose a day still to come")),
    "review_too_far": ("review_on", _("Choose a day within a year")),
}


def safety_refusal(refusal: Refusal) -> tuple[str, str]:
    """The field that is at fault, and why it cannot be."""
    field, words = _REFUSALS.get(refusal.code, ("", _("This cannot be recorded")))
    return field, str(words)
