import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('write', 'Write'), ('read', 'Read')], max_length=5)),
                ('actor', models.CharField(max_length=60)),
                ('account_id', models.BigIntegerField(null=True)),
                ('membership_id', models.BigIntegerField(null=True)),
                ('action', models.CharField(max_length=80)),
                ('subject_kind', models.CharField(max_length=60)),
                ('subject_id', models.CharField(max_length=40)),
                ('family_id', models.UUIDField(null=True)),
                ('facts', models.JSONField(default=dict)),
                ('mac', models.BinaryField(max_length=48)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('family_id__isnull', False)), fields=['family_id', '-at'], name='audit_family')],
            },
        ),
        migrations.CreateModel(
            name='AuditSeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sealed_at', models.DateTimeField()),
                ('first_id', models.BigIntegerField(unique=True)),
                ('last_id', models.BigIntegerField(unique=True)),
                ('entry_count', models.IntegerField()),
                ('digest', models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='OutboxEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('name', models.CharField(max_length=80)),
                ('payload', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(blank=True, max_length=254, null=True, unique=True)),
                ('phone', models.CharField(blank=True, max_length=20, null=True, unique=True)),
                ('phone_verified_at', models.DateTimeField(blank=True, null=True)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('email__isnull', False), ('phone__isnull', False), _connector='OR'), name='account_can_be_reached')],
            },
        ),
        migrations.CreateModel(
            name='OutboxDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='platform.outboxevent')),
                ('listener', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'listener'), name='outbox_answered_once')],
            },
        ),
    ]
