"""The links of administrators, which are used or replaced and never change otherwise."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """One table, and its guard."""

    initial = True
    dependencies: ClassVar = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.CreateModel(
            name="AdministratorLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("replaced_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="administrator_links",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("made_at"))), name="administrator_link_ends_later"
                    ),
                ],
            },
        ),
        only_grows("founding_administratorlink", may_change=["used_at", "replaced_at"]),
    ]
