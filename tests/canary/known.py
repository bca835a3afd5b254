"""Who may be told what, reckoned from the consents themselves and not by the house's own rules."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kith.kernel import clock
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account

OPENED = """
    SELECT family_id FROM families_consent
    WHERE organisation_id = ANY(%s) AND purpose = ANY(%s) AND withdrawn_at IS NULL AND renewed_at IS NULL
      AND (until_on IS NULL OR until_on >= %s)
"""
# A peer supporter is told of the mothers who chose them, and of the families whose referral they have taken on.
OWN = """
    SELECT family_id FROM peers_peermatch WHERE membership_id = %s AND state = 'active'
    UNION SELECT family_id FROM referrals_referral WHERE owner_membership_id = %s
"""
EMERGENCY = (
    "SELECT family_id FROM families_emergencyopening WHERE membership_id = %s AND opened_at <= %s AND until_at > %s"
)


@dataclass(frozen=True)
class Part:
    """What of a family may stand on which pages, by how the names of columns and pages begin."""

    columns: tuple[str, ...]
    pages: tuple[str, ...]


# Where a person may do this, the part of those families that the statement finds for their organisations.
PARTS: tuple[tuple[Permission, Part, str], ...] = (
    (
        Permission.SEE_REGISTER,
        Part(
            ("groups.Booking.",),
            # Who runs a session or a course opens the bookings of it from its page, and takes its list along on paper.
            ("register", "sessions-desk", "today", "desk", "course", "booking", "hub-day"),
        ),
        """
        SELECT b.family_id FROM groups_booking b
        JOIN whats_on_session s ON s.id = b.session_id JOIN whats_on_series r ON r.id = s.series_id
        WHERE r.organisation_id = ANY(%s)
        """,
    ),
    (
        Permission.SEE_REGISTER,
        Part(("courses.CoursePlace.",), ("course",)),
        """
        SELECT p.family_id FROM courses_courseplace p JOIN courses_course c ON c.id = p.course_id
        WHERE c.organisation_id = ANY(%s)
        """,
    ),
    (
        # What somebody on the one-to-one list of a session is called, and how far her turn has come.
        Permission.SEE_REGISTER,
        Part(("cafes.Turn.",), ("one-to-one", "book-one-to-one", "cafe", "register")),
        """
        SELECT t.family_id FROM cafes_turn t
        JOIN whats_on_session s ON s.id = t.session_id JOIN whats_on_series r ON r.id = s.series_id
        WHERE r.organisation_id = ANY(%s) AND t.family_id IS NOT NULL
        """,
    ),
    (
        # Whom to tell that a thing is called back, and which thing.
        Permission.LEND_PUMP,
        Part(("stores.RecallHolder.",), ("recall", "told-of-recall")),
        """
        SELECT h.family_id FROM stores_recallholder h JOIN stores_recall r ON r.id = h.recall_id
        WHERE r.organisation_id = ANY(%s)
        """,
    ),
    (
        # What a person asked of the data held about them is told to those who answer for data where it was sent.
        Permission.ANSWER_DATA_REQUESTS,
        Part(("rights.DataRequest.", "rights.DataRequestStep."), ("data-request",)),
        "SELECT family_id FROM rights_datarequest WHERE organisation_id = ANY(%s) AND family_id IS NOT NULL",
    ),
    (
        # The panels are of the whole place: how a member is called and reached, and what she is owed.
        Permission.MANAGE_PANELS,
        Part(("panels.",), ("panel", "joint-work")),
        "SELECT family_id FROM panels_panelmember WHERE family_id IS NOT NULL AND %s::bigint[] IS NOT NULL",
    ),
)
# How she is named beside what she helped to make: of those alone who said that everybody may read it.
SHOWN_TO_ALL = Part(("panels.Credit.named_as",), ("take-part",))
NAMED = """
    SELECT m.family_id FROM panels_credit c JOIN panels_panelmember m ON m.id = c.member_id
    WHERE c.naming = 'named' AND m.family_id IS NOT NULL
"""
# Minimum data: what the need asks for, and never the record.
REFERRED = Part(
    (
        "referrals.Referral.",
        "referrals.ReferralStep.",
        "families.Parent.given_name",
        "families.Parent.family_name",
        "families.Parent.phone",
        "families.Parent.email",
        "families.Baby.name",
        "families.Address.postcode",
    ),
    ("referral", "today", "desk"),
)


@dataclass(frozen=True)
class Known:
    """The families whose record a role may open, and those of which some pages may show it a part."""

    records: frozenset[UUID]
    parts: dict[Part, frozenset[UUID]]

    def may_be_told(self, owner: UUID, column: str, page: str) -> bool:
        """Whether a sign of this family from this column may stand on this page."""
        return owner in self.records or any(
            owner in whose and column.startswith(part.columns) and page.startswith(part.pages)
            for part, whose in self.parts.items()
        )


def everybody() -> list[UUID]:
    """All families."""
    return _ask("SELECT id FROM families_family ORDER BY id", [])


def who_may_know(role: str | None) -> Known:
    """What a person in this role may know."""
    shown = {SHOWN_TO_ALL: frozenset(_ask(NAMED, []))}
    if role is None:
        return Known(frozenset(), shown)
    viewer = viewer_of_account(Account.objects.get(email=f"{role}@{DOMAIN}"))
    assert viewer is not None
    if role == "parent":
        own = _ask("SELECT family_id FROM families_parent WHERE account_id = %s", [viewer.account_id])
        return Known(frozenset(own), shown)
    return Known(_opened(viewer, ["care", "peer_support"], Permission.SEE_FAMILY), _parts(viewer) | shown)


def _opened(viewer: Viewer, purposes: list[str], needs: Permission) -> frozenset[UUID]:
    if needs not in viewer.permissions:
        return frozenset()
    opened = _ask(OPENED, [list(viewer.organisation_ids), purposes, clock.today()])
    if viewer.role == "peer-supporter" and needs is Permission.SEE_FAMILY:
        own = _ask(OWN, [viewer.membership_id, viewer.membership_id])
        return frozenset(opened) & frozenset(own)
    return frozenset([*opened, *_ask(EMERGENCY, [viewer.membership_id, clock.now(), clock.now()])])


def _parts(viewer: Viewer) -> dict[Part, frozenset[UUID]]:
    """What staff who handle a booking, a referral, a loan or a wish may know of its family."""
    found: dict[Part, frozenset[UUID]] = {REFERRED: _opened(viewer, ["referral"], Permission.ANSWER_REFERRAL)}
    for needs, part, statement in PARTS:
        if needs in viewer.permissions:
            found[part] = frozenset(_ask(statement, [list(viewer.organisation_ids)]))
    return found


def _ask(statement: str, values: list[object]) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor.fetchall()]
