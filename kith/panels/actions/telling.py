"""Writing to a member: she is invited, asked about a credit, told of a session, and told when she is paid.

To a bereaved family nothing is sent by itself; what is owed is told by the person who pays.
"""

from kith.families.queries.bereavement import is_bereaved, is_bereaved_contact
from kith.kernel.ids import FamilyId
from kith.messages.actions.queueing import queue_message
from kith.panels.models.people import PanelMember
from kith.platform.access.viewer import system_actor
from kith.platform.private_links import address

TELLER = system_actor("panels")


def is_quiet(row: PanelMember) -> bool:
    """Whether nothing goes to her by itself: she rests, or one of her family has died."""
    in_record = row.family_id is not None and is_bereaved(FamilyId(row.family_id))
    return row.resting_since is not None or in_record or is_bereaved_contact(row.phone, row.email)


def page_of(row: PanelMember) -> str:
    """Her own page, in her language."""
    return address("panel-member", row.token, row.language)


def tell(row: PanelMember, kind: str, key: str, **facts: object) -> bool:
    """Write to her in her language, with the link to her own page; False where she is left in peace."""
    if is_quiet(row):
        return False
    queue_message(
        by=TELLER,
        kind=kind,
        language=row.language,
        facts={**facts, "link": page_of(row)},
        dedupe_key=f"{kind}:{key}",
        to_email=row.email or None,
        to_phone=None if row.email else row.phone or None,
    )
    return True
