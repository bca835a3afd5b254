import django.db.models.deletion
import kith.kernel.ids
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
            name='Receiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.team')),
                ('need', kith.platform.codes.CodeColumn(['health_visiting', 'feeding_clinic', 'peer_support', 'tongue_tie', 'pump', 'safer_sleep', 'interpreter', 'outreach'])),
                ('tries_before_return', models.PositiveSmallIntegerField(default=3)),
                ('closed_until', models.DateField(null=True)),
                ('answers_by_link', models.BooleanField(default=False)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=16)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'need', 'team'), name='receiver_once_for_a_need', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('tries_before_return__gte', 1), ('tries_before_return__lte', 10)), name='receiver_tries_some_times'), models.CheckConstraint(condition=models.Q(('answers_by_link', False), models.Q(('email', ''), _negated=True), _connector='OR'), name='receiver_by_link_has_a_mailbox')],
            },
        ),
        migrations.CreateModel(
            name='ReceiverPromise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='referrals.receiver')),
                ('urgency', kith.platform.codes.CodeColumn(['routine', 'soon', 'urgent'])),
                ('answer_hours', models.PositiveSmallIntegerField()),
                ('contact_hours', models.PositiveSmallIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('receiver', 'urgency'), name='receiver_promises_once'), models.CheckConstraint(condition=models.Q(('answer_hours__gte', 1), ('contact_hours__gte', models.F('answer_hours')), ('contact_hours__lte', 2160)), name='receiver_promise_is_possible')],
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='referrals.receiver')),
                ('need', models.CharField(choices=[('health_visiting', 'health_visiting'), ('feeding_clinic', 'feeding_clinic'), ('peer_support', 'peer_support'), ('tongue_tie', 'tongue_tie'), ('pump', 'pump'), ('safer_sleep', 'safer_sleep'), ('interpreter', 'interpreter'), ('outreach', 'outreach')], max_length=20)),
                ('urgency', models.CharField(choices=[('routine', 'routine'), ('soon', 'soon'), ('urgent', 'urgent')], max_length=7)),
                ('why', models.CharField(blank=True, max_length=600)),
                ('from_organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('from_membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('follows', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='followed_by', to='referrals.referral')),
                ('begun_at', models.DateTimeField()),
                ('stands_beside', models.BooleanField(default=False)),
                ('step_count', models.PositiveSmallIntegerField(default=0)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('sent', 'sent'), ('received', 'received'), ('more_information_needed', 'more_information_needed'), ('accepted', 'accepted'), ('waiting', 'waiting'), ('first_contact_tried', 'first_contact_tried'), ('in_progress', 'in_progress'), ('done', 'done'), ('declined', 'declined'), ('withdrawn', 'withdrawn'), ('no_contact', 'no_contact'), ('transferred', 'transferred'), ('expired', 'expired')], default='draft', max_length=24)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('owner_organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('owner_team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.team')),
                ('owner_membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('clock', models.CharField(blank=True, choices=[('draft', 'draft'), ('answer', 'answer'), ('information', 'information'), ('contact', 'contact'), ('outcome', 'outcome'), ('return', 'return')], max_length=12)),
                ('due_at', models.DateTimeField(null=True)),
                ('left', models.DurationField(null=True)),
                ('moved_at', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at'], name='referral_by_clock'), models.Index(condition=models.Q(('due_at__isnull', False)), fields=['owner_organisation'], name='referral_by_owner'), models.Index(fields=['receiver', 'answered_at'], name='referral_by_answer'), models.Index(fields=['from_organisation', 'moved_at'], name='referral_by_sender')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('owner_organisation__isnull', False), ('state__in', ['accepted', 'draft', 'first_contact_tried', 'in_progress', 'more_information_needed', 'no_contact', 'received', 'sent', 'waiting'])), models.Q(('owner_membership__isnull', True), ('owner_organisation__isnull', True), ('owner_team__isnull', True), ('state__in', ['declined', 'done', 'expired', 'transferred', 'withdrawn'])), _connector='OR'), name='referral_open_has_an_owner'), models.CheckConstraint(condition=models.Q(('state__in', ['accepted', 'draft', 'first_contact_tried', 'in_progress', 'more_information_needed', 'no_contact', 'received', 'sent', 'waiting']), ('due_at__isnull', True), _connector='OR'), name='referral_closed_has_no_clock'), models.CheckConstraint(condition=models.Q(models.Q(('due_at__isnull', False), ('state__in', ['accepted', 'draft', 'first_contact_tried', 'in_progress', 'more_information_needed', 'no_contact', 'received', 'sent', 'waiting'])), ('state__in', ['declined', 'done', 'expired', 'transferred', 'withdrawn']), ('step_count', 0), _connector='OR'), name='referral_open_has_a_clock'), models.CheckConstraint(condition=models.Q(models.Q(('from_membership__isnull', True), ('from_organisation__isnull', True)), models.Q(('from_membership__isnull', False), ('from_organisation__isnull', False)), _connector='OR'), name='referral_comes_from_a_person'), models.UniqueConstraint(condition=models.Q(('stands_beside', False), ('state__in', ['accepted', 'draft', 'first_contact_tried', 'in_progress', 'more_information_needed', 'no_contact', 'received', 'sent', 'waiting'])), fields=('family', 'need'), name='referral_one_open_for_a_need')],
            },
        ),
        migrations.CreateModel(
            name='ReferralStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='referrals.referral')),
                ('number', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField()),
                ('state', models.CharField(choices=[('draft', 'draft'), ('sent', 'sent'), ('received', 'received'), ('more_information_needed', 'more_information_needed'), ('accepted', 'accepted'), ('waiting', 'waiting'), ('first_contact_tried', 'first_contact_tried'), ('in_progress', 'in_progress'), ('done', 'done'), ('declined', 'declined'), ('withdrawn', 'withdrawn'), ('no_contact', 'no_contact'), ('transferred', 'transferred'), ('expired', 'expired')], max_length=24)),
                ('party', models.CharField(choices=[('referrer', 'referrer'), ('receiver', 'receiver'), ('parent', 'parent'), ('system', 'system')], max_length=8)),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('reason', models.CharField(blank=True, choices=[('how_to_reach', 'how_to_reach'), ('what_is_wanted', 'what_is_wanted'), ('which_language', 'which_language'), ('about_the_baby', 'about_the_baby'), ('our_waiting_list', 'our_waiting_list'), ('parent_asked', 'parent_asked'), ('helped', 'helped'), ('partly_helped', 'partly_helped'), ('no_longer_needed', 'no_longer_needed'), ('moved_away', 'moved_away'), ('full', 'full'), ('out_of_area', 'out_of_area'), ('another_fits_better', 'another_fits_better'), ('already_with_us', 'already_with_us'), ('needs_more_than_we_do', 'needs_more_than_we_do'), ('parent_chose', 'parent_chose'), ('consent_withdrawn', 'consent_withdrawn'), ('bereavement', 'bereavement'), ('person_left', 'person_left')], max_length=24)),
                ('note', models.CharField(blank=True, max_length=600)),
                ('offer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.receiver')),
                ('until_on', models.DateField(null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('owner_organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('owner_team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.team')),
                ('owner_membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('clock', models.CharField(blank=True, choices=[('draft', 'draft'), ('answer', 'answer'), ('information', 'information'), ('contact', 'contact'), ('outcome', 'outcome'), ('return', 'return')], max_length=12)),
                ('due_at', models.DateTimeField(null=True)),
                ('left', models.DurationField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('referral', 'number'), name='referral_step_once'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['declined', 'done', 'more_information_needed', 'withdrawn', 'waiting']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='referral_step_says_why')],
            },
        ),
        migrations.CreateModel(
            name='ReferralChaser',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chasers', to='referrals.referral')),
                ('clock', models.CharField(choices=[('draft', 'draft'), ('answer', 'answer'), ('information', 'information'), ('contact', 'contact'), ('outcome', 'outcome'), ('return', 'return')], max_length=12)),
                ('due_at', models.DateTimeField()),
                ('level', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('referral', 'due_at', 'clock', 'level'), name='referral_chased_once')],
            },
        ),
        migrations.CreateModel(
            name='ReferralLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='referrals.referral')),
                ('token_digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('code_digest', models.CharField(blank=True, max_length=64)),
                ('code_expires_at', models.DateTimeField(null=True)),
                ('code_count', models.PositiveSmallIntegerField(default=0)),
                ('wrong_count', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='referral_link_expires')],
            },
        ),
        migrations.CreateModel(
            name='ReferralReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='referrals.referrallink')),
                ('at', models.DateTimeField()),
            ],
        ),
    ]
