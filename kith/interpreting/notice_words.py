"""What interpreting's notices say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.interpreting.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.INTERPRETER_UNCONFIRMED: NoticeWords(
        _("No interpreter is confirmed yet"), "interpreter-booking", "interpreter_booking_id", is_pressing=True
    ),
    NoticeKind.INTERPRETER_DECLINED: NoticeWords(
        _("The interpreter cannot come"), "interpreter-booking", "interpreter_booking_id", is_pressing=True
    ),
    NoticeKind.INTERPRETER_LATE: NoticeWords(
        _("The interpreter will be late"), "interpreter-booking", "interpreter_booking_id", is_pressing=True
    ),
}
