"""The second wall around the tables of messages."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("messages", "0002_guards"), WALLS_SINCE]
    operations: ClassVar = [raised("messages", "messages_message", "messages_messagestate")]
