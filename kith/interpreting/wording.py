"""The words people read for interpreting's codes and refusals."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.interpreting.rules.choosing import Bond
from kith.interpreting.rules.codes import Gender, GenderWish, Mode, State, What, Why, Wish
from kith.kernel.refusal import Refusal

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
REFUSALS: Mapping[str, Promise] = {
    "english_needs_none": _("Choose a language other than English"),
    "signs_need_eyes": _("A sign language needs eyes: choose face to face or video"),
    "in_the_past": _("Choose a day and a time that lie ahead"),
    "too_far_ahead": _("Choose a day within the next year"),
    "length_impossible": _("Choose a length between 10 minutes and 8 hours"),
    "minutes_impossible": _("Enter between 1 and 240 minutes"),
    "already_asked": _("An interpreter is already asked for at this time. Look at the family’s bookings."),
    "request_key_used": _("This form was used before. Please send it once more."),
    "say_who_pays": _("It is not clear which organisation pays. Ask your administrator to check your membership."),
    "settled": _("This booking is closed already."),
    "not_now": _("That does not fit how the booking stands now. Look at its steps below."),
    "say_why": _("Say why it failed. “No interpreter was found” fits only while nobody has confirmed."),
    "too_early": _("It is too early to say that."),
    "begun": _("Its time has come. Say what happened: done, or failed and why."),
    "does_not_fit": _("This interpreter does not speak the language, work in this way, or fit the wish."),
    "somebody_else_wished": _("Somebody else was asked for after the last time. Choose another interpreter."),
    "interpreter_taken": _("This interpreter has another booking at that time, or needs it to travel."),
    "not_yet": _("You can say this once it has taken place."),
    "name_missing": _("Enter a name"),
    "contact_missing": _("Enter an e-mail address or a mobile number: bookings are sent there"),
    "language_missing": _("Choose at least one language"),
    "mode_missing": _("Choose at least one way of working"),
    "on_the_list": _("Somebody with this name, e-mail and number is on the list already"),
    "still_booked": _("Bookings still wait for this interpreter. Offer them to others first."),
    "phone_missing": _("Enter the number to ring"),
    "too_many_codes": _("We have sent several codes. Wait ten minutes, then ask for a new one."),
    "code_over": _("This code is no longer good. Ask for a new one."),
    "code_spent": _("Too many wrong codes. Ask for a new one."),
    "code_wrong": _("That is not the code we sent. Look again."),
}
REFUSED_FIELDS: Mapping[str, str] = {
    "english_needs_none": "language",
    "signs_need_eyes": "mode",
    "in_the_past": "on",
    "too_far_ahead": "on",
    "length_impossible": "minutes",
    "name_missing": "name",
    "contact_missing": "email",
    "language_missing": "languages",
    "mode_missing": "modes",
    "phone_missing": "phone",
}


def refusal_words(refusal: Refusal) -> str:
    """Why something cannot be, in the reader's language."""
    return str(REFUSALS.get(refusal.code, _("That did not work.")))
