"""A release stays as it was made, and is what its digest says."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """A trigger and a check."""

    dependencies: ClassVar = [("insight", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("insight_release"),
        migrations.RunSQL(
            "ALTER TABLE insight_release ADD CONSTRAINT release_is_what_was_frozen"
            " CHECK (digest = encode(sha256(convert_to(frozen, 'UTF8')), 'hex'))",
            "ALTER TABLE insight_release DROP CONSTRAINT release_is_what_was_frozen",
        ),
    ]
