"""A release may name the role of the place's administrator, too."""

from typing import ClassVar

from django.db import migrations

import kith.platform.codes

ROLES = [
    "midwife",
    "health-visitor",
    "outreach-worker",
    "peer-supporter",
    "coordinator",
    "feeding-lead",
    "alliance-chair",
    "analyst",
    "admin",
    "place-admin",
]


class Migration(migrations.Migration):
    """A column with one more code."""

    dependencies: ClassVar = [("insight", "0002_guards")]
    operations: ClassVar = [
        migrations.AlterField("release", "role", kith.platform.codes.CodeColumn(ROLES)),
    ]
