import django.contrib.postgres.fields
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
            name='Concern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('raised_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('about', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None)),
                ('words', models.TextField()),
                ('is_danger_now', models.BooleanField()),
                ('raised_at', models.DateTimeField()),
                ('request_key', models.UUIDField(unique=True)),
                ('state', kith.platform.codes.CodeColumn(['raised', 'received', 'referred', 'closed'])),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'closed'), _negated=True), fields=['organisation', 'raised_at'], name='concern_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='concern_says_what'), models.CheckConstraint(condition=models.Q(('about__contained_by', ['baby', 'unborn', 'other_child', 'parent', 'other_adult']), ('about__len__gt', 0)), name='concern_is_about_somebody')],
            },
        ),
        migrations.CreateModel(
            name='LoneVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('buddy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('where', models.CharField(max_length=200)),
                ('began_at', models.DateTimeField()),
                ('expected_at', models.DateTimeField()),
                ('back_at', models.DateTimeField(null=True)),
                ('request_key', models.UUIDField(unique=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('back_at__isnull', True)), fields=['expected_at'], name='lone_visit_out')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('back_at__isnull', True)), fields=('membership',), name='lone_visit_one_at_a_time'), models.CheckConstraint(condition=models.Q(('where', ''), _negated=True), name='lone_visit_says_where'), models.CheckConstraint(condition=models.Q(('buddy', models.F('membership')), _negated=True), name='lone_visit_alerts_somebody_else'), models.CheckConstraint(condition=models.Q(('expected_at__gt', models.F('began_at'))), name='lone_visit_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('back_at__isnull', True), ('back_at__gte', models.F('began_at')), _connector='OR'), name='lone_visit_back_after_going')],
            },
        ),
        migrations.CreateModel(
            name='SafetyNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('precautions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None)),
                ('reason', kith.platform.codes.CodeColumn(['animal', 'aggression', 'somebody_at_home', 'surroundings'])),
                ('review_on', models.DateField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('written_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('family',), name='safety_note_one_now'), models.CheckConstraint(condition=models.Q(('precautions__contained_by', ['in_pairs', 'not_at_home', 'call_before', 'by_daylight']), ('precautions__len__gt', 0)), name='safety_note_precautions_are_known')],
            },
        ),
        migrations.CreateModel(
            name='ConcernStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='safeguarding.concern')),
                ('state', kith.platform.codes.CodeColumn(['raised', 'received', 'referred', 'closed'])),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('reason', kith.platform.codes.CodeColumn(['with_childrens_services', 'support_in_place', 'no_further_action', 'raised_in_error'], blank=True)),
                ('note', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('concern', 'state'), name='concern_state_once'), models.CheckConstraint(condition=models.Q(models.Q(('reason__in', ['with_childrens_services', 'support_in_place', 'no_further_action', 'raised_in_error']), ('state', 'closed')), models.Q(('reason', ''), ('state__in', ['raised', 'received', 'referred'])), _connector='OR'), name='concern_closed_says_why')],
            },
        ),
    ]
