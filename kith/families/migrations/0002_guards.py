"""Consents end, days are corrected and cards are read by further facts; what was written stays."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("families", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows(
            "families_consent",
            may_change=["withdrawn_at", "withdrawn_how", "withdrawn_by_id", "renewed_at", "family_id"],
        ),
        only_grows("families_declinedconsent", may_change=["family_id"]),
        only_grows("families_daycorrection", may_change=["baby_id", "parent_id", "pregnancy_id"]),
        only_grows("families_cardreading"),
    ]
