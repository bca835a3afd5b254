"""The second wall around the table of missed dates."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """A policy."""

    dependencies: ClassVar = [("missed", "0001_tables"), ("families", "0004_walls")]
    operations: ClassVar = [raised("missed", "missed_misseddate")]
