import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.expressions
import kith.platform.ranges
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0001_tables'),
        ('interpreting', '0001_tables'),
        ('organisations', '0001_tables'),
        ('tasks', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='AssessmentForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=40, unique=True)),
                ('is_withdrawn', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('visit', 'visit'), ('appointment', 'appointment'), ('group', 'group'), ('drop_in', 'drop_in'), ('phone', 'phone'), ('video', 'video'), ('text', 'text')], max_length=12)),
                ('place', models.CharField(blank=True, choices=[('home', 'home'), ('hospital', 'hospital'), ('clinic', 'clinic'), ('family_hub', 'family_hub'), ('community', 'community'), ('elsewhere', 'elsewhere')], max_length=12)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('parent_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('baby_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('speaks', models.CharField(max_length=20)),
                ('interpreter_need', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not_asked', 'not_asked')], max_length=10)),
                ('how_we_talked', models.CharField(choices=[('english', 'english'), ('her_language', 'her_language'), ('interpreter_face', 'interpreter_face'), ('interpreter_phone', 'interpreter_phone'), ('interpreter_video', 'interpreter_video'), ('family_member', 'family_member'), ('failed', 'failed')], max_length=17)),
                ('talk_reason', models.CharField(blank=True, choices=[('she_asked', 'she_asked'), ('not_booked', 'not_booked'), ('none_available', 'none_available'), ('did_not_come', 'did_not_come'), ('line_failed', 'line_failed'), ('wrong_language', 'wrong_language'), ('urgent', 'urgent')], max_length=14)),
                ('interpreter_booking', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interpreting.interpreterbooking')),
                ('offered', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), default=list, size=None)),
                ('note', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField()),
                ('request_key', models.UUIDField(null=True, unique=True)),
                ('corrects', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='care.contact')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('is_current', True)), fields=['family', 'at'], name='contact_by_family'), models.Index(condition=models.Q(('is_current', True)), fields=['membership', 'at'], name='contact_by_person'), models.Index(condition=models.Q(('interpreter_need', 'yes'), ('is_current', True)), fields=['at'], include=('how_we_talked', 'speaks'), name='contact_where_needed')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('how_we_talked__in', ['english', 'her_language', 'interpreter_face', 'interpreter_phone', 'interpreter_video']), ('talk_reason', '')), models.Q(('how_we_talked', 'family_member'), ('talk_reason__in', ['did_not_come', 'line_failed', 'none_available', 'not_booked', 'she_asked', 'urgent'])), models.Q(('how_we_talked', 'failed'), ('talk_reason__in', ['did_not_come', 'line_failed', 'none_available', 'not_booked', 'wrong_language'])), _connector='OR'), name='contact_says_how_we_talked'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['phone', 'text', 'video']), ('place', '')), models.Q(('kind__in', ['visit', 'appointment', 'group', 'drop_in']), ('place__in', ['home', 'hospital', 'clinic', 'family_hub', 'community', 'elsewhere'])), _connector='OR'), name='contact_place_suits_its_kind'), models.CheckConstraint(condition=models.Q(models.Q(('minutes__isnull', False), ('minutes__range', (1, 600))), models.Q(('kind', 'text'), ('minutes__isnull', True)), _connector='OR'), name='contact_minutes_are_possible'), models.CheckConstraint(condition=models.Q(('parent_ids__len__gt', 0), ('baby_ids__len__gt', 0), _connector='OR'), name='contact_is_with_somebody'), models.CheckConstraint(condition=models.Q(('interpreter_need__in', ['yes', 'no', 'not_asked'])), name='contact_need_is_known'), models.CheckConstraint(condition=models.Q(('offered__contained_by', ['positioning', 'expressing', 'bottle_feeding', 'group', 'peer_supporter', 'pump', 'healthy_start', 'safer_sleep', 'wellbeing', 'other'])), name='contact_offers_are_known'), models.CheckConstraint(condition=models.Q(('recorded_at__gte', models.F('at'))), name='contact_recorded_after_it_was')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('covered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('entered_at', models.DateTimeField()),
                ('cancelled_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('cancelled_at__isnull', True)), fields=['covered_by'], name='absence_by_cover')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='absence_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('covered_by__isnull', True), models.Q(('covered_by', models.F('membership')), _negated=True), _connector='OR'), name='absence_covered_by_another'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('cancelled_at__isnull', True)), expressions=[('membership', '='), (kith.platform.ranges.DateRange('from_on', 'until_on', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&')], name='absence_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='FeedingStatus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('milestone', models.CharField(choices=[('first_feed', 'first_feed'), ('discharge', 'discharge'), ('10_14_days', '10_14_days'), ('6_8_weeks', '6_8_weeks'), ('6_months', '6_months')], max_length=12)),
                ('status', models.CharField(choices=[('totally', 'totally'), ('partially', 'partially'), ('not_at_all', 'not_at_all'), ('unknown', 'unknown')], max_length=12)),
                ('source', models.CharField(choices=[('in_person', 'in_person'), ('phone', 'phone'), ('text_reply', 'text_reply'), ('hospital_record', 'hospital_record'), ('own_page', 'own_page'), ('unstated', 'unstated')], default='unstated', max_length=15)),
                ('first_feed', models.CharField(blank=True, choices=[('01', '01'), ('02', '02'), ('03', '03')], max_length=2)),
                ('skin_to_skin', models.CharField(blank=True, choices=[('yes', 'yes'), ('no', 'no'), ('not_known', 'not_known')], max_length=9)),
                ('due_on', models.DateField()),
                ('asked_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'verbose_name_plural': 'feeding statuses',
                'indexes': [models.Index(condition=models.Q(('is_current', True)), fields=['milestone', 'due_on', 'status'], name='feeding_by_due_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('baby', 'milestone'), name='feeding_one_current'), models.CheckConstraint(condition=models.Q(('status__in', ['totally', 'partially', 'not_at_all', 'unknown'])), name='feeding_status_is_known'), models.CheckConstraint(condition=models.Q(('source__in', ['in_person', 'phone', 'text_reply', 'hospital_record', 'own_page', 'unstated'])), name='feeding_source_is_known'), models.CheckConstraint(condition=models.Q(('first_feed', ''), models.Q(('first_feed', '01'), ('milestone', 'first_feed'), ('status', 'totally')), models.Q(('first_feed', '02'), ('milestone', 'first_feed'), ('status', 'totally')), models.Q(('first_feed', '03'), ('milestone', 'first_feed'), ('status', 'not_at_all')), _connector='OR'), name='feeding_first_feed_is_its_status'), models.CheckConstraint(condition=models.Q(('skin_to_skin', ''), models.Q(('milestone', 'first_feed'), ('skin_to_skin__in', ['yes', 'no', 'not_known'])), _connector='OR'), name='feeding_skin_to_skin_at_first_feed'), models.CheckConstraint(condition=models.Q(models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=2)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=39)))), ('milestone', 'first_feed')), models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=10)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=31)))), ('milestone', 'discharge')), models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=4)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=27)))), ('milestone', '10_14_days')), models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=14)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=111)))), ('milestone', '6_8_weeks')), models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=14)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=182)))), ('milestone', '6_months')), _connector='OR'), name='feeding_asked_in_its_window'), models.CheckConstraint(condition=models.Q(('recorded_at__date__gte', models.F('asked_on'))), name='feeding_recorded_after_asked')],
            },
        ),
        migrations.CreateModel(
            name='FeedingGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('baby', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('hope', models.CharField(choices=[('breast', 'breast'), ('expressed', 'expressed'), ('mixed', 'mixed'), ('formula', 'formula'), ('undecided', 'undecided')], max_length=10)),
                ('until', models.CharField(blank=True, choices=[('first_days', 'first_days'), ('6_weeks', '6_weeks'), ('3_months', '3_months'), ('6_months', '6_months'), ('1_year', '1_year'), ('longer', 'longer'), ('as_we_like', 'as_we_like'), ('undecided', 'undecided')], max_length=10)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('language', models.CharField(max_length=20)),
                ('source', models.CharField(choices=[('in_person', 'in_person'), ('phone', 'phone'), ('text_reply', 'text_reply'), ('hospital_record', 'hospital_record'), ('own_page', 'own_page'), ('unstated', 'unstated')], max_length=15)),
                ('said_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'indexes': [models.Index(fields=['family'], name='feeding_goal_by_family')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('family', 'baby'), name='feeding_goal_one_current', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('hope__in', ['breast', 'expressed', 'mixed', 'formula', 'undecided'])), name='feeding_goal_is_known'), models.CheckConstraint(condition=models.Q(('until__in', ['first_days', '6_weeks', '3_months', '6_months', '1_year', 'longer', 'as_we_like', 'undecided']), models.Q(('hope__in', ['undecided', 'formula']), ('until', '')), _connector='OR'), name='feeding_goal_says_until_when'), models.CheckConstraint(condition=models.Q(('source__in', ['in_person', 'phone', 'text_reply', 'hospital_record', 'own_page', 'unstated'])), name='feeding_goal_source_is_known'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='feeding_goal_language_is_a_code')],
            },
        ),
        migrations.CreateModel(
            name='FeedingEnd',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('stopped_on', models.DateField(null=True)),
                ('as_wanted', models.CharField(choices=[('yes', 'yes'), ('sooner', 'sooner'), ('longer', 'longer'), ('not_said', 'not_said')], max_length=10)),
                ('source', models.CharField(choices=[('in_person', 'in_person'), ('phone', 'phone'), ('text_reply', 'text_reply'), ('hospital_record', 'hospital_record'), ('own_page', 'own_page'), ('unstated', 'unstated')], max_length=15)),
                ('asked_on', models.DateField(db_index=True)),
                ('recorded_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('baby',), name='feeding_end_one_current'), models.CheckConstraint(condition=models.Q(('as_wanted__in', ['yes', 'sooner', 'longer', 'not_said'])), name='feeding_end_is_known'), models.CheckConstraint(condition=models.Q(('source__in', ['in_person', 'phone', 'text_reply', 'hospital_record', 'own_page', 'unstated'])), name='feeding_end_source_is_known'), models.CheckConstraint(condition=models.Q(('stopped_on__isnull', True), ('stopped_on__lte', models.F('asked_on')), _connector='OR'), name='feeding_end_before_it_was_asked')],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('from_membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('to_membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('to_team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.team')),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('reason', models.CharField(choices=[('first_lead', 'first_lead'), ('language', 'language'), ('area', 'area'), ('service_ends', 'service_ends'), ('leaving', 'leaving'), ('caseload', 'caseload'), ('family_asked', 'family_asked')], max_length=20)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['to_membership'], name='handover_by_person'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['to_team'], name='handover_by_team')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('family',), name='handover_one_open'), models.CheckConstraint(condition=models.Q(('reason__in', ['first_lead', 'language', 'area', 'service_ends', 'leaving', 'caseload', 'family_asked'])), name='handover_reason_is_known'), models.CheckConstraint(condition=models.Q(('to_membership__isnull', True), ('to_team__isnull', True), _connector='XOR'), name='handover_asks_one_or_a_team')],
            },
        ),
        migrations.CreateModel(
            name='NamedLead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.team')),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('until_at__isnull', True)), fields=['membership'], name='lead_now_by_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='lead_ends_after_it_begins'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('family',), name='lead_one_now'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('family', '='), (kith.platform.ranges.TimeRange('from_at', 'until_at'), '&&')], name='lead_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Deputy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name_plural': 'deputies',
                'indexes': [models.Index(condition=models.Q(('until_at__isnull', True)), fields=['membership'], name='deputy_now_by_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='deputy_ends_after_she_begins'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('family',), name='deputy_one_now')],
            },
        ),
        migrations.CreateModel(
            name='FeedingPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('agreed', models.CharField(max_length=2000)),
                ('agreed_in_her_words', models.CharField(blank=True, max_length=2000)),
                ('language', models.CharField(max_length=20)),
                ('agreed_with', models.CharField(max_length=120)),
                ('review_on', models.DateField()),
                ('agreed_at', models.DateTimeField()),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('next_step', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tasks.nextstep')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('baby',), name='feeding_plan_one_current'), models.CheckConstraint(condition=models.Q(('agreed', ''), _negated=True), name='feeding_plan_says_something'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='feeding_plan_language_is_a_code')],
            },
        ),
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
            name='Weight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('grams', models.PositiveIntegerField()),
                ('weighed_at', models.DateTimeField()),
                ('where', models.CharField(choices=[('home', 'home'), ('hospital', 'hospital'), ('clinic', 'clinic'), ('hub', 'hub'), ('elsewhere', 'elsewhere')], max_length=10)),
                ('recorded_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('corrects', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='corrected_by', to='care.weight')),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('taken_back_at__isnull', True), ('is_current', False), _connector='OR'), name='weight_taken_back_counts_no_more'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('baby', 'weighed_at'), name='weight_one_at_a_time'), models.CheckConstraint(condition=models.Q(('grams__range', (200, 40000))), name='weight_is_in_grams'), models.CheckConstraint(condition=models.Q(('weighed_at__lte', models.F('recorded_at'))), name='weight_recorded_after_weighing'), models.CheckConstraint(condition=models.Q(('where__in', ['home', 'hospital', 'clinic', 'hub', 'elsewhere'])), name='weight_place_is_known')],
            },
        ),
        migrations.CreateModel(
            name='FeedingRoute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('loss', 'loss'), ('regain', 'regain'), ('answer', 'answer')], max_length=8)),
                ('above_percent', models.DecimalField(decimal_places=2, max_digits=4, null=True)),
                ('by_day', models.PositiveSmallIntegerField(null=True)),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.team')),
                ('what_to_do', models.CharField(blank=True, max_length=100)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('reason', 'loss')), fields=('above_percent',), name='feeding_route_one_a_step'), models.UniqueConstraint(condition=models.Q(('reason', 'loss'), _negated=True), fields=('reason',), name='feeding_route_one_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('above_percent__gte', Decimal('10')), ('above_percent__lte', Decimal('25')), ('by_day__isnull', True), ('reason', 'loss')), models.Q(('above_percent__isnull', True), ('by_day__range', (10, 21)), ('reason', 'regain')), models.Q(('above_percent__isnull', True), ('by_day__isnull', True), ('reason', 'answer')), _connector='OR'), name='feeding_route_is_whole')],
            },
        ),
        migrations.CreateModel(
            name='FormVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='care.assessmentform')),
                ('number', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('made_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(null=True)),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('form', 'number'), name='form_version_number_once'), models.UniqueConstraint(condition=models.Q(('published_at__isnull', True)), fields=('form',), name='form_version_one_draft')],
            },
        ),
        migrations.CreateModel(
            name='HandoverState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('handover', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='states', to='care.handover')),
                ('step', models.CharField(choices=[('proposed', 'proposed'), ('accepted', 'accepted'), ('introduced', 'introduced'), ('complete', 'complete'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], max_length=10)),
                ('at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('why', models.CharField(blank=True, max_length=40)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('step__in', ['proposed', 'accepted', 'introduced', 'complete', 'declined', 'withdrawn'])), name='handover_step_is_known'), models.UniqueConstraint(fields=('handover', 'step'), name='handover_step_once')],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeWorker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='workers', to='care.programme')),
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
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='care.programme')),
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
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='care.formversion')),
                ('answers', models.JSONField()),
                ('note', models.CharField(blank=True, max_length=2000)),
                ('assessed_at', models.DateTimeField()),
                ('age_days', models.PositiveSmallIntegerField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('request_key', models.UUIDField(unique=True)),
            ],
            options={
                'indexes': [models.Index(fields=['baby', '-assessed_at'], name='assessment_by_baby')],
            },
        ),
        migrations.CreateModel(
            name='FeedingAlert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('reason', models.CharField(choices=[('loss', 'loss'), ('regain', 'regain'), ('answer', 'answer')], max_length=8)),
                ('above_percent', models.DecimalField(decimal_places=2, max_digits=4, null=True)),
                ('weight', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='care.weight')),
                ('assessment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='care.assessment')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('next_step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tasks.nextstep')),
                ('raised_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['baby', '-raised_at'], name='feeding_alert_by_baby')],
                'constraints': [models.UniqueConstraint(fields=('weight', 'reason'), name='feeding_alert_once_a_weight'), models.UniqueConstraint(fields=('assessment',), name='feeding_alert_once_an_assessment'), models.CheckConstraint(condition=models.Q(models.Q(('above_percent__isnull', False), ('assessment__isnull', True), ('reason', 'loss'), ('weight__isnull', False)), models.Q(('above_percent__isnull', True), ('assessment__isnull', True), ('reason', 'regain'), ('weight__isnull', False)), models.Q(('above_percent__isnull', True), ('assessment__isnull', False), ('reason', 'answer'), ('weight__isnull', True)), _connector='OR'), name='feeding_alert_has_its_reason')],
            },
        ),
    ]
