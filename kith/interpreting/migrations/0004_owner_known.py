"""No interpreter without an organisation that looks after her row."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The column is never empty from here on."""

    dependencies: ClassVar = [("interpreting", "0003_owner")]
    operations: ClassVar = [
        migrations.AlterField(
            "interpreter",
            "organisation",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
            ),
        ),
    ]
