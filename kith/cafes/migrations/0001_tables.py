import django.contrib.postgres.fields
import django.db.models.deletion
import kith.platform.codes
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0007_walls_narrowed'),
        ('whats_on', '0001_tables'),
        ('organisations', '0004_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('adults', models.PositiveSmallIntegerField(default=0)),
                ('co_parents', models.PositiveSmallIntegerField(default=0)),
                ('babies', models.PositiveSmallIntegerField(default=0)),
                ('siblings', models.PositiveSmallIntegerField(default=0)),
                ('language', models.CharField(blank=True, max_length=10)),
                ('community', models.CharField(blank=True, max_length=2)),
                ('request_key', models.UUIDField(unique=True)),
                ('at', models.DateTimeField()),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='whats_on.session')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('taken_back_at', None)), fields=['session'], name='arrival_counted')],
                'constraints': [models.CheckConstraint(condition=models.Q(('adults__gt', 0), ('co_parents__gt', 0), ('babies__gt', 0), ('siblings__gt', 0), _connector='OR'), name='arrival_of_somebody'), models.CheckConstraint(condition=models.Q(('adults__lte', 20), ('babies__lte', 20), ('co_parents__lte', 20), ('siblings__lte', 20)), name='arrival_of_few')],
            },
        ),
        migrations.CreateModel(
            name='OneToOneTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begins_after', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('each', models.PositiveSmallIntegerField()),
                ('share', kith.platform.codes.CodeColumn(['none', 'every_other', 'every'])),
                ('taken', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, editable=False, size=None)),
                ('session', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='whats_on.session')),
                ('specialist', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('each__range', (5, 90))), name='one_to_one_time_for_each'), models.CheckConstraint(condition=models.Q(('minutes__gte', models.F('each'))), name='one_to_one_time_for_one_at_least')],
            },
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('slot', models.PositiveSmallIntegerField(null=True)),
                ('known_as', models.CharField(blank=True, max_length=40)),
                ('state', kith.platform.codes.CodeColumn(['booked', 'waiting', 'called', 'being_seen', 'seen', 'left', 'given_back'])),
                ('request_key', models.UUIDField(unique=True)),
                ('booked_at', models.DateTimeField(null=True)),
                ('arrived_at', models.DateTimeField(null=True)),
                ('called_at', models.DateTimeField(null=True)),
                ('began_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('reminded_for', models.DateField(null=True)),
                ('family', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='whats_on.session')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('session', 'number'), name='turn_has_its_number'), models.UniqueConstraint(condition=models.Q(('slot__isnull', False), models.Q(('state__in', ('left', 'given_back')), _negated=True)), fields=('session', 'slot'), name='turn_one_at_a_time'), models.UniqueConstraint(condition=models.Q(('state__in', ('booked', 'waiting', 'called', 'being_seen'))), fields=('session', 'family'), name='turn_one_for_each_family'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('state__in', ('seen', 'left', 'given_back'))), models.Q(('ended_at__isnull', True), ('state__in', ('booked', 'waiting', 'called', 'being_seen'))), _connector='OR'), name='turn_ends_when_it_is_over'), models.CheckConstraint(condition=models.Q(('booked_at__isnull', False), ('arrived_at__isnull', False), _connector='OR'), name='turn_is_booked_or_here')],
            },
        ),
        migrations.CreateModel(
            name='WalkIn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='whats_on.session')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('taken_back_at', None)), fields=('session', 'family'), name='walk_in_once_for_each_family')],
            },
        ),
    ]
