"""The words of safeguarding concerns, of visits alone and of what to mind before a visit."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused
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
CONCERN_ACTIONS: Mapping[ConcernState, Promise] = {
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
REFUSALS: RefusalWords = {
    "about_nobody": Refused(_("Choose about whom you are concerned"), "about"),
    "concern_says_nothing": Refused(_("Write what you saw or heard"), "words"),
    "concern_too_long": Refused(_("Write it in 5,000 letters or fewer"), "words"),
    "concern_not_there": Refused(_("This has changed meanwhile: look at its states")),
    "closing_reason_missing": Refused(_("Choose why it is closed"), "reason"),
    "closing_reason_too_early": Refused(_("A reason belongs only to closing"), "reason"),
    "where_missing": Refused(_("Write where you go"), "where"),
    "back_in_past": Refused(_("Choose a time still to come"), "back"),
    "back_too_late": Refused(_("Choose a time within 12 hours"), "back"),
    "nobody_to_alert": Refused(_("Choose a colleague who works here"), "buddy"),
    "still_out": Refused(_("You are still out: say first that you are back")),
    "no_precaution": Refused(_("Choose what to mind"), "precautions"),
    "precautions_review_in_past": Refused(_("Choose a day still to come"), "review_on"),
    "precautions_review_too_far": Refused(_("Choose a day within a year"), "review_on"),
}
