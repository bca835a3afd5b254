import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.operations
import django.db.models.deletion
import kith.platform.stretches
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('platform', '0001_tables'),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('kind', models.CharField(choices=[('council', 'council'), ('hospital', 'hospital'), ('health_visiting', 'health_visiting'), ('family_hub', 'family_hub'), ('charity', 'charity'), ('community_group', 'community_group')], max_length=20)),
                ('aims', models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict)),
                ('website', models.URLField(blank=True, db_default='')),
                ('email', models.EmailField(blank=True, db_default='', max_length=254)),
                ('phone', models.CharField(blank=True, db_default='', max_length=20)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='organisation_has_a_name'), models.CheckConstraint(condition=models.Q(('kind__in', ['council', 'hospital', 'health_visiting', 'family_hub', 'charity', 'community_group'])), name='organisation_kind_is_known')],
            },
        ),
        migrations.CreateModel(
            name='SharingAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.JSONField(default=dict)),
                ('summary', models.JSONField(default=dict)),
                ('signed_on', models.DateField()),
                ('review_due_on', models.DateField()),
                ('ended_on', models.DateField(null=True)),
                ('organisations', models.ManyToManyField(related_name='sharing_agreements', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('title__has_key', 'en')), name='sharing_agreement_has_an_english_title'), models.CheckConstraint(condition=models.Q(('review_due_on__gt', models.F('signed_on'))), name='sharing_agreement_review_after_signing'), models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('title', 'signed_on'), name='sharing_agreement_signed_once')],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='organisations.organisation')),
                ('name', models.CharField(max_length=120)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='team_name_in_organisation'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='team_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.organisation')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.team')),
                ('role', models.CharField(choices=[('midwife', 'midwife'), ('health-visitor', 'health-visitor'), ('outreach-worker', 'outreach-worker'), ('peer-supporter', 'peer-supporter'), ('coordinator', 'coordinator'), ('feeding-lead', 'feeding-lead'), ('alliance-chair', 'alliance-chair'), ('analyst', 'analyst'), ('admin', 'admin')], max_length=20)),
                ('name', models.CharField(max_length=120)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('wards', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=9), default=list, size=None)),
                ('duties', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), db_default=[], default=list, size=None)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('end_announced_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('end_announced_at__isnull', True), ('until_on__isnull', False)), fields=['until_on'], name='membership_end_to_announce')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='membership_has_a_name'), models.CheckConstraint(condition=models.Q(('role__in', ['midwife', 'health-visitor', 'outreach-worker', 'peer-supporter', 'coordinator', 'feeding-lead', 'alliance-chair', 'analyst', 'admin'])), name='membership_role_is_known'), models.CheckConstraint(condition=models.Q(('duties__contained_by', ['manager', 'safeguarding-lead'])), name='membership_duties_are_known'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='membership_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('end_announced_at__isnull', True), ('until_on__isnull', False), _connector='OR'), name='membership_announced_end_has_a_day'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('account', '='), (kith.platform.stretches.DateRange('from_on', 'until_on', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&')], name='membership_one_at_a_time')],
            },
        ),
    ]
