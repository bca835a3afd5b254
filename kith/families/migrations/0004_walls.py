"""The second wall around families: what of them the viewer sees, and in which tables."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, question, raised

SEES_FAMILY = """
    IF said[1] = 'parent' THEN
        RETURN family = ANY (said[6]::uuid[]);
    END IF;
    RETURN said[1] = 'staff' AND strpos(said[7], 'see_family') > 0 AND EXISTS (
        SELECT FROM families_consent AS c
        WHERE c.family_id = family AND c.organisation_id = ANY (said[4]::bigint[])
          AND c.purpose IN ('care', 'peer_support') AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
          AND (c.until_on IS NULL OR c.until_on >= said[9]::date));
"""
# Nearly always none: asked once a question, where asking it of each row would cost more than all the rest.
OPENED = """
    RETURN ARRAY(
        SELECT o.family_id FROM families_emergencyopening AS o
        WHERE said[1] = 'staff' AND strpos(said[7], 'break_glass') > 0
          AND o.membership_id = nullif(said[3], '')::bigint
          AND o.opened_at <= said[8]::timestamptz AND o.until_at > said[8]::timestamptz);
"""
SEES_BABY = """
    RETURN EXISTS (SELECT FROM families_baby AS b WHERE b.id = baby
        AND (kith_sees_family(b.family_id) OR b.family_id = ANY (kith_opened_in_emergency())));
"""
IS_REFERRED = """
    RETURN said[1] = 'staff' AND EXISTS (
        SELECT FROM families_consent AS c
        WHERE c.family_id = family AND c.organisation_id = ANY (said[4]::bigint[])
          AND c.purpose = 'referral' AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
          AND (c.until_on IS NULL OR c.until_on >= said[9]::date));
"""


class Migration(migrations.Migration):
    """Functions, and policies."""

    dependencies: ClassVar = [("families", "0003_merge_changes"), WALLS_SINCE]
    operations: ClassVar = [
        question("kith_sees_family", "family uuid", SEES_FAMILY),
        question("kith_opened_in_emergency", "", OPENED, answer="uuid[]"),
        question("kith_sees_baby", "baby uuid", SEES_BABY),
        question("kith_is_referred", "family uuid", IS_REFERRED),
        raised(
            "families",
            "families_family",
            "families_parent",
            "families_baby",
            "families_pregnancy",
            "families_address",
            "families_consent",
            "families_declinedconsent",
            "families_bereavement",
            "families_daycorrection",
            "families_householdmember",
            "families_crisisflag",
            "families_card",
            "families_cardreading",
            "families_emergencyopening",
            "families_emergencysearch",
            "families_familymerge",
            "families_mergestep",
            "families_distinctfamilies",
        ),
    ]
