import django.contrib.postgres.constraints
import django.db.models.deletion
import kith.platform.codes
import kith.platform.stretches
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_guards'),
        ('organisations', '0004_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField()),
                ('place', models.CharField(max_length=200)),
                ('state', kith.platform.codes.CodeColumn(['planned', 'frozen', 'held', 'approved'], default='planned')),
                ('approved_on', models.DateField(null=True)),
                ('request_key', models.UUIDField(unique=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('planned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
        ),
        migrations.CreateModel(
            name='ReadingDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('deputy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
        ),
        migrations.CreateModel(
            name='Story',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('words', models.TextField(blank=True, max_length=8000)),
                ('language', models.CharField(max_length=10)),
                ('about', kith.platform.codes.CodeColumn(['service', 'venue', 'session'], blank=True)),
                ('about_id', models.BigIntegerField(null=True)),
                ('about_name', models.CharField(blank=True, max_length=200)),
                ('session_on', models.DateField(null=True)),
                ('may_quote', models.BooleanField(default=False)),
                ('is_nameless', models.BooleanField(default=True)),
                ('is_moved_up', models.BooleanField(default=False)),
                ('is_announced', models.BooleanField(default=False)),
                ('told_on', models.DateField()),
                ('waiting_since', models.DateTimeField(null=True)),
                ('state', kith.platform.codes.CodeColumn(['unread', 'read', 'set_aside'], default='unread')),
                ('read_on', models.DateField(null=True)),
                ('aside_reason', kith.platform.codes.CodeColumn(['safety', 'complaint', 'about_one_person', 'not_a_story'], blank=True)),
                ('aside_note', models.TextField(blank=True, max_length=2000)),
                ('key_hash', models.CharField(max_length=64, unique=True)),
                ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('service', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
                ('venue', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.venue')),
            ],
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120)),
                ('state', kith.platform.codes.CodeColumn(['heard', 'planned', 'done', 'cannot'], default='heard')),
                ('promise', models.TextField(blank=True, max_length=2000)),
                ('outcome', models.TextField(blank=True, max_length=2000)),
                ('due_on', models.DateField(null=True)),
                ('settled_on', models.DateField(null=True)),
                ('begun_on', models.DateField()),
                ('moved_on', models.DateField()),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
        ),
        migrations.CreateModel(
            name='VenueChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_on', models.DateField()),
                ('what', models.CharField(max_length=200)),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.venue')),
            ],
        ),
        migrations.CreateModel(
            name='WelcomeAnswer',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('felt', kith.platform.codes.CodeColumn(['yes', 'partly', 'no'])),
                ('community', models.CharField(blank=True, max_length=12)),
                ('venue', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.venue')),
            ],
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', kith.platform.codes.CodeColumn(['theme', 'late_action', 'unkept_promise', 'indicator', 'gap', 'own'])),
                ('title', models.CharField(max_length=200)),
                ('paper', models.TextField(blank=True)),
                ('is_frozen', models.BooleanField(default=False)),
                ('minutes', models.TextField(blank=True, max_length=2000)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='alliance.meeting')),
                ('theme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='alliance.theme')),
            ],
        ),
        migrations.CreateModel(
            name='MeetingAttendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('presence', kith.platform.codes.CodeColumn(['present', 'apologies'])),
                ('interest', models.CharField(blank=True, max_length=300)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='alliance.meeting')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
        ),
        migrations.CreateModel(
            name='ClearedWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('may_quote', models.BooleanField()),
                ('english', models.TextField(max_length=8000)),
                ('own_words', models.TextField(max_length=8000)),
                ('cleared_on', models.DateField()),
                ('cleared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('story', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='cleared', to='alliance.story')),
            ],
        ),
        migrations.CreateModel(
            name='StoryContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('token', models.CharField(blank=True, max_length=64)),
                ('answered_on', models.DateField(null=True)),
                ('story', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='contact', to='alliance.story')),
            ],
        ),
        migrations.CreateModel(
            name='StoryTranslation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_on', models.DateField()),
                ('words', models.TextField(blank=True, max_length=8000)),
                ('done_on', models.DateField(null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('story', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='translation', to='alliance.story')),
                ('translator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
        ),
        migrations.CreateModel(
            name='BetterAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('better', kith.platform.codes.CodeColumn(['yes', 'partly', 'no'])),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='alliance.story')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='better', to='alliance.theme')),
            ],
        ),
        migrations.CreateModel(
            name='ThemeStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('state', kith.platform.codes.CodeColumn(['heard', 'planned', 'done', 'cannot'])),
                ('due_on', models.DateField(null=True)),
                ('words', models.TextField(blank=True, max_length=2000)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='alliance.theme')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ThemeStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('put_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='alliance.story')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='in_it', to='alliance.theme')),
            ],
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.TextField(max_length=2000)),
                ('decided_on', models.DateField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='alliance.agendaitem')),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
        ),
        migrations.CreateModel(
            name='ThemeReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('words', models.TextField(max_length=2000)),
                ('written_on', models.DateField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='alliance.themestep')),
            ],
        ),
        migrations.CreateModel(
            name='AgreedAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=300)),
                ('due_on', models.DateField()),
                ('first_due_on', models.DateField()),
                ('done_on', models.DateField(null=True)),
                ('evidence', models.TextField(blank=True, max_length=2000)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='alliance.decision')),
                ('theme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='alliance.theme')),
            ],
        ),
        migrations.CreateModel(
            name='CarriedAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='carried', to='alliance.agreedaction')),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='carried', to='alliance.agendaitem')),
            ],
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('year', 'number'), name='decision_number_once'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='decision_has_words'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('place', ''), _negated=True), name='meeting_is_somewhere'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_by__isnull', False), ('approved_on__isnull', False), ('state', 'approved')), models.Q(models.Q(('state', 'approved'), _negated=True), ('approved_by', None), ('approved_on', None)), _connector='OR'), name='meeting_approved_by_a_person'),
        ),
        migrations.AddConstraint(
            model_name='meetingattendance',
            constraint=models.UniqueConstraint(fields=('meeting', 'membership'), name='meeting_attendance_once'),
        ),
        migrations.AddConstraint(
            model_name='readingduty',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='reading_duty_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='readingduty',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(kith.platform.stretches.DateRange('from_on', 'until_on', models.Value('[]')), '&&')], name='reading_duty_one_a_day'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('state', 'unread')), fields=['-is_moved_up', 'waiting_since'], name='story_unread'),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('read_by', None), ('read_on', None), ('state', 'unread'), ('waiting_since__isnull', False)), models.Q(models.Q(('state', 'unread'), _negated=True), ('read_by__isnull', False), ('read_on__isnull', False), ('waiting_since', None)), _connector='OR'), name='story_read_by_a_person'),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'set_aside'), models.Q(('aside_reason', ''), _negated=True)), models.Q(models.Q(('state', 'set_aside'), _negated=True), ('aside_reason', '')), _connector='OR'), name='story_aside_says_why'),
        ),
        migrations.AddConstraint(
            model_name='clearedwording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('english', ''), _negated=True), models.Q(('own_words', ''), _negated=True)), name='cleared_wording_has_words'),
        ),
        migrations.AddConstraint(
            model_name='storycontact',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on', None), models.Q(('email', ''), ('phone', ''), ('token', '')), _connector='OR'), name='story_contact_erased_when_answered'),
        ),
        migrations.AddConstraint(
            model_name='storytranslation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_on', None), ('words', '')), models.Q(models.Q(('words', ''), _negated=True), ('done_on__isnull', False)), _connector='OR'), name='story_translation_done_has_words'),
        ),
        migrations.AddIndex(
            model_name='theme',
            index=models.Index(condition=models.Q(('state', 'heard')), fields=['begun_on'], name='theme_heard'),
        ),
        migrations.AddIndex(
            model_name='theme',
            index=models.Index(condition=models.Q(('state', 'planned')), fields=['due_on'], name='theme_promised'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.UniqueConstraint(fields=('title',), name='theme_title_once'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='theme_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'planned'), _negated=True), models.Q(('due_on__isnull', False), ('owner__isnull', False), ('settled_on', None), models.Q(('promise', ''), _negated=True)), _connector='OR'), name='theme_promise_has_owner_and_day'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['heard', 'planned']), models.Q(('settled_on__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='theme_settled_says_how'),
        ),
        migrations.AddConstraint(
            model_name='betteranswer',
            constraint=models.UniqueConstraint(fields=('story', 'theme'), name='better_answer_once'),
        ),
        migrations.AddIndex(
            model_name='agreedaction',
            index=models.Index(condition=models.Q(('done_on', None)), fields=['due_on'], name='agreed_action_open'),
        ),
        migrations.AddIndex(
            model_name='agreedaction',
            index=models.Index(condition=models.Q(('done_on', None)), fields=['owner', 'due_on'], name='agreed_action_of_owner'),
        ),
        migrations.AddConstraint(
            model_name='agreedaction',
            constraint=models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='agreed_action_says_what'),
        ),
        migrations.AddConstraint(
            model_name='agreedaction',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('first_due_on'))), name='agreed_action_day_moves_on'),
        ),
        migrations.AddConstraint(
            model_name='agreedaction',
            constraint=models.CheckConstraint(condition=models.Q(('done_on', None), models.Q(('evidence', ''), _negated=True), _connector='OR'), name='agreed_action_done_has_evidence'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(fields=('meeting', 'position'), name='agenda_item_one_at_a_place'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='agenda_item_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(condition=models.Q(('theme__isnull', False)), fields=('meeting', 'theme'), name='agenda_item_theme_once'),
        ),
        migrations.AddConstraint(
            model_name='themereply',
            constraint=models.UniqueConstraint(fields=('step', 'language'), name='theme_reply_one_a_language'),
        ),
        migrations.AddConstraint(
            model_name='themereply',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='theme_reply_has_words'),
        ),
        migrations.AddConstraint(
            model_name='themestory',
            constraint=models.UniqueConstraint(fields=('story', 'theme'), name='theme_story_once'),
        ),
        migrations.AddConstraint(
            model_name='venuechange',
            constraint=models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='venue_change_says_what'),
        ),
        migrations.AddConstraint(
            model_name='venuechange',
            constraint=models.UniqueConstraint(fields=('venue', 'changed_on'), name='venue_change_one_a_day'),
        ),
        migrations.AddIndex(
            model_name='welcomeanswer',
            index=models.Index(fields=['venue', 'month'], name='welcome_answer_by_venue'),
        ),
        migrations.AddConstraint(
            model_name='welcomeanswer',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='welcome_answer_keeps_the_month'),
        ),
    ]
