"""The words people read for the room's codes and refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.groups.rules.codes import Attendance
from kith.groups.rules.notes import Sentence
from kith.groups.rules.reminders import Reminders
from kith.platform.ui.refusals import RefusalWords, Refused

ATTENDANCE_WORDS: dict[Attendance, Promise] = {
    Attendance.EXPECTED: _("Expected"),
    Attendance.ARRIVED: _("Arrived"),
    Attendance.LEFT_EARLY: _("Left early"),
    Attendance.DID_NOT_COME: _("Did not come"),
}
BABY_WORDS: dict[int, Promise] = {
    1: _("One baby"),
    2: _("Twins"),
    3: _("Triplets"),
    4: _("Four babies"),
}
REMINDER_WORDS: dict[Reminders, Promise] = {
    Reminders.DAY_BEFORE: _("Yes, the day before"),
    Reminders.ALSO_SOON: _("Yes, the day before and two hours before"),
    Reminders.NONE: _("No, thank you"),
}
SENTENCES: dict[Sentence, Promise] = {
    Sentence.LOOKING_FORWARD: _("We look forward to seeing you."),
    Sentence.A_LITTLE_LATER: _("We start a little later than planned. There is no need to hurry."),
    Sentence.OTHER_ENTRANCE: _("Please come in by the other entrance. One of us will be there to show you."),
    Sentence.OTHER_ROOM: _("We are in another room today. Ask at the front desk."),
    Sentence.SOMEBODY_ELSE: _("Somebody else welcomes you this time. They know that you are coming."),
    Sentence.CALL_FIRST: _("Please call us before you set out."),
    Sentence.OWN_WORDS: _("Only my own words"),
}
REFUSALS: RefusalWords = {
    "nobody_is_coming": Refused(_("This session is over or called off. There is nobody to write to.")),
    "nobody_to_write_to": Refused(_("Nobody is expected, so there is nobody to write to.")),
    "already_came": Refused(_("You were here: that is noted, so this cannot be cancelled or changed any more.")),
    "offer_over": Refused(_("The time for your answer is over, and the next family was asked. Go on the list again.")),
    "no_offer": Refused(_("Nothing is offered to you just now. Your booking stays as it is.")),
    "session_full": Refused(
        _("There are not enough places left. You can go on the waiting list or choose another date."), "may_wait"
    ),
    "session_too_small": Refused(_("This session has fewer places than you ask for."), "places"),
    "just_come": Refused(_("You need not book this session: just come.")),
    "booking_is_cancelled": Refused(_("This booking is cancelled. Book again.")),
    "no_more_places": Refused(_("There are not enough places left for more of you. You keep what you have."), "places"),
    "already_booked": Refused(
        _("There is already a booking for you on this session. Its link is in the message we sent you.")
    ),
    "held_over": Refused(_("The time for this is over, and what you typed is forgotten. Please book again.")),
    "held_code_spent": Refused(_("Too many wrong codes. Tap the link in the message instead.")),
    "nothing_held": Refused(_("Nothing is kept for this number or e-mail. Ask how it was typed, or book for them.")),
    "creche_full": Refused(
        _("The crèche is full. Take the tick away above to come without it, or tick here and come all the same."),
        "may_wait_for_creche",
    ),
    "too_many_places": Refused(_("Choose one or two places. For more, please call us."), "places"),
}
