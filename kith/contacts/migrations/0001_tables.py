import django.contrib.postgres.fields
import django.db.models.deletion
import kith.platform.codes
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('families', '0001_tables'),
        ('interpreting', '0001_tables'),
        ('organisations', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('at', models.DateTimeField()),
                ('kind', kith.platform.codes.CodeColumn(['visit', 'appointment', 'group', 'drop_in', 'phone', 'video', 'text'])),
                ('place', kith.platform.codes.CodeColumn(['home', 'hospital', 'clinic', 'family_hub', 'community', 'elsewhere'], blank=True)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('parent_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('baby_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('speaks', models.CharField(max_length=20)),
                ('interpreter_need', kith.platform.codes.CodeColumn(['yes', 'no', 'not_asked'])),
                ('how_we_talked', kith.platform.codes.CodeColumn(['english', 'her_language', 'interpreter_face', 'interpreter_phone', 'interpreter_video', 'family_member', 'failed'])),
                ('talk_reason', kith.platform.codes.CodeColumn(['she_asked', 'not_booked', 'none_available', 'did_not_come', 'line_failed', 'wrong_language', 'urgent'], blank=True)),
                ('interpreter_booking', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interpreting.interpreterbooking')),
                ('offered', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), default=list, size=None)),
                ('note', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField()),
                ('request_key', models.UUIDField(null=True, unique=True)),
                ('corrects', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='contacts.contact')),
                ('is_current', models.BooleanField(default=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('is_current', True)), fields=['family', 'at'], name='contact_by_family'), models.Index(condition=models.Q(('is_current', True)), fields=['membership', 'at'], name='contact_by_person'), models.Index(condition=models.Q(('interpreter_need', 'yes'), ('is_current', True)), fields=['at'], include=('how_we_talked', 'speaks'), name='contact_where_needed')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('how_we_talked__in', ['english', 'her_language', 'interpreter_face', 'interpreter_phone', 'interpreter_video']), ('talk_reason', '')), models.Q(('how_we_talked', 'family_member'), ('talk_reason__in', ['did_not_come', 'line_failed', 'none_available', 'not_booked', 'she_asked', 'urgent'])), models.Q(('how_we_talked', 'failed'), ('talk_reason__in', ['did_not_come', 'line_failed', 'none_available', 'not_booked', 'wrong_language'])), _connector='OR'), name='contact_says_how_we_talked'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['phone', 'text', 'video']), ('place', '')), models.Q(('kind__in', ['visit', 'appointment', 'group', 'drop_in']), ('place__in', ['home', 'hospital', 'clinic', 'family_hub', 'community', 'elsewhere'])), _connector='OR'), name='contact_place_suits_its_kind'), models.CheckConstraint(condition=models.Q(models.Q(('minutes__isnull', False), ('minutes__range', (1, 600))), models.Q(('kind', 'text'), ('minutes__isnull', True)), _connector='OR'), name='contact_minutes_are_possible'), models.CheckConstraint(condition=models.Q(('parent_ids__len__gt', 0), ('baby_ids__len__gt', 0), _connector='OR'), name='contact_is_with_somebody'), models.CheckConstraint(condition=models.Q(('offered__contained_by', ['positioning', 'expressing', 'bottle_feeding', 'group', 'peer_supporter', 'pump', 'healthy_start', 'safer_sleep', 'wellbeing', 'other'])), name='contact_offers_are_known'), models.CheckConstraint(condition=models.Q(('recorded_at__gte', models.F('at'))), name='contact_recorded_after_it_was')],
            },
        ),
    ]
