"""Why something about a course cannot be, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "course_needs_dates": Refused(_("Choose at least two dates, and at most 20"), "dates"),
    "course_of_one_series": Refused(_("Choose dates of one series: a course is booked as one"), "dates"),
    "date_in_a_course": Refused(_("One of these dates is part of another course. Take it out"), "dates"),
    "course_dates_bookable": Refused(_("One of these dates is a walk-in. Take it out, or make it bookable"), "dates"),
    "course_date_over": Refused(_("One of these dates is over or called off. Take it out"), "dates"),
    "course_full": Refused(
        _("There are not enough places left on every date. You can go on the waiting list or choose another course."),
        "may_wait",
    ),
    "course_begun": Refused(_("This course has already begun. Choose another one.")),
    "course_called_off": Refused(_("This course is called off. Choose another one.")),
    "already_on_course": Refused(
        _("There is already a booking for you on this course. Its link is in the message we sent you.")
    ),
    "nobody_is_invited": Refused(_("This family is not invited to anything at the moment")),
    "course_invited_already": Refused(_("She has been invited to this course. Look at the course for what she said")),
    "invited_is_on_it": Refused(_("She has a place on this course. She can give it up herself"), "answer"),
    "follow_up_over": Refused(_("This follow-up is over")),
    "follow_up_owner": Refused(_("Choose a colleague who works with you today"), "owner"),
}
