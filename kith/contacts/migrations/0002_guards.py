"""A contact is corrected by another row."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("contacts", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("contacts_contact", may_change=["is_current", "family_id"]),
    ]
