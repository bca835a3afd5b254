import django.db.models.deletion
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
            name='NextStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('kind', kith.platform.codes.CodeColumn(['ordinary', 'bereavement_call'], default='ordinary')),
                ('what', models.CharField(max_length=200)),
                ('due_on', models.DateField()),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('added_at', models.DateTimeField()),
                ('request_key', models.UUIDField(null=True, unique=True)),
                ('handed_from', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handed_to', to='tasks.nextstep')),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_as', kith.platform.codes.CodeColumn(['done', 'handed_on', 'dropped', 'bereaved', 'consent_withdrawn'], blank=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('drop_reason', kith.platform.codes.CodeColumn(['not_wanted', 'done_by_others', 'not_reached', 'no_longer_needed'], blank=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['owner', 'due_on'], name='step_to_do_by_owner'), models.Index(fields=['family', 'due_on'], name='step_by_family')],
                'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='step_says_what'), models.CheckConstraint(condition=models.Q(models.Q(('drop_reason', ''), ('ended_as', ''), ('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('drop_reason', ''), ('ended_as__in', ['done', 'handed_on', 'bereaved', 'consent_withdrawn']), ('ended_at__isnull', False)), models.Q(('drop_reason__in', ['not_wanted', 'done_by_others', 'not_reached', 'no_longer_needed']), ('ended_as', 'dropped'), ('ended_at__isnull', False)), _connector='OR'), name='step_end_is_whole')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.team')),
                ('kind', models.CharField(max_length=40)),
                ('family', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.family')),
                ('facts', models.JSONField(default=dict)),
                ('dedupe_key', models.CharField(max_length=120, unique=True)),
                ('raised_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField(null=True)),
                ('seen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('seen_at__isnull', True)), fields=['membership'], name='notice_unseen_by_person'), models.Index(condition=models.Q(('seen_at__isnull', True)), fields=['team'], name='notice_unseen_by_team')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('membership__isnull', False), ('team__isnull', True)), models.Q(('membership__isnull', True), ('team__isnull', False)), _connector='OR'), name='notice_is_for_somebody'), models.CheckConstraint(condition=models.Q(('kind', ''), _negated=True), name='notice_has_a_kind'), models.CheckConstraint(condition=models.Q(('seen_by__isnull', True), ('seen_at__isnull', False), _connector='OR'), name='notice_seen_once')],
            },
        ),
    ]
