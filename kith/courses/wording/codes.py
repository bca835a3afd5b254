"""The words people read for the codes of courses."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.courses.rules.codes import DateState, FollowUpEnd, HowInvited, InvitationAnswer, PlaceState

PLACE_STATES: Mapping[PlaceState, Promise] = {
    PlaceState.BOOKED: _("Booked"),
    PlaceState.WAITING: _("On the waiting list"),
    PlaceState.GIVEN_UP: _("Given up"),
}
DATE_STATES: Mapping[DateState, Promise] = {
    DateState.TO_COME: _("To come"),
    DateState.CAME: _("Came"),
    DateState.MISSED: _("Missed"),
    DateState.NOT_NOTED: _("Not noted"),
    DateState.GIVEN_BACK: _("Given back"),
    DateState.CALLED_OFF: _("Called off"),
}
SAID_TO_HER: Mapping[DateState, Promise] = {
    DateState.TO_COME: _("To come"),
    DateState.CAME: _("You came"),
    DateState.MISSED: _("You could not come"),
    DateState.NOT_NOTED: _("Booked"),
    DateState.GIVEN_BACK: _("You gave this place back"),
    DateState.CALLED_OFF: _("Called off by us"),
}
HOW_INVITED: Mapping[HowInvited, Promise] = {
    HowInvited.IN_PERSON: _("Face to face"),
    HowInvited.PHONE: _("By phone"),
    HowInvited.MESSAGE: _("By message: Kith sends it now"),
    HowInvited.LETTER: _("By letter"),
}
ANSWERS: Mapping[InvitationAnswer, Promise] = {
    InvitationAnswer.WAITS: _("No answer yet"),
    InvitationAnswer.ACCEPTED: _("She would like to come"),
    InvitationAnswer.DECLINED: _("Not this time"),
    InvitationAnswer.NOT_REACHED: _("Not reached"),
}
FOLLOW_UP_ENDS: Mapping[FollowUpEnd, Promise] = {
    FollowUpEnd.SPOKE: _("We spoke"),
    FollowUpEnd.NOT_WANTED: _("She needs nothing more"),
    FollowUpEnd.NOT_REACHED: _("Not reached"),
    FollowUpEnd.BEREAVED: _("Ended: the family is bereaved"),
    FollowUpEnd.CONSENT_WITHDRAWN: _("Ended: the family no longer agrees"),
}
