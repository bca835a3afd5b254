from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Helpline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('number', models.CharField(max_length=20)),
                ('purpose', models.JSONField(default=dict)),
                ('hours', models.JSONField(default=dict)),
                ('source', models.CharField(max_length=200)),
                ('owner', models.CharField(max_length=120)),
                ('review_on', models.DateField()),
                ('way', models.CharField(choices=[('call', 'Call'), ('text', 'Text')], default='call', max_length=10)),
                ('is_automatic', models.BooleanField(default=False)),
                ('source_url', models.URLField(blank=True, max_length=300)),
                ('stated_on', models.DateField(blank=True, null=True)),
                ('confirmed_on', models.DateField(blank=True, null=True)),
                ('is_shown', models.BooleanField(default=True)),
                ('position', models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                'ordering': ['position', 'name'],
                'constraints': [models.UniqueConstraint(fields=('number',), name='helpline_once'), models.CheckConstraint(condition=models.Q(('way__in', ['call', 'text'])), name='helpline_way_is_known'), models.CheckConstraint(condition=models.Q(('source_url', ''), ('source_url__startswith', 'https://'), _connector='OR'), name='helpline_source_is_a_link')],
            },
        ),
    ]
