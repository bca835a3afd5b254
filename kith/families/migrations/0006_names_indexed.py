"""The index by which a name is found, once the column is filled."""

from typing import ClassVar

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the filling, whose triggers must have fired."""

    dependencies: ClassVar = [("families", "0005_names_by_sound")]
    operations: ClassVar = [
        migrations.AddIndex(
            "parent", django.contrib.postgres.indexes.GinIndex(fields=["sounds"], name="parent_by_sound")
        ),
    ]
