from django.db import migrations, models

import kith.platform.codes


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveSmallIntegerField()),
                ('edition', models.PositiveSmallIntegerField()),
                ('frozen', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('note', models.CharField(max_length=600)),
                ('reason', models.CharField(blank=True, max_length=600)),
                ('language', models.CharField(max_length=20)),
                ('role', kith.platform.codes.CodeColumn(['midwife', 'health-visitor', 'outreach-worker', 'peer-supporter', 'coordinator', 'feeding-lead', 'alliance-chair', 'analyst', 'admin'])),
                ('released_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('year', 'number', 'edition'), name='release_one_of_an_edition'), models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 4)), name='release_of_a_quarter'), models.CheckConstraint(condition=models.Q(models.Q(('edition', 1), ('reason', '')), models.Q(('edition__gt', 1), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='release_says_why_it_corrects'), models.CheckConstraint(condition=models.Q(('note', ''), _negated=True), name='release_has_a_note')],
            },
        ),
    ]
