import django.db.models.deletion
import kith.kernel.ids
import kith.platform.codes
import kith.platform.private_links
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0001_tables'),
        ('whats_on', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('places', models.PositiveSmallIntegerField()),
                ('state', kith.platform.codes.CodeColumn(['booked', 'waiting', 'offered', 'cancelled'])),
                ('language', models.CharField(max_length=10)),
                ('contact_name', models.CharField(max_length=120)),
                ('contact_email', models.EmailField(blank=True, max_length=254)),
                ('contact_phone', models.CharField(blank=True, max_length=20)),
                ('interpreter_need', kith.platform.codes.CodeColumn(['yes', 'no', 'not_asked'], default='not_asked')),
                ('interpreter_language', models.CharField(blank=True, max_length=10)),
                ('access_needs', models.TextField(blank=True, max_length=500)),
                ('request_key', models.CharField(max_length=64, unique=True)),
                ('token', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('revision', models.PositiveSmallIntegerField(default=1)),
                ('booked_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('offered_until', models.DateTimeField(null=True)),
                ('babies', models.PositiveSmallIntegerField(default=1)),
                ('older_children', models.PositiveSmallIntegerField(default=0)),
                ('wants_creche', models.BooleanField(default=False)),
                ('creche_waits', models.BooleanField(default=False)),
                ('co_parent', models.BooleanField(default=False)),
                ('attendance', kith.platform.codes.CodeColumn(['expected', 'arrived', 'left_early', 'did_not_come'], default='expected')),
                ('came_at', models.DateTimeField(null=True)),
                ('left_early_at', models.DateTimeField(null=True)),
                ('cancelled_late', models.BooleanField(default=False)),
                ('marked_at', models.DateTimeField(null=True)),
                ('settled_at', models.DateTimeField(null=True)),
                ('reminders', kith.platform.codes.CodeColumn(['day_before', 'also_soon', 'none'], default='day_before')),
                ('reminded_for', models.DateField(null=True)),
                ('reminded_soon_for', models.DateField(null=True)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='whats_on.session')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'offered')), fields=['offered_until'], name='booking_offer_runs_out'), models.Index(condition=models.Q(('marked_at__isnull', False), ('settled_at', None)), fields=['marked_at'], name='booking_attendance_to_settle')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('booked', 'waiting', 'offered'))), fields=('session', 'family'), name='booking_once_for_each_family'), models.CheckConstraint(condition=models.Q(('places__range', (1, 2))), name='booking_places_are_few'), models.CheckConstraint(condition=models.Q(models.Q(('contact_email', ''), _negated=True), models.Q(('contact_phone', ''), _negated=True), _connector='OR'), name='booking_can_be_confirmed'), models.CheckConstraint(condition=models.Q(models.Q(('interpreter_need', 'yes'), _negated=True), models.Q(('interpreter_language', ''), _negated=True), _connector='OR'), name='booking_interpreter_has_a_language'), models.CheckConstraint(condition=models.Q(('babies__range', (1, 4))), name='booking_babies_are_few'), models.CheckConstraint(condition=models.Q(('older_children__range', (0, 4))), name='booking_older_children_are_few'), models.CheckConstraint(condition=models.Q(('creche_waits', False), ('wants_creche', True), _connector='OR'), name='booking_waits_for_the_creche_it_wants'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'offered'), _negated=True), ('offered_until__isnull', False), _connector='OR'), name='booking_offer_has_an_end'), models.CheckConstraint(condition=models.Q(models.Q(('attendance', 'left_early'), _negated=True), ('left_early_at__isnull', False), _connector='OR'), name='booking_left_early_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='HeldBooking',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('state', kith.platform.codes.CodeColumn(['held', 'freed', 'booked', 'over'], default='held')),
                ('language', models.CharField(max_length=10)),
                ('said', models.JSONField()),
                ('contact_digest', models.CharField(blank=True, max_length=64)),
                ('request_key', models.CharField(max_length=64, unique=True)),
                ('token', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('link', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('wrong_count', models.PositiveSmallIntegerField(default=0)),
                ('became', models.UUIDField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('held_until', models.DateTimeField()),
                ('words_until', models.DateTimeField()),
                ('places', models.PositiveSmallIntegerField()),
                ('places_kept', models.PositiveSmallIntegerField()),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='held_bookings', to='whats_on.session')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['contact_digest', 'asked_at'], name='heldbooking_of_a_contact'), models.Index(fields=['words_until'], name='heldbooking_ends')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('held', 'freed')), ('said', {}), _connector='OR'), name='heldbooking_forgets_when_over'), models.CheckConstraint(condition=models.Q(models.Q(('became__isnull', False), ('state', 'booked')), models.Q(models.Q(('state', 'booked'), _negated=True), ('became__isnull', True)), _connector='OR'), name='heldbooking_became_one'), models.CheckConstraint(condition=models.Q(('places__range', (1, 2))), name='heldbooking_places_are_few'), models.CheckConstraint(condition=models.Q(('places_kept', 0), models.Q(('places_kept', models.F('places')), ('state', 'held')), _connector='OR'), name='heldbooking_keeps_all_or_nothing')],
            },
        ),
    ]
