"""What goes out for a referral that waits is called a reminder."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Rename the table."""

    dependencies = [("referrals", "0003_readings_only_grow")]
    operations = [
        migrations.RenameModel(old_name="ReferralChaser", new_name="ReferralReminder"),
        migrations.AlterField(
            model_name="referralreminder",
            name="referral",
            field=models.ForeignKey(on_delete=models.CASCADE, related_name="reminders", to="referrals.referral"),
        ),
    ]
