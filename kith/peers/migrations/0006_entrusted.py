"""A peer supporter sees the mothers who chose them, and the families whose referral they have taken on."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question_anew

ENTRUSTED = """
    RETURN ARRAY(
        SELECT m.family_id FROM peers_peermatch AS m WHERE m.membership_id = member AND m.state = 'active'
        UNION SELECT r.family_id FROM referrals_referral AS r WHERE r.owner_membership_id = member);
"""


class Migration(migrations.Migration):
    """One function with other words; matches are found by their supporter's membership."""

    dependencies: ClassVar = [
        ("peers", "0005_supporting_guards"),
        ("families", "0010_entrusted"),
        ("referrals", "0006_particulars"),
    ]
    operations: ClassVar = [question_anew("kith_entrusted", "member bigint", ENTRUSTED, answer="uuid[]")]
