import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0001_tables'),
        ('organisations', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('name', models.CharField(max_length=120)),
                ('ethnicities', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), default=list, size=None)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('wards', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=9), default=list, size=None)),
                ('before_birth', models.BooleanField(default=True)),
                ('after_birth', models.BooleanField(default=True)),
                ('began_on', models.DateField()),
                ('ended_on', models.DateField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='programme_name_in_organisation'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='programme_has_a_name'), models.CheckConstraint(condition=models.Q(('before_birth', True), ('after_birth', True), _connector='OR'), name='programme_is_before_or_after_birth'), models.CheckConstraint(condition=models.Q(('ethnicities__len__gt', 0), ('languages__len__gt', 0), _connector='OR'), name='programme_names_a_community')],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeWorker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='workers', to='programmes.programme')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('programme', 'membership'), name='programme_worker_once'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='programme_worker_ends_after_she_begins')],
            },
        ),
        migrations.CreateModel(
            name='Enrolment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='programmes.programme')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('language', models.CharField(max_length=20)),
                ('enrolled_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('why_ended', models.CharField(blank=True, max_length=40)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['membership'], name='enrolment_now_by_person')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('programme', 'family'), name='enrolment_one_now'), models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('enrolled_at')), _connector='OR'), name='enrolment_ends_after_it_begins')],
            },
        ),
    ]
