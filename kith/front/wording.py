"""What comes next for people at work when nothing waits for them, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.organisations.rules import Role


@dataclass(frozen=True)
class ComesNext:
    """What this role does next when nothing waits, and the page on which it is done."""

    sentence: Promise
    words: Promise
    url_name: str


_DIARY = ComesNext(_("Look ahead at the days to come."), _("Open the diary"), "diary")
NEXT: Mapping[Role, ComesNext] = dict.fromkeys(Role, _DIARY) | {
    Role.ALLIANCE_CHAIR: ComesNext(
        _("See how feeding stands this quarter, before the alliance meets."),
        _("Numbers as they stand now"),
        "live-numbers",
    ),
    Role.ANALYST: ComesNext(
        _("Follow this quarter as it fills. It can be released once it is over."),
        _("Numbers as they stand now"),
        "live-numbers",
    ),
    **dict.fromkeys(
        (Role.ADMIN, Role.PLACE_ADMIN),
        ComesNext(_("Invite the people who are still missing."), _("Invite a person"), "invite"),
    ),
}
