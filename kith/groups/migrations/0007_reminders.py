"""What was noted on the day is announced once it has settled, and a family is reminded of what it booked."""

from typing import ClassVar

from django.db import migrations, models

import kith.platform.codes


class Migration(migrations.Migration):
    """Columns, and an index of what is still to be announced."""

    dependencies: ClassVar = [("groups", "0005_offers")]
    operations: ClassVar = [
        migrations.AddField("booking", "marked_at", models.DateTimeField(null=True)),
        migrations.AddField("booking", "settled_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "booking",
            "reminders",
            kith.platform.codes.CodeColumn(["day_before", "also_soon", "none"], default="day_before"),
        ),
        migrations.AddField("booking", "reminded_for", models.DateField(null=True)),
        migrations.AddField("booking", "reminded_soon_for", models.DateField(null=True)),
        migrations.AddIndex(
            "booking",
            models.Index(
                condition=models.Q(("marked_at__isnull", False), ("settled_at", None)),
                fields=["marked_at"],
                name="booking_attendance_to_settle",
            ),
        ),
    ]
