"""The second wall around the tables of programmes."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("programmes", "0001_tables"), ("families", "0004_walls")]
    operations: ClassVar = [raised("programmes", "programmes_enrolment")]
