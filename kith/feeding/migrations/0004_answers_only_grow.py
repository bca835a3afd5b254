"""An answer about feeding is corrected by another row."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("feeding", "0003_starter_form"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("feeding_feedingstatus", may_change=["is_current", "baby_id"]),
        only_grows("feeding_weight", may_change=["is_current", "taken_back_at", "baby_id"]),
        only_grows("feeding_feedinggoal", may_change=["is_current", "family_id", "baby_id"]),
        only_grows("feeding_feedingend", may_change=["is_current", "baby_id"]),
        only_grows("feeding_feedingplan", may_change=["is_current", "baby_id"]),
        only_grows("feeding_assessment", may_change=["baby_id"]),
    ]
