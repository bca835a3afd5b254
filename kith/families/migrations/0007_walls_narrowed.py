"""A referral service sees no row of a family any more: two views of referrals tell it of some columns."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Five walls narrowed."""

    dependencies: ClassVar = [("families", "0006_names_indexed")]
    operations: ClassVar = [
        raised(
            "families",
            "families_family",
            "families_parent",
            "families_baby",
            "families_pregnancy",
            "families_address",
        ),
    ]
