"""A third number for public pages: signs of danger and numbers to call move apart from what is listed."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """One sequence."""

    dependencies: ClassVar = [("platform", "0004_public_numbers")]
    operations: ClassVar = [
        migrations.RunSQL("CREATE SEQUENCE platform_public_danger", "DROP SEQUENCE platform_public_danger"),
    ]
