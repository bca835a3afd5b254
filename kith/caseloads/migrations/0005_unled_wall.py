"""The second wall around families without a lead obeys sharing agreements; it first stands with this migration."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """One policy."""

    dependencies: ClassVar = [("caseloads", "0004_walls"), ("families", "0009_agreements")]
    operations: ClassVar = [raised("caseloads", "caseloads_unled")]
