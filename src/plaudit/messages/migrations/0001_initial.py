import django.db.models.deletion
import plaudit.kit.clock
import plaudit.kit.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40)),
                ('cause', models.CharField(max_length=120)),
                ('recipient', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('reply_to', models.EmailField(blank=True, max_length=254)),
                ('attachment_kind', models.CharField(blank=True, max_length=40)),
                ('attachment_of', models.CharField(blank=True, max_length=80)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('not_before', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('sent_at', models.DateTimeField(null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('last_error', models.CharField(blank=True, max_length=200)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='mail', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(models.F('not_before'), condition=models.Q(('sent_at__isnull', True)), name='mail_waiting')],
                'constraints': [models.UniqueConstraint(models.F('kind'), models.F('cause'), models.F('recipient'), name='mail_once_per_cause')],
            },
        ),
    ]
