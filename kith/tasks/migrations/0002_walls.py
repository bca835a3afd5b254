"""The second wall around the tables of tasks."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("tasks", "0001_tables"), ("families", "0004_walls"), ("organisations", "0002_walls")]
    operations: ClassVar = [raised("tasks", "tasks_nextstep", "tasks_notice")]
