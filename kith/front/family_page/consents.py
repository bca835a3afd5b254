"""Who may see the record, and every consent given or withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.families.queries.page import ConsentRow
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import HowSaid
from kith.families.wording.records import PURPOSES
from kith.families.wording.trust import HOW_SAID, SPOKEN_IN
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats


@dataclass(frozen=True)
class Consents:
    """Those that open the record today, and all there ever were."""

    opening: tuple[ConsentRow, ...]
    all: tuple[ConsentRow, ...]
    may_ask: bool
    may_mourn: bool


def read(opened: Opened) -> Consents:
    """The consents as the page holds them."""
    rows = opened.page.consents
    return Consents(
        opening=tuple(row for row in rows if row.is_active and row.opens_record),
        all=rows,
        may_ask=opened.may(Permission.GIVE_CONSENT),
        may_mourn=opened.may(Permission.RECORD_BEREAVEMENT),
    )


def moments(it: Consents) -> Iterator[Moment]:
    """Given, and withdrawn."""
    for row in it.all:
        yield from _consent(row)


def _consent(row: ConsentRow) -> Iterator[Moment]:
    language = formats.language(row.language)
    lines = [str(PURPOSES[row.purpose]), str(SPOKEN_IN[row.interpreted_by]) % {"language": language}]
    if row.how is not HowSaid.NOT_NOTED:
        lines.append(str(HOW_SAID[row.how]))
    if row.until_on:
        lines.append(_("Until %(day)s") % {"day": formats.date(row.until_on, "medium")})
    who = {"organisation": row.organisation}
    may, may_no_longer = _may(row)
    yield Moment(row.granted_at, may % who, tuple(lines))
    if row.withdrawn_at:
        yield Moment(row.withdrawn_at, may_no_longer % who, (str(PURPOSES[row.purpose]),))


def _may(row: ConsentRow) -> tuple[str, str]:
    """What the organisation may do by this consent, and may not any more once it is withdrawn."""
    if row.opens_record:
        return _("%(organisation)s may see the record"), _("%(organisation)s may no longer see the record")
    if row.purpose is Purpose.REFERRAL:
        return _("%(organisation)s may know what a referral needs"), _("%(organisation)s may no longer know it")
    return _("%(organisation)s may write to the family"), _("%(organisation)s may no longer write to the family")
