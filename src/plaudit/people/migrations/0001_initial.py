import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import plaudit.kit.clock
import plaudit.kit.identifiers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('job_title', models.CharField(blank=True, max_length=120)),
                ('is_active', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='person_email_once')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('nhs_provider', 'NHS provider'), ('integrated_care_board', 'Integrated care board'), ('primary_care', 'GP practice or primary care network'), ('council', 'Council'), ('government_body', "National or arm's-length body"), ('charity', 'Charity or voluntary group'), ('social_enterprise', 'Social enterprise'), ('university', 'University or college'), ('company', 'Company')], max_length=30)),
                ('aliases', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, size=None)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='people.organisation')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='people.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('member', 'Works there'), ('awards_lead', 'Awards lead')], max_length=12)),
                ('asked_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('granted_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='OrganisationCode',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('scheme', models.CharField(choices=[('ods', 'NHS organisation code (ODS)'), ('charity', 'Charity number'), ('company', 'Company number'), ('gss', 'GSS area code')], max_length=10)),
                ('code', models.CharField(max_length=40)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='people.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='OrganisationMerge',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('moved', models.JSONField(default=dict)),
                ('merged_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('merged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('merged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RegisterImport',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('ods_kind', models.CharField(blank=True, choices=[('nhs_provider', 'NHS provider'), ('integrated_care_board', 'Integrated care board'), ('primary_care', 'GP practice or primary care network'), ('council', 'Council'), ('government_body', "National or arm's-length body"), ('charity', 'Charity or voluntary group'), ('social_enterprise', 'Social enterprise'), ('university', 'University or college'), ('company', 'Company')], max_length=30)),
                ('content', models.BinaryField()),
                ('brought_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('state', models.CharField(choices=[('read', 'To be looked at'), ('storing', 'Being stored'), ('stored', 'Stored'), ('failed', 'Failed')], default='read', max_length=8)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('asked_at', models.DateTimeField(null=True)),
                ('stored_at', models.DateTimeField(null=True)),
                ('counts', models.JSONField(default=dict)),
                ('problems', models.JSONField(default=list)),
                ('brought_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='organisation_name_once'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('organisation', 'person', 'role'), name='membership_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='organisationcode',
            constraint=models.UniqueConstraint(models.F('scheme'), models.F('code'), name='organisation_code_once'),
        ),
    ]
