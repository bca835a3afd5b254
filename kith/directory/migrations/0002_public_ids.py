from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models

import kith.kernel.ids


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_tables")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="public_id",
            field=models.UUIDField(
                db_default=RandomUUID(), default=kith.kernel.ids.new_uuid, editable=False, unique=True
            ),
        )
        for name in ("service", "venue")
    ]
