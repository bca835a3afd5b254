import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import kith.kernel.ids
import kith.platform.codes
import kith.platform.private_links
import kith.platform.stretches
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0001_tables'),
        ('organisations', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Interpreter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('agency', models.CharField(blank=True, max_length=120)),
                ('gender', kith.platform.codes.CodeColumn(['woman', 'man', 'other'])),
                ('modes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None)),
                ('areas', models.CharField(blank=True, max_length=200)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=16)),
                ('reads', models.CharField(default='en', max_length=10)),
                ('pence_per_hour', models.PositiveIntegerField()),
                ('travel_pence', models.PositiveIntegerField(default=0)),
                ('link', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('added_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='interpreter_has_a_name'), models.CheckConstraint(condition=models.Q(models.Q(('email', ''), _negated=True), models.Q(('phone', ''), _negated=True), _connector='OR'), name='interpreter_can_be_reached'), models.CheckConstraint(condition=models.Q(('modes__contained_by', ['face_to_face', 'video', 'phone']), ('modes__len__gt', 0)), name='interpreter_modes_are_known'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('name', 'email', 'phone'), name='interpreter_once')],
            },
        ),
        migrations.CreateModel(
            name='InterpreterLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('phone', models.CharField(max_length=20)),
                ('access_code', models.CharField(blank=True, max_length=40)),
                ('confirmed_on', models.DateField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('phone', ''), _negated=True), name='interpreter_line_has_a_number')],
            },
        ),
        migrations.CreateModel(
            name='InterpreterLanguage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('interpreter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='languages', to='interpreting.interpreter')),
                ('language', models.CharField(max_length=20)),
                ('dialect', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'indexes': [models.Index(fields=['language'], name='interpreter_by_language')],
                'constraints': [models.UniqueConstraint(fields=('interpreter', 'language', 'dialect'), name='interpreter_language_once'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='interpreter_language_is_a_code')],
            },
        ),
        migrations.CreateModel(
            name='InterpreterBooking',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('interpreter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='interpreting.interpreter')),
                ('what', kith.platform.codes.CodeColumn(['visit', 'call', 'session'])),
                ('need', models.CharField(blank=True, max_length=80)),
                ('request_key', models.CharField(max_length=64, unique=True)),
                ('language', models.CharField(max_length=20)),
                ('dialect', models.CharField(blank=True, max_length=60)),
                ('gender', kith.platform.codes.CodeColumn(['any', 'woman', 'man'])),
                ('mode', kith.platform.codes.CodeColumn(['face_to_face', 'video', 'phone'])),
                ('place', models.CharField(blank=True, max_length=200)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('is_doubled', models.BooleanField()),
                ('held_from', models.DateTimeField()),
                ('held_until', models.DateTimeField()),
                ('state', kith.platform.codes.CodeColumn(['requested', 'offered', 'declined', 'confirmed', 'late', 'arrived', 'done', 'failed', 'cancelled'])),
                ('why', kith.platform.codes.CodeColumn(['no_show', 'wrong_dialect', 'technical', 'cancelled_late_by_us', 'cancelled_late_by_them', 'family_not_there', 'nobody_found'], blank=True)),
                ('late_minutes', models.PositiveSmallIntegerField(null=True)),
                ('revision', models.PositiveSmallIntegerField(default=1)),
                ('token', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('chased_at', models.DateTimeField(null=True)),
                ('worker_wish', kith.platform.codes.CodeColumn(['same', 'other'], blank=True)),
                ('family_wish', kith.platform.codes.CodeColumn(['same', 'other'], blank=True)),
                ('pence_per_hour', models.PositiveIntegerField(null=True)),
                ('visit_travel_pence', models.PositiveIntegerField(null=True)),
                ('paid_minutes', models.PositiveSmallIntegerField(default=0)),
                ('time_pence', models.PositiveIntegerField(default=0)),
                ('travel_pence', models.PositiveIntegerField(default=0)),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'starts_at'], name='interpreting_by_organisation'), models.Index(condition=models.Q(('state__in', ['arrived', 'confirmed', 'declined', 'late', 'offered', 'requested'])), fields=['starts_at'], name='interpreting_live')],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('state__in', ['arrived', 'confirmed', 'late', 'offered'])), expressions=[('interpreter', '='), (kith.platform.stretches.TimeRange('held_from', 'held_until'), '&&')], name='interpreter_never_twice_at_once'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('state__in', ['arrived', 'confirmed', 'declined', 'late', 'offered', 'requested'])), expressions=[('family', '='), ('language', '='), (kith.platform.stretches.TimeRange('starts_at', 'ends_at'), '&&')], name='interpreting_one_live_for_each_need'), models.UniqueConstraint(condition=models.Q(models.Q(('need', ''), _negated=True), ('state__in', ['arrived', 'confirmed', 'declined', 'late', 'offered', 'requested'])), fields=('need',), name='interpreting_need_once'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['arrived', 'confirmed', 'late', 'offered']), _negated=True), ('interpreter__isnull', False), _connector='OR'), name='interpreting_held_by_somebody'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at')), ('held_from__lte', models.F('starts_at')), ('held_until__gte', models.F('ends_at'))), name='interpreting_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('minutes__range', (10, 480))), name='interpreting_length_is_possible'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), ('why__in', ['no_show', 'wrong_dialect', 'technical', 'cancelled_late_by_us', 'cancelled_late_by_them', 'family_not_there', 'nobody_found'])), models.Q(models.Q(('state', 'failed'), _negated=True), ('why', '')), _connector='OR'), name='interpreting_failed_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('mode', 'phone'), _negated=True), models.Q(('language__in', ['bfi']), _negated=True), _connector='OR'), name='interpreting_signs_are_seen'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='interpreting_language_is_a_code'), models.CheckConstraint(condition=models.Q(('state__in', ['done', 'failed']), models.Q(('paid_minutes', 0), ('time_pence', 0), ('travel_pence', 0)), _connector='OR'), name='interpreting_paid_when_settled')],
            },
        ),
        migrations.CreateModel(
            name='InterpreterCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('interpreter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='interpreting.interpreter')),
                ('digest', models.CharField(max_length=64)),
                ('sent_at', models.DateTimeField()),
                ('wrong_count', models.PositiveSmallIntegerField(default=0)),
                ('used_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('wrong_count__lte', 5)), name='interpreter_code_tries_are_few')],
            },
        ),
        migrations.CreateModel(
            name='InterpreterKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('interpreter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='interpreting.interpreter')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='InterpreterBookingState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='states', to='interpreting.interpreterbooking')),
                ('state', kith.platform.codes.CodeColumn(['requested', 'offered', 'declined', 'confirmed', 'late', 'arrived', 'done', 'failed', 'cancelled'])),
                ('at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('interpreter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interpreting.interpreter')),
                ('by_interpreter', models.BooleanField(default=False)),
                ('late_minutes', models.PositiveSmallIntegerField(null=True)),
                ('why', models.CharField(blank=True, max_length=25)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('by_interpreter', False), ('interpreter__isnull', False), _connector='OR'), name='interpreting_step_by_whom')],
            },
        ),
    ]
