import django.db.models.deletion
import kith.platform.codes
import kith.platform.private_links
import kith.welcome.rules.codes
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_guards'),
        ('files', '0002_walls'),
        ('organisations', '0004_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='VenueVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('request_key', models.UUIDField(unique=True)),
                ('asked_at', models.DateTimeField()),
                ('ends_on', models.DateField()),
                ('told_at', models.DateTimeField(null=True)),
                ('visited_on', models.DateField(null=True)),
                ('by_parent', models.BooleanField(default=True)),
                ('language', models.CharField(blank=True, max_length=10)),
                ('findings', models.JSONField(default=dict)),
                ('words', models.TextField(blank=True, max_length=1000)),
                ('published_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.venue')),
            ],
        ),
        migrations.CreateModel(
            name='VenueAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_current', models.BooleanField(default=True)),
                ('criterion', kith.platform.codes.CodeColumn(['pram', 'step_free', 'bus', 'parking', 'toilets', 'changing_table', 'privacy', 'prayer_room', 'warm_drinks', 'who_is_there', 'bottle_feeding', 'your_mother', 'partners', 'older_children'])),
                ('answer', kith.platform.codes.CodeColumn(['yes', 'partly', 'no', 'not_known'])),
                ('line', models.JSONField(default=dict)),
                ('said_at', models.DateTimeField()),
                ('said_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.venue')),
                ('visit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='welcome.venuevisit')),
            ],
        ),
        migrations.CreateModel(
            name='Improvement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('criterion', kith.platform.codes.CodeColumn(['pram', 'step_free', 'bus', 'parking', 'toilets', 'changing_table', 'privacy', 'prayer_room', 'warm_drinks', 'who_is_there', 'bottle_feeding', 'your_mother', 'partners', 'older_children'], blank=True)),
                ('what', models.CharField(blank=True, max_length=200)),
                ('language', models.CharField(default='en', max_length=10)),
                ('due_on', models.DateField()),
                ('request_key', models.UUIDField(null=True, unique=True)),
                ('added_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_as', kith.platform.codes.CodeColumn(['done', 'cannot'], blank=True)),
                ('outcome', models.CharField(blank=True, max_length=200)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.venue')),
                ('visit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='improvements', to='welcome.venuevisit')),
            ],
        ),
        migrations.CreateModel(
            name='VenuePhoto',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ('request_key', models.UUIDField(unique=True)),
                ('alt', models.JSONField(default=dict)),
                ('agreement', kith.platform.codes.CodeColumn(['nobody_shown', 'all_agreed'])),
                ('agreed_words', models.CharField(blank=True, max_length=200)),
                ('added_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.venue')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('alt__has_key', 'en')), name='venue_photo_has_words'), models.CheckConstraint(condition=models.Q(('agreed_words', ''), ('agreement', kith.welcome.rules.codes.Agreement['ALL_AGREED']), _negated=True), name='venue_photo_agreed_by_somebody')],
            },
        ),
        migrations.AddIndex(
            model_name='venuevisit',
            index=models.Index(fields=['venue', 'visited_on'], name='venue_visit_by_day'),
        ),
        migrations.AddConstraint(
            model_name='venuevisit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('told_at__isnull', True), ('visited_on__isnull', True)), models.Q(('told_at__isnull', False), ('visited_on__isnull', False)), _connector='OR'), name='venue_visit_told_of_a_day'),
        ),
        migrations.AddConstraint(
            model_name='venuevisit',
            constraint=models.CheckConstraint(condition=models.Q(('published_at__isnull', True), ('told_at__isnull', False), _connector='OR'), name='venue_visit_told_first'),
        ),
        migrations.AddConstraint(
            model_name='venueanswer',
            constraint=models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('venue', 'criterion'), name='venue_answer_one_counts'),
        ),
        migrations.AddIndex(
            model_name='improvement',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['owner', 'due_on'], name='improvement_to_make_by_owner'),
        ),
        migrations.AddConstraint(
            model_name='improvement',
            constraint=models.UniqueConstraint(condition=models.Q(('visit__isnull', False)), fields=('visit', 'criterion'), name='improvement_once_for_a_visit'),
        ),
        migrations.AddConstraint(
            model_name='improvement',
            constraint=models.CheckConstraint(condition=models.Q(('criterion', ''), ('what', ''), _negated=True), name='improvement_says_what'),
        ),
        migrations.AddConstraint(
            model_name='improvement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_as', ''), ('ended_at__isnull', True), ('outcome', '')), models.Q(('ended_as', kith.welcome.rules.codes.ImprovementEnd['DONE']), ('ended_at__isnull', False)), models.Q(models.Q(('ended_as', kith.welcome.rules.codes.ImprovementEnd['CANNOT']), ('ended_at__isnull', False)), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='improvement_end_is_whole'),
        ),
    ]
