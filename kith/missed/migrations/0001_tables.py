import django.db.models.deletion
import kith.platform.codes
import kith.platform.private_links
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0001_tables'),
        ('groups', '0001_tables'),
        ('whats_on', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='MissedDate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('series', models.CharField(max_length=40)),
                ('language', models.CharField(max_length=10)),
                ('token', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('noted_at', models.DateTimeField()),
                ('told_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('reason', kith.platform.codes.CodeColumn(['time', 'transport', 'language', 'partner', 'not_ready', 'baby_unwell', 'unwelcome', 'other'], blank=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('taken_booking', models.UUIDField(null=True)),
                ('taken_at', models.DateTimeField(null=True)),
                ('booking', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.booking')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='whats_on.session')),
                ('taken_session', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='whats_on.session')),
            ],
            options={
                'indexes': [models.Index(fields=['family', 'series'], name='missed_date_by_family'), models.Index(condition=models.Q(('closed_at__isnull', True), ('told_at__isnull', True)), fields=['id'], name='missed_date_to_ask')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('reason', '')), models.Q(models.Q(('reason', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='missed_date_answered_by_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('taken_at__isnull', True), ('taken_session__isnull', True)), models.Q(('taken_at__isnull', False), ('taken_session__isnull', False)), _connector='OR'), name='missed_date_taken_once')],
            },
        ),
    ]
