"""Who may see the record, and every consent given or withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.families.queries import ConsentRow
from kith.families.wording import PURPOSES
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.platform.ui import formats


@dataclass(frozen=True)
class Consents:
    """Those that open the record today, and all there ever were."""

    opening: tuple[ConsentRow, ...]
    all: tuple[ConsentRow, ...]


def read(opened: Opened) -> Consents:
    """The consents as the page holds them."""
    rows = opened.page.consents
    return Consents(tuple(row for row in rows if row.is_active and row.opens_record), rows)


def moments(it: Consents) -> Iterator[Moment]:
    """Given, and withdrawn."""
    for row in it.all:
        yield from _consent(row)


def _consent(row: ConsentRow) -> Iterator[Moment]:
    language = formats.language(row.language)
    spoken = _("In %(language)s, with an interpreter") if row.with_interpreter else _("In %(language)s")
    lines = [str(PURPOSES[row.purpose]), spoken % {"language": language}]
    if row.until_on:
        lines.append(_("Until %(day)s") % {"day": formats.date(row.until_on, "medium")})
    who = {"organisation": row.organisation}
    may = (
        _("%(organisation)s may see the record") if row.opens_record else _("%(organisation)s may write to the family")
    )
    yield Moment(row.granted_at, may % who, tuple(lines))
    if row.withdrawn_at:
        may = _("%(organisation)s may no longer see the record")
        if not row.opens_record:
            may = _("%(organisation)s may no longer write to the family")
        yield Moment(row.withdrawn_at, may % who, (str(PURPOSES[row.purpose]),))
