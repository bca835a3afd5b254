from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=12)),
                ('level', models.CharField(choices=[('ward', 'Ward'), ('district', 'District'), ('lsoa21', 'Lsoa21'), ('lsoa11', 'Lsoa11'), ('msoa21', 'Msoa21'), ('authority', 'Authority')], max_length=10)),
                ('name', models.CharField(max_length=120)),
                ('authority_code', models.CharField(max_length=12)),
                ('ward_code', models.CharField(blank=True, default='', max_length=12)),
                ('lon', models.FloatField(null=True)),
                ('lat', models.FloatField(null=True)),
                ('boundary', models.JSONField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('level', 'code'), name='area_once')],
            },
        ),
        migrations.CreateModel(
            name='AreaChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('old_code', models.CharField(max_length=12)),
                ('new_code', models.CharField(max_length=12)),
                ('change', models.CharField(max_length=1)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('old_code', 'new_code'), name='area_change_once'), models.CheckConstraint(condition=models.Q(('change__in', ['U', 'S', 'M', 'X'])), name='area_change_is_known')],
            },
        ),
        migrations.CreateModel(
            name='Postcode',
            fields=[
                ('text', models.CharField(max_length=8, primary_key=True, serialize=False)),
                ('outward', models.CharField(db_index=True, max_length=4)),
                ('lon', models.FloatField()),
                ('lat', models.FloatField()),
                ('ward_code', models.CharField(blank=True, default='', max_length=12)),
                ('lsoa21_code', models.CharField(blank=True, default='', max_length=12)),
            ],
        ),
        migrations.CreateModel(
            name='Deprivation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_code', models.CharField(max_length=12)),
                ('edition', models.CharField(max_length=10)),
                ('domain', models.CharField(max_length=12)),
                ('decile', models.PositiveSmallIntegerField()),
                ('rank', models.PositiveIntegerField(null=True)),
                ('score', models.FloatField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('area_code', 'edition', 'domain'), name='deprivation_once'), models.CheckConstraint(condition=models.Q(('decile__range', (1, 10))), name='decile_is_1_to_10')],
            },
        ),
        migrations.CreateModel(
            name='Population',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_code', models.CharField(max_length=12)),
                ('source', models.CharField(max_length=20)),
                ('age', models.PositiveSmallIntegerField(null=True)),
                ('ethnic_group', models.CharField(blank=True, default='', max_length=8)),
                ('count', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('area_code', 'source', 'age', 'ethnic_group'), name='population_once', nulls_distinct=False)],
            },
        ),
    ]
