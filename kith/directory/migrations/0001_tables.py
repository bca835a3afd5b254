import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.expressions
import kith.directory.models.nearness
import kith.kernel.ids
import kith.platform.codes
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_tables'),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        migrations.CreateModel(
            name='Venue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), default=kith.kernel.ids.new_uuid, editable=False, unique=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('name', models.CharField(max_length=120)),
                ('address', models.CharField(max_length=200)),
                ('postcode', models.CharField(max_length=8)),
                ('lon', models.FloatField()),
                ('lat', models.FloatField()),
                ('features', django.contrib.postgres.fields.ArrayField(base_field=kith.platform.codes.CodeColumn(['pram_access', 'step_free', 'bus_nearby', 'parking', 'private_space', 'prayer_room', 'changing_table', 'warm_drinks', 'bottle_feeding_welcome', 'bring_your_mother', 'partners_welcome', 'older_children_welcome']), default=list, size=None)),
                ('getting_there', models.JSONField(default=dict)),
                ('checked_on', models.DateField()),
                ('review_due_on', models.DateField()),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GistIndex(kith.directory.models.nearness.Point(django.db.models.expressions.CombinedExpression(models.F('lon'), '*', models.Value(0.61)), models.F('lat')), name='venue_by_nearness'), models.Index(fields=['review_due_on'], name='venue_by_review')],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='venue_name_in_organisation'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='venue_has_a_name'), models.CheckConstraint(condition=models.Q(('features__contained_by', ['pram_access', 'step_free', 'bus_nearby', 'parking', 'private_space', 'prayer_room', 'changing_table', 'warm_drinks', 'bottle_feeding_welcome', 'bring_your_mother', 'partners_welcome', 'older_children_welcome'])), name='venue_features_are_known'), models.CheckConstraint(condition=models.Q(('lat__range', (-90, 90)), ('lon__range', (-180, 180))), name='venue_is_on_earth'), models.CheckConstraint(condition=models.Q(('review_due_on__gt', models.F('checked_on'))), name='venue_review_after_check')],
            },
        ),
        migrations.CreateModel(
            name='ChangeReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=300)),
                ('digest', models.CharField(max_length=64)),
                ('read_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('refused', models.JSONField(default=list)),
                ('notes', models.JSONField(default=list)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='change_review_has_a_source'), models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('source',), name='change_review_one_open_of_each_source')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), default=kith.kernel.ids.new_uuid, editable=False, unique=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('venue', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='services', to='directory.venue')),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('name', models.JSONField(default=dict)),
                ('summary', models.JSONField(default=dict)),
                ('what_happens', models.JSONField(default=dict)),
                ('who_is_welcome', models.JSONField(default=dict)),
                ('open_when', models.JSONField(default=dict)),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('it_hurts', 'it_hurts'), ('not_enough_milk', 'not_enough_milk'), ('is_baby_getting_enough', 'is_baby_getting_enough'), ('latching', 'latching'), ('bottle_feeding', 'bottle_feeding'), ('mixed_feeding', 'mixed_feeding'), ('expressing', 'expressing'), ('before_the_birth', 'before_the_birth'), ('special_care', 'special_care'), ('starting_solids', 'starting_solids'), ('safer_sleep', 'safer_sleep'), ('someone_to_talk_to', 'someone_to_talk_to')], max_length=30), size=None)),
                ('ways', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('in_person', 'in_person'), ('online', 'online'), ('phone', 'phone')], max_length=10), size=None)),
                ('cost_pence', models.PositiveIntegerField(null=True)),
                ('cost_note', models.JSONField(default=dict)),
                ('how_to_refer', models.JSONField(default=dict)),
                ('before_birth', models.BooleanField(default=True)),
                ('youngest_months', models.PositiveSmallIntegerField(null=True)),
                ('oldest_months', models.PositiveSmallIntegerField(null=True)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('website', models.URLField(blank=True)),
                ('search_text', models.TextField(editable=False)),
                ('checked_on', models.DateField()),
                ('review_due_on', models.DateField()),
                ('withdrawn_on', models.DateField(null=True)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['needs'], name='service_by_need'), django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='service_by_words', opclasses=['gin_trgm_ops']), models.Index(condition=models.Q(('withdrawn_on', None)), fields=['review_due_on'], name='service_by_review')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name__has_key', 'en')), name='service_has_an_english_name'), models.CheckConstraint(condition=models.Q(('needs__contained_by', ['it_hurts', 'not_enough_milk', 'is_baby_getting_enough', 'latching', 'bottle_feeding', 'mixed_feeding', 'expressing', 'before_the_birth', 'special_care', 'starting_solids', 'safer_sleep', 'someone_to_talk_to'])), name='service_needs_are_known'), models.CheckConstraint(condition=models.Q(('needs__len__gt', 0)), name='service_is_for_something'), models.CheckConstraint(condition=models.Q(('ways__contained_by', ['in_person', 'online', 'phone'])), name='service_ways_are_known'), models.CheckConstraint(condition=models.Q(('ways__len__gt', 0)), name='service_can_be_reached'), models.CheckConstraint(condition=models.Q(('review_due_on__gt', models.F('checked_on'))), name='service_review_after_check'), models.CheckConstraint(condition=models.Q(('youngest_months__isnull', True), ('oldest_months__isnull', True), ('oldest_months__gt', models.F('youngest_months')), _connector='OR'), name='service_ages_are_a_span')],
            },
        ),
        migrations.CreateModel(
            name='ProposedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='directory.changereview')),
                ('kind', kith.platform.codes.CodeColumn(['new', 'changed', 'gone'])),
                ('public_id', models.UUIDField()),
                ('name', models.CharField(max_length=120)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('record', models.JSONField(default=dict)),
                ('differences', models.JSONField(default=list)),
                ('lacks_need', models.BooleanField(default=False)),
                ('decision', kith.platform.codes.CodeColumn(['waiting', 'accepted', 'left'], default='waiting')),
                ('decided_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('review', 'public_id'), name='proposed_change_once_in_a_review'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decision', 'waiting')), models.Q(models.Q(('decision', 'waiting'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='proposed_change_decided_on_a_day')],
            },
        ),
        migrations.CreateModel(
            name='MeetingPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meeting_places', to='directory.service')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meeting_places', to='directory.venue')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('service', 'venue'), name='meeting_place_once')],
            },
        ),
        migrations.CreateModel(
            name='SpokenLanguage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spoken_languages', to='directory.service')),
                ('language', models.CharField(max_length=10)),
                ('spoken_by', models.CharField(max_length=120)),
                ('when', models.JSONField(default=dict)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('service', 'language', 'spoken_by'), name='language_spoken_once_by_each'), models.CheckConstraint(condition=models.Q(('language', ''), _negated=True), name='spoken_language_is_named')],
            },
        ),
        migrations.CreateModel(
            name='Origin',
            fields=[
                ('service', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='origin', serialize=False, to='directory.service')),
                ('source', models.CharField(max_length=300)),
                ('offered_by', models.JSONField(default=dict)),
                ('at_id', models.UUIDField(null=True)),
                ('rest', models.JSONField(default=dict)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='origin_has_a_source'), models.UniqueConstraint(fields=('at_id',), name='origin_at_one_place')],
            },
        ),
    ]
