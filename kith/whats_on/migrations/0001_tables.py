import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.text
import kith.platform.codes
import kith.platform.stretches
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_tables'),
        ('organisations', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('title', models.JSONField(default=dict)),
                ('summary', models.JSONField(default=dict)),
                ('audience', kith.platform.codes.CodeColumn(['everyone', 'expecting', 'with_baby'])),
                ('ended_on', models.DateField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
            ],
            options={
                'verbose_name_plural': 'series',
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('room', models.CharField(blank=True, max_length=60)),
                ('online', models.BooleanField(default=False)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('joining', kith.platform.codes.CodeColumn(['walk_in', 'bookable'])),
                ('capacity', models.PositiveSmallIntegerField()),
                ('places_taken', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('places_held', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('families_waiting', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('language', models.CharField(default='en', max_length=10)),
                ('interpreter_possible', models.BooleanField(default=False)),
                ('has_creche', models.BooleanField(default=False)),
                ('creche_places', models.PositiveSmallIntegerField(default=0)),
                ('creche_taken', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('cancelled_at', models.DateTimeField(null=True)),
                ('revision', models.PositiveSmallIntegerField(default=1)),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='whats_on.series')),
                ('venue', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.venue')),
            ],
        ),
        migrations.AddConstraint(
            model_name='series',
            constraint=models.CheckConstraint(condition=models.Q(('title__has_key', 'en')), name='series_has_an_english_title'),
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(condition=models.Q(('cancelled_at', None)), fields=['starts_at'], name='session_to_come'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('places_taken__lte', models.F('capacity'))), name='session_never_overbooked'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('capacity__gt', 0)), name='session_has_places'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('venue__isnull', False), ('online', True), _connector='OR'), name='session_is_somewhere'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('has_creche', True), ('creche_places', 0), _connector='OR'), name='session_creche_places_need_a_creche'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('creche_places', 0), ('creche_taken__lte', models.F('creche_places')), _connector='OR'), name='session_creche_never_overfull'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.UniqueConstraint(condition=models.Q(('cancelled_at', None)), fields=('series', 'starts_at', 'venue'), name='session_of_series_once_at_a_time', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('cancelled_at', None), ('venue__isnull', False), models.Q(('room', ''), _negated=True)), expressions=[('venue', '='), (django.db.models.functions.text.Lower('room'), '='), (kith.platform.stretches.TimeRange('starts_at', 'ends_at'), '&&')], name='session_room_once_at_a_time'),
        ),
    ]
