"""The second wall around the tables of contacts."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("contacts", "0002_guards"), ("families", "0004_walls")]
    operations: ClassVar = [raised("contacts", "contacts_contact")]
