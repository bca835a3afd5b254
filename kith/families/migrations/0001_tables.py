import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.expressions
import kith.kernel.ids
import kith.platform.codes
import kith.platform.private_links
import kith.platform.stretches
from django.conf import settings
from django.db import migrations, models

# What a name sounds like, word by word. The body is parsed here, so it holds under any search path (restoring sets none).
SOUNDS = """
CREATE FUNCTION kith_sounds(heard_as varchar) RETURNS varchar[] IMMUTABLE LANGUAGE sql
BEGIN ATOMIC
    SELECT coalesce(array_agg(DISTINCT code ORDER BY code), '{}')::varchar[]
    FROM regexp_split_to_table(heard_as, ' ') AS word, unnest(daitch_mokotoff(word)) AS code;
END
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_tables'),
        ('platform', '0001_tables'),
    ]

    operations = [
        django.contrib.postgres.operations.CreateExtension('fuzzystrmatch'),
        migrations.RunSQL(SOUNDS, 'DROP FUNCTION kith_sounds(varchar)'),
        migrations.CreateModel(
            name='EmergencySearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('at', models.DateTimeField()),
                ('found_count', models.PositiveSmallIntegerField()),
            ],
            options={
                'verbose_name_plural': 'emergency searches',
                'indexes': [models.Index(fields=['membership', 'at'], name='emergency_search_by_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('found_count', 1), _negated=True), name='emergency_search_opened_nothing')],
            },
        ),
        migrations.CreateModel(
            name='Family',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('registered_at', models.DateTimeField(db_index=True)),
                ('came_by', models.CharField(choices=[('worker', 'worker'), ('booking', 'booking'), ('import', 'import')], max_length=10)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('came_by__in', ['worker', 'booking', 'import'])), name='family_came_by_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Card',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cards', to='families.family')),
                ('token', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('pin_digest', models.CharField(max_length=128)),
                ('parts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None)),
                ('goal', models.CharField(blank=True, max_length=300)),
                ('helps', models.CharField(blank=True, max_length=300)),
                ('language', models.CharField(max_length=20)),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('request_key', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('wrong_count', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at__gt', models.F('made_at'))), name='card_ends_after_it_is_made'), models.CheckConstraint(condition=models.Q(('wrong_count__lte', 5)), name='card_locks_after_wrong_numbers'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='card_language_is_a_code'), models.CheckConstraint(condition=models.Q(('parts__contained_by', ['names', 'languages', 'interpreter', 'access', 'baby', 'goal', 'helps', 'contact']), models.Q(('parts', []), _negated=True)), name='card_parts_are_known'), models.CheckConstraint(condition=models.Q(('pin_digest', ''), _negated=True), name='card_has_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='families.family')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('purpose', models.CharField(choices=[('care', 'care'), ('peer_support', 'peer_support'), ('offers', 'offers'), ('referral', 'referral')], max_length=20)),
                ('language', models.CharField(max_length=20)),
                ('how', kith.platform.codes.CodeColumn(['in_person', 'call', 'writing', 'own_page', 'not_noted'], default='not_noted')),
                ('interpreted_by', kith.platform.codes.CodeColumn(['nobody', 'interpreter', 'family_member'], default='nobody')),
                ('interpreter_booking', models.UUIDField(null=True)),
                ('words_edition', models.PositiveSmallIntegerField(null=True)),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('granted_at', models.DateTimeField()),
                ('until_on', models.DateField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_how', kith.platform.codes.CodeColumn(['in_person', 'call', 'writing', 'own_page', 'not_noted'], blank=True)),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('renewed_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('renewed_at__isnull', True), ('withdrawn_at__isnull', True)), fields=('family', 'organisation', 'purpose'), name='consent_one_open'), models.CheckConstraint(condition=models.Q(('purpose__in', ['care', 'peer_support', 'offers', 'referral'])), name='consent_purpose_is_known'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='consent_language_is_a_code'), models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', True), models.Q(('renewed_at__isnull', True), ('withdrawn_at__gte', models.F('granted_at'))), _connector='OR'), name='consent_withdrawn_after_granted'), models.CheckConstraint(condition=models.Q(('how__in', ['in_person', 'call', 'writing', 'own_page', 'not_noted']), ('interpreted_by__in', ['nobody', 'interpreter', 'family_member'])), name='consent_how_is_known'), models.CheckConstraint(condition=models.Q(('interpreter_booking__isnull', True), ('interpreted_by', 'interpreter'), _connector='OR'), name='consent_booking_is_of_an_interpreter'), models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawn_by__isnull', True), ('withdrawn_how', '')), _connector='OR'), name='consent_withdrawn_is_whole'), models.CheckConstraint(condition=models.Q(('renewed_at__isnull', True), ('renewed_at__gte', models.F('granted_at')), _connector='OR'), name='consent_renewed_after_granted')],
            },
        ),
        migrations.CreateModel(
            name='DeclinedConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='declined_consents', to='families.family')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('purpose', models.CharField(choices=[('care', 'care'), ('peer_support', 'peer_support'), ('offers', 'offers'), ('referral', 'referral')], max_length=20)),
                ('language', models.CharField(max_length=20)),
                ('how', kith.platform.codes.CodeColumn(['in_person', 'call', 'writing', 'own_page', 'not_noted'])),
                ('interpreted_by', kith.platform.codes.CodeColumn(['nobody', 'interpreter', 'family_member'])),
                ('interpreter_booking', models.UUIDField(null=True)),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('declined_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('purpose__in', ['care', 'peer_support', 'offers', 'referral']), ('how__in', ['in_person', 'call', 'writing', 'own_page', 'not_noted']), ('interpreted_by__in', ['nobody', 'interpreter', 'family_member'])), name='declined_codes_are_known'), models.CheckConstraint(condition=models.Q(('language__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='declined_language_is_a_code')],
            },
        ),
        migrations.CreateModel(
            name='EmergencyOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='emergency_openings', to='families.family')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('reason', kith.platform.codes.CodeColumn(['baby_in_danger', 'parent_in_danger', 'urgent_care', 'child_protection'])),
                ('words', models.TextField(max_length=500)),
                ('opened_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='opening_says_why'), models.CheckConstraint(condition=models.Q(('until_at__gte', models.F('opened_at'))), name='opening_ends_after_it_begins'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('membership', '='), ('family', '='), (kith.platform.stretches.TimeRange('opened_at', 'until_at'), '&&')], name='opening_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='families.family')),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('street', models.CharField(blank=True, max_length=200)),
                ('ward_code', models.CharField(blank=True, max_length=9)),
                ('lsoa_code', models.CharField(blank=True, max_length=9)),
                ('deprivation_decile', models.PositiveSmallIntegerField(null=True)),
                ('deprivation_edition', models.CharField(blank=True, max_length=10)),
                ('is_temporary', models.BooleanField(default=False)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'verbose_name_plural': 'addresses',
                'indexes': [models.Index(condition=models.Q(('postcode', ''), _negated=True), fields=['postcode'], name='address_by_postcode')],
                'constraints': [models.CheckConstraint(condition=models.Q(('postcode', ''), ('postcode__regex', '^[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9][A-Z]{2})?$'), _connector='OR'), name='address_postcode_is_regular'), models.CheckConstraint(condition=models.Q(models.Q(('deprivation_decile__isnull', True), ('deprivation_edition', '')), models.Q(('deprivation_decile__range', (1, 10)), models.Q(('deprivation_edition', ''), _negated=True)), _connector='OR'), name='address_decile_has_an_edition'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='address_ends_after_it_begins'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('family', '='), (kith.platform.stretches.DateRange('from_on', 'until_on'), '&&')], name='address_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='HouseholdMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='household', to='families.family')),
                ('relation', kith.platform.codes.CodeColumn(['partner', 'child', 'grandparent', 'other_relative', 'other'])),
                ('given_name', models.CharField(blank=True, max_length=100)),
                ('is_under_five', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='CrisisFlag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='crises', to='families.family')),
                ('kind', kith.platform.codes.CodeColumn(['homeless', 'violence', 'asylum', 'no_public_funds', 'food_or_heating'])),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('family', 'kind'), name='crisis_one_open_of_a_kind'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='crisis_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='FamilyMerge',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='families.family')),
                ('gone_id', models.UUIDField(db_index=True)),
                ('merged_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('undone_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('gone_id',), name='merge_gone_once'), models.CheckConstraint(condition=models.Q(('kept', models.F('gone_id')), _negated=True), name='merge_of_two'), models.CheckConstraint(condition=models.Q(('undone_at__isnull', True), ('undone_at__gte', models.F('merged_at')), _connector='OR'), name='merge_undone_after')],
            },
        ),
        migrations.CreateModel(
            name='DistinctFamilies',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('said_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'verbose_name_plural': 'distinct families',
                'constraints': [models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='distinct_in_order'), models.UniqueConstraint(fields=('one', 'other'), name='distinct_once')],
            },
        ),
        migrations.CreateModel(
            name='Parent',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parents', to='families.family')),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('given_name', models.CharField(max_length=100)),
                ('family_name', models.CharField(blank=True, max_length=100)),
                ('born_on', models.DateField(null=True)),
                ('phone', models.CharField(blank=True, max_length=16)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('speaks', models.CharField(max_length=20)),
                ('reads', models.CharField(max_length=20)),
                ('interpreter_need', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not_asked', 'not_asked')], default='not_asked', max_length=10)),
                ('ethnicity', models.CharField(default='99', max_length=2)),
                ('is_main', models.BooleanField()),
                ('relation', kith.platform.codes.CodeColumn(['parent', 'mother', 'father', 'grandparent', 'foster_carer', 'other_carer'], default='parent')),
                ('nhs_number', models.CharField(blank=True, max_length=10)),
                ('access_needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('access_words', models.CharField(blank=True, max_length=300)),
                ('unsafe_channels', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=5), blank=True, default=list, size=None)),
                ('may_leave_voicemail', models.BooleanField(null=True)),
                ('safe_times', models.CharField(blank=True, max_length=100)),
                ('code_word', models.CharField(blank=True, max_length=40)),
                ('heard_as', models.CharField(blank=True, max_length=400)),
                ('sounds', models.GeneratedField(db_persist=True, expression=models.Func(models.F('heard_as'), function='kith_sounds'), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=6), size=None))),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('born_on__isnull', False)), fields=['born_on'], name='parent_by_birthday'), models.Index(condition=models.Q(('phone', ''), _negated=True), fields=['phone'], name='parent_by_phone'), models.Index(condition=models.Q(('email', ''), _negated=True), fields=['email'], name='parent_by_email')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_main', True)), fields=('family',), name='parent_one_main'), models.UniqueConstraint(condition=models.Q(('nhs_number', ''), _negated=True), fields=('nhs_number',), name='parent_nhs_number_once'), models.CheckConstraint(condition=models.Q(('nhs_number', ''), ('nhs_number__regex', '^[0-9]{10}$'), _connector='OR'), name='parent_nhs_number_is_ten_digits'), models.CheckConstraint(condition=models.Q(('access_needs__contained_by', ['step_free', 'hearing', 'sign_language', 'sight', 'easy_read', 'quiet_space', 'longer_time', 'support_person'])), name='parent_access_needs_are_known'), models.CheckConstraint(condition=models.Q(('unsafe_channels__contained_by', ['call', 'text', 'email', 'post'])), name='parent_channels_are_known'), models.CheckConstraint(condition=models.Q(('given_name', ''), _negated=True), name='parent_has_a_name'), models.CheckConstraint(condition=models.Q(('phone', ''), ('phone__regex', '^\\+[1-9][0-9]{6,14}$'), _connector='OR'), name='parent_phone_is_international'), models.CheckConstraint(condition=models.Q(('email', ''), ('email__regex', '^[^@A-Z\\s]+@[^@A-Z\\s]+$'), _connector='OR'), name='parent_email_is_regular'), models.CheckConstraint(condition=models.Q(('reads__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'), ('speaks__regex', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')), name='parent_languages_are_codes'), models.CheckConstraint(condition=models.Q(('ethnicity__regex', '^([A-HJ-NPRSZ][A-Z0-9]?|99)$')), name='parent_ethnicity_is_a_code'), models.CheckConstraint(condition=models.Q(('interpreter_need__in', ['yes', 'no', 'not_asked'])), name='parent_interpreter_need_is_known'), models.CheckConstraint(condition=models.Q(('born_on__isnull', True), ('born_on__gte', '1920-01-01'), _connector='OR'), name='parent_birthday_is_possible')],
            },
        ),
        migrations.CreateModel(
            name='Pregnancy',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pregnancies', to='families.family')),
                ('due_on', models.DateField()),
                ('ended_on', models.DateField(null=True)),
                ('expected_count', models.PositiveSmallIntegerField(default=1)),
                ('outcome', models.CharField(blank=True, choices=[('birth', 'birth'), ('loss', 'loss')], max_length=5)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('family',), name='pregnancy_one_at_a_time'), models.CheckConstraint(condition=models.Q(('due_on__gte', '2000-01-01')), name='pregnancy_due_is_possible'), models.CheckConstraint(condition=models.Q(('expected_count__range', (1, 8))), name='pregnancy_count_is_possible'), models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', True), ('outcome', '')), models.Q(('ended_on__isnull', False), ('outcome__in', ['birth', 'loss'])), _connector='OR'), name='pregnancy_end_is_whole'), models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), models.Q(('ended_on__gte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '-', models.Value(datetime.timedelta(days=301)))), ('ended_on__lte', django.db.models.expressions.CombinedExpression(models.F('due_on'), '+', models.Value(datetime.timedelta(days=28))))), _connector='OR'), name='pregnancy_end_is_near_due')],
            },
        ),
        migrations.CreateModel(
            name='CardReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='families.card')),
                ('at', models.DateTimeField()),
                ('service', models.CharField(max_length=120)),
                ('person', models.CharField(max_length=120)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('service', ''), _negated=True), models.Q(('person', ''), _negated=True)), name='card_reader_says_who')],
            },
        ),
        migrations.CreateModel(
            name='MergeStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('merge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='families.familymerge')),
                ('number', models.PositiveIntegerField()),
                ('deed', kith.platform.codes.CodeColumn(['moved', 'changed', 'removed'])),
                ('table', models.CharField(max_length=80)),
                ('row_pk', models.CharField(max_length=40)),
                ('before', models.JSONField(default=dict)),
                ('after', models.JSONField(default=dict)),
                ('constraint', models.CharField(blank=True, max_length=80)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('merge', 'number'), name='merge_steps_are_counted')],
            },
        ),
        migrations.CreateModel(
            name='Baby',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='babies', to='families.family')),
                ('name', models.CharField(blank=True, max_length=100)),
                ('born_on', models.DateField(db_index=True)),
                ('written_on', models.DateField()),
                ('birth_weight_g', models.PositiveSmallIntegerField(null=True)),
                ('gestation_days', models.PositiveSmallIntegerField(null=True)),
                ('pregnancy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='babies', to='families.pregnancy')),
                ('birth_time', models.TimeField(null=True)),
                ('birth_place', kith.platform.codes.CodeColumn(['hospital', 'home', 'on_the_way', 'other'], blank=True)),
                ('nhs_number', models.CharField(blank=True, max_length=10)),
            ],
            options={
                'verbose_name_plural': 'babies',
                'constraints': [models.UniqueConstraint(condition=models.Q(('nhs_number', ''), _negated=True), fields=('nhs_number',), name='baby_nhs_number_once'), models.CheckConstraint(condition=models.Q(('nhs_number', ''), ('nhs_number__regex', '^[0-9]{10}$'), _connector='OR'), name='baby_nhs_number_is_ten_digits'), models.CheckConstraint(condition=models.Q(('birth_place__in', ['', 'hospital', 'home', 'on_the_way', 'other'])), name='baby_birth_place_is_known'), models.CheckConstraint(condition=models.Q(('born_on__gte', '2000-01-01'), ('born_on__lte', models.F('written_on'))), name='baby_is_born'), models.CheckConstraint(condition=models.Q(('birth_weight_g__isnull', True), ('birth_weight_g__range', (300, 8000)), _connector='OR'), name='baby_weight_is_possible'), models.CheckConstraint(condition=models.Q(('gestation_days__isnull', True), ('gestation_days__range', (140, 315)), _connector='OR'), name='baby_gestation_is_possible')],
            },
        ),
        migrations.CreateModel(
            name='Bereavement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bereavements', to='families.family')),
                ('loss', kith.platform.codes.CodeColumn(['baby', 'pregnancy', 'parent'])),
                ('baby', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.baby')),
                ('pregnancy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.pregnancy')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.parent')),
                ('died_on', models.DateField(null=True)),
                ('caller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('call_by', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('undone_at', models.DateTimeField(null=True)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('undone_why', models.TextField(blank=True, max_length=500)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('undone_at__isnull', True)), fields=['family'], name='bereavement_standing')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('baby',), name='bereavement_one_of_baby'), models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('pregnancy',), name='bereavement_one_of_pregnancy'), models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('parent',), name='bereavement_one_of_parent'), models.CheckConstraint(condition=models.Q(models.Q(('baby__isnull', False), ('loss', 'baby'), ('parent__isnull', True), ('pregnancy__isnull', True)), models.Q(('baby__isnull', True), ('loss', 'pregnancy'), ('parent__isnull', True), ('pregnancy__isnull', False)), models.Q(('baby__isnull', True), ('loss', 'parent'), ('parent__isnull', False), ('pregnancy__isnull', True)), _connector='OR'), name='bereavement_is_of_one'), models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True), ('undone_why', '')), models.Q(('undone_at__gte', models.F('recorded_at')), models.Q(('undone_why', ''), _negated=True)), _connector='OR'), name='bereavement_undone_with_a_reason'), models.CheckConstraint(condition=models.Q(('undone_by__isnull', True), ('recorded_by__isnull', True), models.Q(('undone_by', models.F('recorded_by')), _negated=True), _connector='OR'), name='bereavement_undone_by_somebody_else')],
            },
        ),
        migrations.CreateModel(
            name='DayCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', kith.platform.codes.CodeColumn(['baby', 'parent', 'pregnancy'])),
                ('baby', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='families.baby')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='families.parent')),
                ('pregnancy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='families.pregnancy')),
                ('before_on', models.DateField()),
                ('after_on', models.DateField()),
                ('reason', kith.platform.codes.CodeColumn(['slip', 'told', 'document', 'scan'])),
                ('corrected_at', models.DateTimeField()),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('baby__isnull', False), ('parent__isnull', True), ('pregnancy__isnull', True), ('what', 'baby')), models.Q(('baby__isnull', True), ('parent__isnull', False), ('pregnancy__isnull', True), ('what', 'parent')), models.Q(('baby__isnull', True), ('parent__isnull', True), ('pregnancy__isnull', False), ('what', 'pregnancy')), _connector='OR'), name='day_correction_is_of_one'), models.CheckConstraint(condition=models.Q(('before_on', models.F('after_on')), _negated=True), name='day_correction_changes_something')],
            },
        ),
    ]
