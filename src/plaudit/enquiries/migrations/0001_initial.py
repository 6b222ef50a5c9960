import django.db.models.deletion
import plaudit.kit.clock
import plaudit.kit.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('programmes', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('slug', models.SlugField()),
                ('purpose', models.CharField(max_length=120)),
                ('role', models.CharField(choices=[('director', 'Awards director'), ('entries', 'Entries, attendance and sponsorship'), ('media', 'Media and marketing'), ('judging', 'Judging and event management')], max_length=20)),
                ('contact_name', models.CharField(blank=True, max_length=120)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='desks', to='programmes.edition')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=160)),
                ('token', models.CharField(default=plaudit.kit.identifiers.new_token, max_length=64, unique=True)),
                ('key', models.UUIDField(unique=True)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('desk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enquiries', to='enquiries.desk')),
            ],
            options={
                'verbose_name_plural': 'enquiries',
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='EnquiryMessage',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('body', models.TextField()),
                ('key', models.UUIDField(unique=True)),
                ('written_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='enquiries.enquiry')),
            ],
            options={
                'ordering': ['written_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='InterestRegistration',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('attend', 'Attend the ceremony'), ('sponsor', 'Sponsor a category')], max_length=8)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('organisation', models.CharField(blank=True, max_length=200)),
                ('note', models.TextField(blank=True)),
                ('key', models.UUIDField(unique=True)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('places', models.PositiveSmallIntegerField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='place_requests', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interest_registrations', to='programmes.edition')),
                ('on_register', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='place_requests', to='people.organisation')),
            ],
            options={
                'ordering': ['-created_at'],
            },
        ),
        migrations.AddConstraint(
            model_name='desk',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('slug'), name='desk_slug_once'),
        ),
        migrations.AddConstraint(
            model_name='interestregistration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asked_by', None), ('on_register', None), ('places', None)), models.Q(('asked_by__isnull', False), ('on_register__isnull', False), ('places__isnull', False)), _connector='OR'), name='places_are_asked_by_a_lead'),
        ),
    ]
