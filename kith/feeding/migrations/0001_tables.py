import datetime
import django.db.models.deletion
import django.db.models.expressions
import kith.platform.codes
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0001_tables'),
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
            name='FeedingGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('baby', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('hope', kith.platform.codes.CodeColumn(['breast', 'expressed', 'mixed', 'formula', 'undecided'])),
                ('until', kith.platform.codes.CodeColumn(['first_days', '6_weeks', '3_months', '6_months', '1_year', 'longer', 'as_we_like', 'undecided'], blank=True)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('language', models.CharField(max_length=20)),
                ('source', kith.platform.codes.CodeColumn(['in_person', 'phone', 'text_reply', 'hospital_record', 'own_page', 'unstated'])),
                ('said_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'indexes': [models.Index(fields=['family'], name='feeding_goal_by_family')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('family', 'baby'), name='feeding_goal_one_current', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('until__in', ['first_days', '6_weeks', '3_months', '6_months', '1_year', 'longer', 'as_we_like', 'undecided']), models.Q(('hope__in', ['undecided', 'formula']), ('until', '')), _connector='OR'), name='feeding_goal_says_until_when'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='feeding_goal_language_is_a_code')],
            },
        ),
        migrations.CreateModel(
            name='FeedingEnd',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('stopped_on', models.DateField(null=True)),
                ('as_wanted', kith.platform.codes.CodeColumn(['yes', 'sooner', 'longer', 'not_said'])),
                ('source', kith.platform.codes.CodeColumn(['in_person', 'phone', 'text_reply', 'hospital_record', 'own_page', 'unstated'])),
                ('asked_on', models.DateField(db_index=True)),
                ('recorded_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('baby',), name='feeding_end_one_current'), models.CheckConstraint(condition=models.Q(('stopped_on__isnull', True), ('stopped_on__lte', models.F('asked_on')), _connector='OR'), name='feeding_end_before_it_was_asked')],
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
            name='FeedingStatus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('milestone', kith.platform.codes.CodeColumn(['first_feed', 'discharge', '10_14_days', '6_8_weeks', '6_months'])),
                ('status', kith.platform.codes.CodeColumn(['totally', 'partially', 'not_at_all', 'unknown'])),
                ('source', kith.platform.codes.CodeColumn(['in_person', 'phone', 'text_reply', 'hospital_record', 'own_page', 'unstated'], default='unstated')),
                ('first_feed', kith.platform.codes.CodeColumn(['01', '02', '03'], blank=True)),
                ('skin_to_skin', kith.platform.codes.CodeColumn(['yes', 'no', 'not_known'], blank=True)),
                ('due_on', models.DateField()),
                ('asked_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'verbose_name_plural': 'feeding statuses',
                'indexes': [models.Index(condition=models.Q(('is_current', True)), fields=['milestone', 'due_on', 'status'], name='feeding_by_due_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('baby', 'milestone'), name='feeding_one_current'), models.CheckConstraint(condition=models.Q(('first_feed', ''), models.Q(('first_feed', '01'), ('milestone', 'first_feed'), ('status', 'totally')), models.Q(('first_feed', '02'), ('milestone', 'first_feed'), ('status', 'totally')), models.Q(('first_feed', '03'), ('milestone', 'first_feed'), ('status', 'not_at_all')), _connector='OR'), name='feeding_first_feed_is_its_status'), models.CheckConstraint(condition=models.Q(('skin_to_skin', ''), models.Q(('milestone', 'first_feed'), ('skin_to_skin__in', ['yes', 'no', 'not_known'])), _connector='OR'), name='feeding_skin_to_skin_at_first_feed'), models.CheckConstraint(condition=models.Q(models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=2)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=39)))), ('milestone', 'first_feed')), models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=10)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=31)))), ('milestone', 'discharge')), models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=4)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=27)))), ('milestone', '10_14_days')), models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=14)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=111)))), ('milestone', '6_8_weeks')), models.Q(('asked_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=14)))), ('asked_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=182)))), ('milestone', '6_months')), _connector='OR'), name='feeding_asked_in_its_window'), models.CheckConstraint(condition=models.Q(('recorded_at__date__gte', models.F('asked_on'))), name='feeding_recorded_after_asked')],
            },
        ),
        migrations.CreateModel(
            name='Weight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('grams', models.PositiveIntegerField()),
                ('weighed_at', models.DateTimeField()),
                ('where', kith.platform.codes.CodeColumn(['home', 'hospital', 'clinic', 'hub', 'elsewhere'])),
                ('recorded_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('corrects', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='corrected_by', to='feeding.weight')),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('taken_back_at__isnull', True), ('is_current', False), _connector='OR'), name='weight_taken_back_counts_no_more'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('baby', 'weighed_at'), name='weight_one_at_a_time'), models.CheckConstraint(condition=models.Q(('grams__range', (200, 40000))), name='weight_is_in_grams'), models.CheckConstraint(condition=models.Q(('weighed_at__lte', models.F('recorded_at'))), name='weight_recorded_after_weighing')],
            },
        ),
        migrations.CreateModel(
            name='FeedingRoute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', kith.platform.codes.CodeColumn(['loss', 'regain', 'answer'])),
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
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='feeding.assessmentform')),
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
            name='Assessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('baby', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='feeding.formversion')),
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
                ('reason', kith.platform.codes.CodeColumn(['loss', 'regain', 'answer'])),
                ('above_percent', models.DecimalField(decimal_places=2, max_digits=4, null=True)),
                ('weight', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='feeding.weight')),
                ('assessment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='feeding.assessment')),
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
