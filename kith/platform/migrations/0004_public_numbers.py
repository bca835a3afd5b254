"""A second number for public pages: what is counted and published moves apart from what is listed."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """One sequence."""

    dependencies: ClassVar = [("platform", "0003_no_emptying")]
    operations: ClassVar = [
        migrations.RunSQL("CREATE SEQUENCE platform_public_numbers", "DROP SEQUENCE platform_public_numbers"),
    ]
