"""The words of a concern, and its steps, are never changed."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("safeguarding", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("safeguarding_concern", may_change=["state", "family_id"]),
        only_grows("safeguarding_concernstep"),
    ]
