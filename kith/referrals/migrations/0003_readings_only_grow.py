"""Who read a referral by its link is added, never changed."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("referrals", "0002_guards"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("referrals_referralreading"),
    ]
