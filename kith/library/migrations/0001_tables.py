import django.contrib.postgres.fields
import django.db.models.deletion
import kith.platform.codes
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=100, unique=True)),
                ('question', models.CharField(max_length=100)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('review_by', models.DateField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'indexes': [models.Index(fields=['question'], name='statement_by_question')],
                'constraints': [models.CheckConstraint(condition=models.Q(('key__regex', '^[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$'), ('question__regex', '^[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$')), name='statement_key_is_a_key'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_why', '')), models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawn_why', ''), _negated=True)), _connector='OR'), name='statement_withdrawn_says_why')],
            },
        ),
        migrations.CreateModel(
            name='AdvicePage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=60, unique=True)),
                ('kind', kith.platform.codes.CodeColumn(['advice', 'script', 'slides', 'signs'], default='advice')),
                ('title', models.CharField(max_length=120)),
                ('summary', models.CharField(max_length=300)),
                ('topic', kith.platform.codes.CodeColumn(['before-birth', 'first-days', 'feeding', 'expressing', 'bottle', 'worries', 'going-on', 'family', 'safety'])),
                ('order', models.PositiveIntegerField(default=100)),
                ('signs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=list, size=None)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9]+(-[a-z0-9]+)*$')), name='advicepage_slug_is_a_slug'), models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('summary', ''), _negated=True)), name='advicepage_says_what_it_is'), models.CheckConstraint(condition=models.Q(('signs__contained_by', ['baby', 'mother', 'pregnant', 'mind'])), name='advicepage_signs_are_of_known_subjects')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='library.statement')),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('easy_text', models.TextField(blank=True)),
                ('source', models.CharField(max_length=200)),
                ('source_url', models.URLField(max_length=300)),
                ('evidence', kith.platform.codes.CodeColumn(['national guidance', 'systematic review', 'good practice'])),
                ('proposed_at', models.DateTimeField()),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('approved_at', models.DateTimeField(null=True)),
                ('is_current', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('statement', 'number'), name='wording_numbered_once'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('statement',), name='wording_one_current'), models.CheckConstraint(condition=models.Q(('is_current', False), ('approved_at__isnull', False), _connector='OR'), name='wording_current_is_approved'), models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('source', ''), _negated=True)), name='wording_has_text_and_source'), models.CheckConstraint(condition=models.Q(('source_url__startswith', 'https://')), name='wording_source_is_a_link')],
            },
        ),
        migrations.CreateModel(
            name='AdviceSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='library.advicepage')),
                ('number', models.PositiveIntegerField()),
                ('heading', models.CharField(max_length=120)),
                ('note', models.CharField(blank=True, max_length=600)),
                ('level', kith.platform.codes.CodeColumn(['999', 'first-aid', 'now', 'same-day', 'care', 'despair', 'violence'], blank=True)),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('page', 'number'), name='advicesection_numbered_once'), models.CheckConstraint(condition=models.Q(('heading', ''), _negated=True), name='advicesection_has_a_heading'), models.CheckConstraint(condition=models.Q(('level__in', ['', '999', 'first-aid', 'now', 'same-day', 'care', 'despair', 'violence'])), name='advicesection_level_is_known')],
            },
        ),
        migrations.CreateModel(
            name='PageTranslation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('is_machine_drafted', models.BooleanField(default=True)),
                ('checked_by', models.CharField(blank=True, max_length=120)),
                ('checked_on', models.DateField(null=True)),
                ('written_at', models.DateTimeField()),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='translations', to='library.advicepage')),
                ('of_version', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=160)),
                ('summary', models.CharField(max_length=400)),
                ('headings', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=160), default=list, size=None)),
                ('notes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(blank=True, max_length=800), default=list, size=None)),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('language', 'en'), _negated=True), name='pagetranslation_is_not_english'), models.CheckConstraint(condition=models.Q(models.Q(('checked_by', ''), ('checked_on__isnull', True)), models.Q(models.Q(('checked_by', ''), _negated=True), ('checked_on__isnull', False)), _connector='OR'), name='pagetranslation_checked_by_and_on'), models.UniqueConstraint(fields=('page', 'language'), name='pagetranslation_one_a_language'), models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('summary', ''), _negated=True)), name='pagetranslation_has_words')],
            },
        ),
        migrations.CreateModel(
            name='Voice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='voices', to='library.statement')),
                ('language', models.CharField(max_length=10)),
                ('words', models.TextField()),
                ('kind', kith.platform.codes.CodeColumn(['mp3', 'ogg', 'm4a', 'wav'])),
                ('sound', models.BinaryField()),
                ('size', models.PositiveIntegerField()),
                ('speaker', models.CharField(max_length=120)),
                ('source', models.CharField(max_length=200)),
                ('permission', models.CharField(max_length=200)),
                ('recorded_on', models.DateField()),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('statement', 'language'), name='voice_one_a_language'), models.CheckConstraint(condition=models.Q(('size__gt', 0), ('size__lte', 6291456)), name='voice_size_is_small'), models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('speaker', ''), _negated=True), models.Q(('source', ''), _negated=True), models.Q(('permission', ''), _negated=True)), name='voice_says_whose_it_is')],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='library.wording')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('approved_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('wording', 'organisation'), name='approval_once_an_organisation')],
            },
        ),
        migrations.CreateModel(
            name='ClinicalCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clinical_checks', to='library.wording')),
                ('clinician', models.CharField(max_length=120)),
                ('profession', models.CharField(max_length=120)),
                ('registration', models.CharField(max_length=60)),
                ('checked_on', models.DateField()),
                ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('wording', 'registration'), name='clinicalcheck_once_a_clinician'), models.CheckConstraint(condition=models.Q(models.Q(('clinician', ''), _negated=True), models.Q(('profession', ''), _negated=True), models.Q(('registration', ''), _negated=True)), name='clinicalcheck_says_who')],
            },
        ),
        migrations.CreateModel(
            name='StatementTranslation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('is_machine_drafted', models.BooleanField(default=True)),
                ('checked_by', models.CharField(blank=True, max_length=120)),
                ('checked_on', models.DateField(null=True)),
                ('written_at', models.DateTimeField()),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='translations', to='library.statement')),
                ('of_wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='library.wording')),
                ('text', models.TextField()),
                ('easy_text', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('language', 'en'), _negated=True), name='statementtranslation_is_not_english'), models.CheckConstraint(condition=models.Q(models.Q(('checked_by', ''), ('checked_on__isnull', True)), models.Q(models.Q(('checked_by', ''), _negated=True), ('checked_on__isnull', False)), _connector='OR'), name='statementtranslation_checked_by_and_on'), models.UniqueConstraint(fields=('statement', 'language'), name='statementtranslation_one_a_language'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='statementtranslation_has_text')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='library.advicesection')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='library.statement')),
                ('number', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('section', 'statement'), name='citation_once_a_section'), models.UniqueConstraint(fields=('section', 'number'), name='citation_numbered_once')],
            },
        ),
    ]
