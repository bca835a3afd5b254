"""The second wall around the tables of referrals."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question, raised, sees_all

RECEIVES = """
    RETURN EXISTS (
        SELECT FROM referrals_receiver AS r
        WHERE r.id = receiver AND r.organisation_id = ANY (nullif(said[4], '')::bigint[]));
"""


class Migration(migrations.Migration):
    """A function, policies, and triggers that see behind them."""

    dependencies: ClassVar = [("referrals", "0004_reminders"), ("families", "0004_walls")]
    operations: ClassVar = [
        question("kith_receives", "receiver bigint", RECEIVES),
        raised(
            "referrals",
            "referrals_referral",
            "referrals_referralstep",
            "referrals_referralreminder",
            "referrals_referrallink",
            "referrals_referralreading",
        ),
        sees_all("referrals_referral_has_a_step", "referrals_referral_takes_step"),
    ]
