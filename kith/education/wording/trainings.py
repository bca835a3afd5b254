"""What trainings, and what is noted of them, are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.education.rules.codes import Found, NewsKind, Presence, TakenBack
from kith.education.rules.communities import Community
from kith.education.rules.status import State
from kith.kernel.training import Training

TRAININGS: Mapping[Training, Promise] = {
    Training.ORIENTATION: _("Orientation to our policy and services"),
    Training.BABY_FRIENDLY: _("Baby Friendly course"),
    Training.UPDATE: _("Yearly update on feeding"),
    Training.PUMP_ISSUING: _("Issuing, cleaning and checking pumps"),
    Training.SAFER_SLEEP: _("Safer sleep"),
    Training.CULTURAL_SAFETY: _("Cultural safety"),
    Training.SAFEGUARDING: _("Safeguarding"),
    Training.PEER_SUPPORTER: _("Peer supporter course"),
    Training.COMPETENCE_ASSESSOR: _("Assessing competence"),
}
STATES: Mapping[State, Promise] = {
    State.LATE: _("Late"),
    State.ENDS_SOON: _("Ends soon"),
    State.TO_COME: _("To come"),
    State.TRAINED: _("Trained"),
}
COLOURS: Mapping[State, str] = {
    State.LATE: "red",
    State.ENDS_SOON: "yellow",
    State.TO_COME: "blue",
    State.TRAINED: "green",
}
PRESENCES: Mapping[Presence, Promise] = {
    Presence.EXPECTED: _("Expected"),
    Presence.ATTENDED: _("Attended"),
    Presence.DID_NOT_COME: _("Did not come"),
    Presence.TAKEN_OFF: _("Taken off the register"),
}
FOUND: Mapping[Found, Promise] = {Found.COMPETENT: _("Can do it"), Found.NOT_YET: _("Not yet")}
TAKEN_BACK: Mapping[TakenBack, Promise] = {
    TakenBack.MISTAKE: _("It was noted by mistake and never counted"),
    TakenBack.CONCERN: _("There is a concern: it counts no more from today"),
}
NEWS: Mapping[NewsKind, Promise] = {NewsKind.CHANGED: _("Changed"), NewsKind.WITHDRAWN: _("Withdrawn")}
COMMUNITIES: Mapping[Community, Promise] = {
    Community.WHITE: _("White"),
    Community.MIXED: _("Mixed or multiple backgrounds"),
    Community.ASIAN: _("Asian"),
    Community.BLACK: _("Black"),
    Community.OTHER: _("Another community"),
    Community.UNKNOWN: _("Not known"),
}
