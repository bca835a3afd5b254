"""What rights bring to shared pages: what a parent says of herself, her data, who has looked; and the register."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Section
from kith.families.queries.record_reads import ReadRow, record_reads
from kith.families.wording.trust import EMERGENCY_REASONS
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.listing import ListAsked
from kith.platform.ui.sections import PageLink
from kith.rights.queries.requests import RequestRow, my_data_requests
from kith.rights.wording.requests import KINDS, STATES

MOST_READERS = 20


@dataclass(frozen=True)
class MyReaders:
    """Who has opened the record last."""

    listed: Listed[ReadRow]
    reasons: ClassVar = EMERGENCY_REASONS


@dataclass(frozen=True)
class MyData:
    """What the parent has asked of her data and is not answered yet."""

    waiting: tuple[RequestRow, ...]
    kinds: ClassVar = KINDS
    states: ClassVar = STATES


def _my_readers(context: FamilyContext) -> MyReaders:
    """Those who opened the record last, the latest first."""
    return MyReaders(Listed.cut(record_reads(context.viewer, context.id, ListAsked()).rows, MOST_READERS))


def _about_me(context: FamilyContext) -> bool | None:
    """Whether the viewer's own languages and contact stand in the record; None where they do not."""
    return any(parent.is_own for parent in context.page.parents) or None


def _my_data(context: FamilyContext) -> MyData:
    """What waits for an answer."""
    return MyData(tuple(row for row in my_data_requests(context.viewer) if row.is_open))


MY_READERS = Section(_my_readers, "rights/my/readers.jinja")
ABOUT_ME = Section(_about_me, "rights/my/about.jinja")
MY_DATA = Section(_my_data, "rights/my/data.jinja")
REQUESTS_DESK = PageLink(
    _("Requests about data"),
    "data-requests",
    (Permission.ANSWER_DATA_REQUESTS,),
    _("Corrections, erasures and complaints, and by when each is answered."),
)
