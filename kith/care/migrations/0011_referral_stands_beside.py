"""A referral that came by a merge or a load may stand beside another open one for the same need."""

from typing import ClassVar

from django.db import migrations, models

OPEN = [
    "accepted",
    "draft",
    "first_contact_tried",
    "in_progress",
    "more_information_needed",
    "no_contact",
    "received",
    "sent",
    "waiting",
]


class Migration(migrations.Migration):
    """The column by its wider name."""

    dependencies: ClassVar = [("care", "0010_starter_form")]
    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="referral", name="referral_one_open_for_a_need"),
        migrations.RenameField(model_name="referral", old_name="came_by_merge", new_name="stands_beside"),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stands_beside", False), ("state__in", OPEN)),
                fields=("family", "need"),
                name="referral_one_open_for_a_need",
            ),
        ),
    ]
