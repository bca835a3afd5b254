"""The second wall around tables of bundles."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("bundles", "0002_guards"), ("families", "0009_agreements")]
    operations: ClassVar = [
        raised(
            "bundles",
            "bundles_bundlerequest",
            "bundles_bundlerequeststep",
            "bundles_sleepingrecheck",
            "bundles_housingnotice",
        )
    ]
