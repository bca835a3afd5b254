"""The national helplines every place begins with, in all languages; the place confirms and corrects them."""

from typing import ClassVar

from django.db import migrations

from kith.front.rules import OWNER, REVIEW_ON, shipped_helplines


def bring_in(apps, _schema_editor):
    """Put the list in place, in its order."""
    helpline = apps.get_model("front", "Helpline")
    helpline.objects.bulk_create(
        helpline(
            position=position,
            number=line.number,
            way=line.way,
            is_automatic=line.is_automatic,
            name=line.name,
            purpose=line.purpose,
            hours=line.hours,
            source=line.source,
            source_url=line.source_url,
            stated_on=line.stated_on,
            owner=OWNER,
            review_on=REVIEW_ON,
        )
        for position, line in enumerate(shipped_helplines(), start=1)
    )


class Migration(migrations.Migration):
    """Rows, no tables."""

    dependencies: ClassVar = [("front", "0001_tables")]
    operations: ClassVar = [migrations.RunPython(bring_in, migrations.RunPython.noop)]
