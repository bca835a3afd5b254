from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("organisations", "0004_alliance")]

    operations = [
        migrations.AddConstraint(
            "sharingagreement",
            models.UniqueConstraint(
                fields=["title", "signed_on"], condition=Q(ended_on=None), name="sharing_agreement_signed_once"
            ),
        ),
    ]
