"""The audit is searched by its days: entries stand in the order of time, so a small index finds them."""

from typing import ClassVar

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    """An index."""

    dependencies: ClassVar = [("platform", "0005_audit_checks")]
    operations: ClassVar = [
        migrations.AddIndex("auditentry", django.contrib.postgres.indexes.BrinIndex(fields=["at"], name="audit_at")),
    ]
