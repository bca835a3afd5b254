"""What each look through the audit has found."""

from typing import ClassVar

from django.db import migrations, models

from kith.platform.guards import only_grows


class Migration(migrations.Migration):
    """One table, which only grows."""

    dependencies: ClassVar = [("platform", "0004_walls")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="AuditCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("entry_count", models.BigIntegerField()),
                ("seal_count", models.IntegerField()),
                ("fault_count", models.IntegerField()),
                ("faults", models.JSONField(default=list)),
            ],
        ),
        only_grows("platform_auditcheck"),
    ]
