"""What the notices of equipment say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.equipment.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.PUMP_IN_BEREAVEMENT: NoticeWords(
        _("A family with a pump is bereaved: no reminder goes out. A person they choose may give it back"),
        "pump-loan",
        "loan_id",
        is_pressing=True,
    ),
    NoticeKind.PUMP_NOT_BACK: NoticeWords(
        _("A pump is not back after three kind reminders. Ring, and offer to collect it"), "pump-loan", "loan_id"
    ),
}
