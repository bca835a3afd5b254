"""The words of rotas, in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui.refusals import RefusalWords, Refused
from kith.rotas.rules import NoticeKind
from kith.tasks.wording.notices import NoticeWords


def _fourth(refusal: Refusal) -> str:
    words = gettext(
        "With this day it is %(count)s days with children within 30, counted for all organisations. The law asks for a"
        " check with the children’s barred list first. Say that it is in place, or choose another day"
    )
    return words % {"count": refusal.facts["count"]}


REFUSALS: RefusalWords = {
    "rota_without_place": Refused(_("Write where"), "place"),
    "rota_day_too_far": Refused(
        _("Look at the year again: choose a day of the last three months or the next year"), "on_day"
    ),
    "rota_fourth_day": Refused(_fourth, "is_checked"),
}
NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.ROTA_THREE_DAYS: NoticeWords(
        _("%(who)s has three days with children within 30. A fourth needs a check with the barred list first"),
        "rota",
        "",
    ),
    NoticeKind.ROTA_FOURTH_DAY: NoticeWords(
        _("%(who)s has more than three days with children within 30. See that the check with the barred list is there"),
        "rota",
        "",
        is_pressing=True,
    ),
}
