import django.db.models.deletion
import kith.kernel.ids
import kith.platform.codes
import kith.platform.private_links
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_tables'),
        ('families', '0001_tables'),
        ('organisations', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('title', models.JSONField(default=dict)),
                ('summary', models.JSONField(default=dict)),
                ('audience', kith.platform.codes.CodeColumn(['everyone', 'expecting', 'with_baby'])),
            ],
            options={
                'verbose_name_plural': 'series',
                'constraints': [models.CheckConstraint(condition=models.Q(('title__has_key', 'en')), name='series_has_an_english_title')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='groups.series')),
                ('venue', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.venue')),
                ('online', models.BooleanField(default=False)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('joining', kith.platform.codes.CodeColumn(['walk_in', 'bookable'])),
                ('capacity', models.PositiveSmallIntegerField()),
                ('places_taken', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('language', models.CharField(default='en', max_length=10)),
                ('interpreter_possible', models.BooleanField(default=False)),
                ('cancelled_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('cancelled_at', None)), fields=['starts_at'], name='session_to_come')],
                'constraints': [models.CheckConstraint(condition=models.Q(('places_taken__lte', models.F('capacity'))), name='session_never_overbooked'), models.CheckConstraint(condition=models.Q(('capacity__gt', 0)), name='session_has_places'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('venue__isnull', False), ('online', True), _connector='OR'), name='session_is_somewhere'), models.UniqueConstraint(fields=('series', 'starts_at', 'venue'), name='session_of_series_once_at_a_time', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='groups.session')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family')),
                ('places', models.PositiveSmallIntegerField()),
                ('state', kith.platform.codes.CodeColumn(['booked', 'waiting', 'cancelled'])),
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
                ('attendance', kith.platform.codes.CodeColumn(['expected', 'arrived', 'did_not_come'], default='expected')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('booked', 'waiting'))), fields=('session', 'family'), name='booking_once_for_each_family'), models.CheckConstraint(condition=models.Q(('places__range', (1, 2))), name='booking_places_are_few'), models.CheckConstraint(condition=models.Q(models.Q(('contact_email', ''), _negated=True), models.Q(('contact_phone', ''), _negated=True), _connector='OR'), name='booking_can_be_confirmed'), models.CheckConstraint(condition=models.Q(models.Q(('interpreter_need', 'yes'), _negated=True), models.Q(('interpreter_language', ''), _negated=True), _connector='OR'), name='booking_interpreter_has_a_language')],
            },
        ),
    ]
