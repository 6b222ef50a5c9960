import django.db.models.deletion
import plaudit.kit.clock
import plaudit.kit.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('entries', '0001_initial'),
        ('people', '0001_initial'),
        ('programmes', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('assigned_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('assigned_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='entries.entry')),
            ],
        ),
        migrations.CreateModel(
            name='Abstention',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=300)),
                ('abstained_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('assignment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='abstention', to='judging.assignment')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Judge',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('biography', models.CharField(blank=True, max_length=400)),
                ('joined_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judges', to='programmes.edition')),
                ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgeships', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='InterestDeclaration',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('declared_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('judge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='declarations', to='judging.judge')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('employer', 'I work there'), ('past_employer', 'I worked there in the last three years'), ('adviser', 'I advise or am paid by them'), ('family', 'Somebody close to me works there'), ('project', 'I had a part in this project'), ('other', 'Something else')], max_length=14)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('declared_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('entry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='entries.entry')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('judge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='judging.judge')),
            ],
        ),
        migrations.AddField(
            model_name='assignment',
            name='judge',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='judging.judge'),
        ),
        migrations.CreateModel(
            name='JudgeInvitation',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(max_length=120)),
                ('token', models.CharField(default=plaudit.kit.identifiers.new_token, max_length=64, unique=True)),
                ('invited_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('accepted_at', models.DateTimeField(null=True)),
                ('declined_at', models.DateTimeField(null=True)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judge_invitations', to='programmes.category')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judge_invitations', to='programmes.edition')),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('judge', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='invitations', to='judging.judge')),
            ],
        ),
        migrations.CreateModel(
            name='Panel',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='panels', to='programmes.category')),
            ],
        ),
        migrations.CreateModel(
            name='PanelMember',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('judge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='panel_memberships', to='judging.judge')),
                ('panel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='judging.panel')),
            ],
        ),
        migrations.CreateModel(
            name='Recusal',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=300)),
                ('recused_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('assignment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='recusal', to='judging.assignment')),
                ('recused_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField(default=1)),
                ('name', models.CharField(max_length=80)),
                ('opens_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='programmes.edition')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.AddField(
            model_name='panel',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='panels', to='judging.round'),
        ),
        migrations.AddField(
            model_name='assignment',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='judging.round'),
        ),
        migrations.CreateModel(
            name='Scorecard',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=0)),
                ('comment', models.TextField(blank=True)),
                ('last_key', models.UUIDField(null=True)),
                ('saved_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('assignment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='scorecard', to='judging.assignment')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('value', models.PositiveSmallIntegerField(null=True)),
                ('comment', models.TextField(blank=True)),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.categorycriterion')),
                ('scorecard', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='judging.scorecard')),
            ],
        ),
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('confirmed_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('scorecard', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='confirmation', to='judging.scorecard')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TermsAcceptance',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('terms', models.TextField()),
                ('accepted_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('judge', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='terms_acceptance', to='judging.judge')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='judge',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('person'), name='judge_once_per_edition'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(('organisation__isnull', False), ('entry__isnull', False), _connector='XOR'), name='interest_in_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='judgeinvitation',
            constraint=models.UniqueConstraint(models.F('category'), models.F('email'), name='judge_invited_once_per_category'),
        ),
        migrations.AddConstraint(
            model_name='panelmember',
            constraint=models.UniqueConstraint(models.F('panel'), models.F('judge'), name='panel_member_once'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('position'), name='round_position_once'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('opens_at__lt', models.F('closes_at'))), name='round_opens_before_it_closes'),
        ),
        migrations.AddConstraint(
            model_name='panel',
            constraint=models.UniqueConstraint(models.F('round'), models.F('category'), name='panel_once'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(models.F('round'), models.F('entry'), models.F('judge'), name='assigned_once_per_round'),
        ),
        migrations.AddConstraint(
            model_name='score',
            constraint=models.UniqueConstraint(models.F('scorecard'), models.F('criterion'), name='score_once_per_criterion'),
        ),
        migrations.AddConstraint(
            model_name='score',
            constraint=models.CheckConstraint(condition=models.Q(('value__isnull', True), ('value__lte', 10), _connector='OR'), name='score_at_most_ten'),
        ),
    ]
