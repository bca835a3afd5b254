"""A notice from housing that is taken stands behind the wall of its family."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """The policy, anew."""

    dependencies: ClassVar = [("bundles", "0004_packed"), ("families", "0009_agreements")]
    operations: ClassVar = [raised("bundles", "bundles_housingnotice")]
