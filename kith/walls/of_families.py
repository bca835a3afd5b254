"""The shapes that rooms use for rows of a family: they ask functions of the migration ``walls`` of families.

They stand here, below all rooms, so that a room names the shape and not the subquery.
"""

from kith.walls.shapes import Shape, asking, may, said

_SHUT_OUT = f"(SELECT kith_shut_out({said(9)}::date))::text[]"
_OPENED = "(SELECT kith_opened_in_emergency())::uuid[]"


def by_family(column: str = "family_id") -> Shape:
    """Rows of a parent's own family; for staff, of one that lets them open its record, or opened in an emergency."""
    return asking("kith_sees_family", column) | Shape((f"{{row}}.{column} = ANY ({_OPENED})",))


def by_listed_family() -> Shape:
    """The same for a table that is read as a long list: there one subquery costs less than a call for every row."""
    let_in = f"""EXISTS (
        SELECT 1 FROM families_consent AS c
        WHERE c.family_id = {{row}}.family_id AND c.organisation_id = ANY ({said(4)}::bigint[])
          AND c.purpose IN ('care', 'peer_support') AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
          AND (c.until_on IS NULL OR c.until_on >= {said(9)}::date)
          AND c.organisation_id::text || ':' || c.purpose <> ALL ({_SHUT_OUT}))"""
    own = f"{{row}}.family_id = ANY ({said(6)}::uuid[]) OR {{row}}.family_id = ANY ({_OPENED})"
    return Shape((f"({may('see_all_agreed')} AND {let_in})", own))


def by_baby() -> Shape:
    """Rows of a baby whose family's record the viewer may open."""
    return asking("kith_sees_baby", "baby_id")


def by_referral(column: str = "family_id") -> Shape:
    """Rows of a family that agreed to be referred to the viewer's organisation."""
    return asking("kith_is_referred", column)
