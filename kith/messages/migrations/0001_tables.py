import django.db.models.deletion
import kith.platform.codes
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0001_tables'),
        ('organisations', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=40)),
                ('channel', kith.platform.codes.CodeColumn(['email', 'text'])),
                ('address', models.CharField(max_length=254)),
                ('language', models.CharField(max_length=10)),
                ('family', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family')),
                ('facts', models.JSONField(default=dict)),
                ('calendar', models.TextField(blank=True)),
                ('agreed_organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('agreed_purpose', models.CharField(blank=True, max_length=20)),
                ('dedupe_key', models.CharField(max_length=120, unique=True)),
                ('queued_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('address', ''), _negated=True), name='message_goes_somewhere'), models.CheckConstraint(condition=models.Q(models.Q(('agreed_organisation__isnull', True), ('agreed_purpose', '')), models.Q(('agreed_organisation__isnull', False), ('family__isnull', False), models.Q(('agreed_purpose', ''), _negated=True)), _connector='OR'), name='message_word_is_whole')],
            },
        ),
        migrations.CreateModel(
            name='MessageState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='states', to='messages.message')),
                ('state', kith.platform.codes.CodeColumn(['queued', 'sending', 'sent', 'failed', 'stopped'])),
                ('at', models.DateTimeField()),
                ('why', models.CharField(blank=True, max_length=80)),
                ('provider_reference', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'sent')), fields=('message',), name='message_sent_once')],
            },
        ),
    ]
