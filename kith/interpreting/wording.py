"""The words people read for interpreting's codes and refusals."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.interpreting.rules.choosing import Bond
from kith.interpreting.rules.codes import Gender, GenderWish, Mode, State, What, Why, Wish
from kith.platform.ui.refusals import RefusalWords, Refused

MODES: Mapping[Mode, Promise] = {
    Mode.FACE_TO_FACE: _("Face to face"),
    Mode.VIDEO: _("By video"),
    Mode.PHONE: _("By phone"),
}
GENDERS: Mapping[Gender, Promise] = {
    Gender.WOMAN: _("Woman"),
    Gender.MAN: _("Man"),
    Gender.OTHER: _("Another gender"),
}
GENDER_WISHES: Mapping[GenderWish, Promise] = {
    GenderWish.ANY: _("No preference"),
    GenderWish.WOMAN: _("A woman"),
    GenderWish.MAN: _("A man"),
}
WHATS: Mapping[What, Promise] = {
    What.VISIT: _("A visit"),
    What.CALL: _("A phone call"),
    What.SESSION: _("A group or course"),
}
STATES: Mapping[State, Promise] = {
    State.REQUESTED: _("Nobody asked yet"),
    State.OFFERED: _("Waiting for an answer"),
    State.DECLINED: _("Cannot come: ask somebody else"),
    State.CONFIRMED: _("Confirmed"),
    State.LATE: _("Will be late"),
    State.ARRIVED: _("Arrived"),
    State.DONE: _("Done"),
    State.FAILED: _("Failed"),
    State.CANCELLED: _("Cancelled"),
}
COLOURS: Mapping[State, str] = {
    State.REQUESTED: "red",
    State.OFFERED: "yellow",
    State.DECLINED: "red",
    State.CONFIRMED: "green",
    State.LATE: "yellow",
    State.ARRIVED: "green",
    State.DONE: "grey",
    State.FAILED: "red",
    State.CANCELLED: "grey",
}
STEPS: Mapping[State, Promise] = {
    State.REQUESTED: _("Interpreter asked for"),
    State.OFFERED: _("Offered"),
    State.DECLINED: _("Cannot come"),
    State.CONFIRMED: _("Confirmed"),
    State.LATE: _("Late"),
    State.ARRIVED: _("Arrived"),
    State.DONE: _("Done"),
    State.FAILED: _("Failed"),
    State.CANCELLED: _("Cancelled"),
}
WHYS: Mapping[Why, Promise] = {
    Why.NO_SHOW: _("The interpreter did not come"),
    Why.WRONG_DIALECT: _("Wrong language or dialect"),
    Why.TECHNICAL: _("The phone or video did not work"),
    Why.CANCELLED_LATE_BY_THEM: _("The interpreter cancelled late"),
    Why.CANCELLED_LATE_BY_US: _("We cancelled late"),
    Why.FAMILY_NOT_THERE: _("The family was not there"),
    Why.NOBODY_FOUND: _("No interpreter was found"),
}
WISHES: Mapping[Wish, Promise] = {
    Wish.SAME: _("The same interpreter again, please"),
    Wish.OTHER: _("Somebody else next time, please"),
}
BONDS: Mapping[Bond, Promise] = {
    Bond.KNOWN: _("Same interpreter as before"),
    Bond.KEPT_BY_ONE: _("Same interpreter again: one of you wished it"),
    Bond.KEPT_BY_BOTH: _("Same interpreter again: both of you wished it"),
}
REFUSALS: RefusalWords = {
    "english_needs_none": Refused(_("Choose a language other than English"), "language"),
    "signs_need_eyes": Refused(_("A sign language needs eyes: choose face to face or video"), "mode"),
    "in_the_past": Refused(_("Choose a day and a time that lie ahead"), "on"),
    "too_far_ahead": Refused(_("Choose a day within the next year"), "on"),
    "length_impossible": Refused(_("Choose a length between 10 minutes and 8 hours"), "minutes"),
    "late_minutes_impossible": Refused(_("Enter between 1 and 240 minutes")),
    "already_asked": Refused(_("An interpreter is already asked for at this time. Look at the family’s bookings.")),
    "request_key_used": Refused(_("This form was used before. Please send it once more.")),
    "say_who_pays": Refused(
        _("It is not clear which organisation pays. Ask your administrator to check your membership.")
    ),
    "booking_closed": Refused(_("This booking is closed already.")),
    "not_next_step": Refused(_("That does not fit how the booking stands now. Look at its steps below.")),
    "say_why_it_failed": Refused(
        _("Say why it failed. “No interpreter was found” fits only while nobody has confirmed.")
    ),
    "too_early": Refused(_("It is too early to say that.")),
    "begun": Refused(_("Its time has come. Say what happened: done, or failed and why.")),
    "does_not_fit": Refused(_("This interpreter does not speak the language, work in this way, or fit the wish.")),
    "somebody_else_wished": Refused(_("Somebody else was asked for after the last time. Choose another interpreter.")),
    "interpreter_taken": Refused(_("This interpreter has another booking at that time, or needs it to travel.")),
    "not_yet": Refused(_("You can say this once it has taken place.")),
    "interpreter_name_missing": Refused(_("Enter a name"), "name"),
    "contact_missing": Refused(_("Enter an e-mail address or a mobile number: bookings are sent there"), "email"),
    "language_missing": Refused(_("Choose at least one language"), "language_1"),
    "mode_missing": Refused(_("Choose at least one way of working"), "modes"),
    "on_the_list": Refused(_("Somebody with this name, e-mail and number is on the list already")),
    "still_booked": Refused(_("Bookings still wait for this interpreter. Offer them to others first.")),
    "line_phone_missing": Refused(_("Enter the number to ring"), "phone"),
    "too_many_codes": Refused(_("We have sent several codes. Wait ten minutes, then ask for a new one.")),
    "code_over": Refused(_("This code is no longer good. Ask for a new one.")),
    "code_spent": Refused(_("Too many wrong codes. Ask for a new one.")),
    "code_wrong": Refused(_("That is not the code we sent. Look again.")),
}
