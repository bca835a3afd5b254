"""What was said of a venue is added to, never changed."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """A trigger."""

    dependencies: ClassVar = [("welcome", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [only_grows("welcome_venueanswer", may_change=("is_current",))]
