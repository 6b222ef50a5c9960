import django.db.models.deletion
import plaudit.kit.clock
import plaudit.kit.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('entries', '0001_initial'),
        ('programmes', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Announcement',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('release_at', models.DateTimeField(null=True)),
                ('set_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='announcements', to='programmes.edition')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('edition'), models.F('number'), name='announcement_number_once')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('outcome', models.CharField(choices=[('not_placed', 'Not placed'), ('finalist', 'Finalist'), ('highly_commended', 'Highly commended'), ('winner', 'Winner'), ('joint_winner', 'Joint winner')], max_length=16)),
                ('citation', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='entries.entry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('entry'), models.F('number'), name='decision_number_once')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=300)),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='results.decision')),
                ('replaced', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replacement', to='results.decision')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
