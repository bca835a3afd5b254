"""The steps of a message are added, never changed."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("messages", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("messages_messagestate"),
    ]
