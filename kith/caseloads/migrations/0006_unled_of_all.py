"""Families without a lead are listed to those who see all that let their organisation in."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """One policy."""

    dependencies: ClassVar = [("caseloads", "0005_unled_wall")]
    operations: ClassVar = [raised("caseloads", "caseloads_unled")]
