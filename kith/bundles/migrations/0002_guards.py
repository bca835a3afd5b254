"""What became of a request is only added to."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """A trigger."""

    dependencies: ClassVar = [("bundles", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [only_grows("bundles_bundlerequeststep")]
