import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
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
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField(blank=True)),
                ('words', models.PositiveIntegerField(default=0)),
                ('document', models.BinaryField(default=bytes)),
                ('version', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(null=True)),
                ('is_stale', models.BooleanField(default=False)),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='programmes.categorycriterion')),
                ('saved_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(max_length=2000)),
                ('quote', models.CharField(blank=True, max_length=300)),
                ('key', models.UUIDField(unique=True)),
                ('written_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='entries.answer')),
                ('mentioned', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reply_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='entries.comment')),
                ('resolved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['written_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('reference', models.CharField(max_length=30, unique=True)),
                ('title', models.CharField(blank=True, max_length=120)),
                ('summary', models.TextField(blank=True)),
                ('details_version', models.PositiveIntegerField(default=0)),
                ('status', models.CharField(choices=[('draft', 'Not submitted'), ('submitted', 'Submitted'), ('withdrawn', 'Withdrawn')], default='draft', max_length=12)),
                ('what_is_new', models.TextField(blank=True)),
                ('start_key', models.UUIDField(null=True, unique=True)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('carried_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carried_to', to='entries.entry')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='programmes.category')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='programmes.edition')),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries_started', to=settings.AUTH_USER_MODEL)),
                ('submit_at_close_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'entries',
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='EligibilityAnswer',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('is_yes', models.BooleanField()),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='programmes.eligibilityquestion')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='eligibility_answers', to='entries.entry')),
            ],
        ),
        migrations.CreateModel(
            name='DeclarationAnswer',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('choice', models.CharField(choices=[('agreed', 'Yes, this is so'), ('all', 'The whole entry'), ('summary', 'The title and summary only'), ('nothing', 'Nothing'), ('no_tools', 'No AI tools were used'), ('wording', 'AI tools helped with wording only'), ('substance', 'AI tools drafted parts of the entry')], max_length=12)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('declared_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('declaration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='programmes.declaration')),
                ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='declaration_answers', to='entries.entry')),
            ],
        ),
        migrations.CreateModel(
            name='ContributorLink',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('level', models.CharField(choices=[('read', 'Can read'), ('comment', 'Can read and comment'), ('write', 'Can write'), ('submit', 'Can write and submit'), ('owner', 'Owner')], max_length=8)),
                ('token', models.CharField(default=plaudit.kit.identifiers.new_token, max_length=64, unique=True)),
                ('email_domain', models.CharField(blank=True, max_length=120)),
                ('made_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='entries.entry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ContributorInvitation',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254)),
                ('level', models.CharField(choices=[('read', 'Can read'), ('comment', 'Can read and comment'), ('write', 'Can write'), ('submit', 'Can write and submit'), ('owner', 'Owner')], max_length=8)),
                ('token', models.CharField(default=plaudit.kit.identifiers.new_token, max_length=64, unique=True)),
                ('invited_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('accepted_at', models.DateTimeField(null=True)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='entries.entry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Contributor',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('level', models.CharField(choices=[('read', 'Can read'), ('comment', 'Can read and comment'), ('write', 'Can write'), ('submit', 'Can write and submit'), ('owner', 'Owner')], max_length=8)),
                ('added_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to=settings.AUTH_USER_MODEL)),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='joined', to='entries.contributorlink')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributors', to='entries.entry')),
            ],
        ),
        migrations.CreateModel(
            name='CategoryMove',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('moved_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('from_category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.category')),
                ('moved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('to_category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.category')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='entries.entry')),
            ],
            options={
                'ordering': ['moved_at'],
            },
        ),
        migrations.CreateModel(
            name='CardPayment',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('provider_reference', models.CharField(max_length=80, unique=True)),
                ('amount', models.PositiveIntegerField()),
                ('quote', models.JSONField()),
                ('bill_to', models.TextField(blank=True, max_length=500)),
                ('begun_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='card_payments', to='entries.entry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('is_approved', models.BooleanField()),
                ('note', models.CharField(blank=True, max_length=300)),
                ('said_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='entries.entry')),
            ],
            options={
                'ordering': ['said_at'],
            },
        ),
        migrations.AddField(
            model_name='answer',
            name='entry',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='entries.entry'),
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('attachment', 'Attachment'), ('measure', 'Measure'), ('testimonial', 'Testimonial'), ('value', 'Value for money')], max_length=12)),
                ('title', models.CharField(max_length=200)),
                ('position', models.PositiveSmallIntegerField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('is_stale', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('removed_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='entries.entry')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('photo', 'Photo'), ('evidence', 'Evidence')], max_length=10)),
                ('file', models.FileField(max_length=200, upload_to='attachments/')),
                ('name', models.CharField(max_length=200)),
                ('content_type', models.CharField(max_length=80)),
                ('size', models.PositiveBigIntegerField()),
                ('page_count', models.PositiveIntegerField(null=True)),
                ('sha256', models.CharField(max_length=64)),
                ('scan', models.CharField(choices=[('not_needed', 'Not scanned'), ('checking', 'Checking for viruses'), ('clean', 'No virus found'), ('infected', 'A virus was found')], default='not_needed', max_length=10)),
                ('scan_note', models.CharField(blank=True, max_length=200)),
                ('scanned_at', models.DateTimeField(null=True)),
                ('added_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('removed_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='entries.entry')),
                ('evidence', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='entries.evidence')),
            ],
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('closes_at', models.DateTimeField()),
                ('reason', models.CharField(max_length=300)),
                ('granted_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('category', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='programmes.category')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='programmes.edition')),
                ('entry', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='entries.entry')),
                ('granted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['granted_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Extract',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('pages', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('findings', models.JSONField(default=list)),
                ('note', models.CharField(blank=True, max_length=120)),
                ('extracted_at', models.DateTimeField()),
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='extract', to='entries.attachment')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HintDismissal',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('fingerprint', models.CharField(max_length=40)),
                ('at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programmes.categorycriterion')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hint_dismissals', to='entries.entry')),
            ],
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('unit', models.CharField(blank=True, max_length=40)),
                ('direction', models.CharField(choices=[('up', 'Up is better'), ('down', 'Down is better'), ('neither', 'Neither: it is shown for context')], max_length=8)),
                ('baseline', models.DecimalField(decimal_places=6, max_digits=20, null=True)),
                ('baseline_period', models.CharField(blank=True, max_length=80)),
                ('target', models.DecimalField(decimal_places=6, max_digits=20, null=True)),
                ('target_period', models.CharField(blank=True, max_length=80)),
                ('result', models.DecimalField(decimal_places=6, max_digits=20, null=True)),
                ('result_period', models.CharField(blank=True, max_length=80)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('series', models.JSONField(blank=True, default=list)),
                ('changed_on', models.DateField(null=True)),
                ('change_note', models.CharField(blank=True, max_length=200)),
                ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='measure', to='entries.evidence')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OwnershipHandover',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('handed_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='entries.entry')),
                ('from_person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('handed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('to_person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PageWords',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('words', django.contrib.postgres.search.SearchVectorField()),
                ('extract', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='entries.extract')),
            ],
            options={
                'verbose_name_plural': 'page words',
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('lead', 'Lead organisation'), ('joint', 'Joint partner')], max_length=8)),
                ('position', models.PositiveSmallIntegerField()),
                ('credit_line', models.CharField(blank=True, max_length=240)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='entries.entry')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partnerships', to='people.organisation')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='PartnerConfirmation',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('snapshot', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('substance', models.CharField(max_length=64)),
                ('facts_are_right', models.BooleanField()),
                ('credit_is_right', models.BooleanField()),
                ('note', models.TextField(blank=True)),
                ('said_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='entries.entry')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='confirmations', to='entries.partner')),
            ],
            options={
                'ordering': ['said_at'],
            },
        ),
        migrations.CreateModel(
            name='PartnerRequest',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('token', models.CharField(default=plaudit.kit.identifiers.new_token, max_length=64, unique=True)),
                ('made_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('mailed_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('replaced_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='entries.partner')),
            ],
        ),
        migrations.CreateModel(
            name='PromptTick',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prompt_ticks', to='entries.entry')),
                ('prompt', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programmes.prompt')),
            ],
        ),
        migrations.CreateModel(
            name='Settlement',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('method', models.CharField(choices=[('free', 'Nothing to pay'), ('card', 'Card'), ('order', 'Purchase order')], max_length=5)),
                ('band_name', models.CharField(max_length=80)),
                ('currency', models.CharField(max_length=3)),
                ('price', models.PositiveIntegerField()),
                ('discount', models.PositiveIntegerField(default=0)),
                ('vat_percent', models.DecimalField(decimal_places=2, max_digits=4)),
                ('vat', models.PositiveIntegerField()),
                ('total', models.PositiveIntegerField()),
                ('number', models.PositiveIntegerField(null=True)),
                ('bill_to', models.TextField(blank=True, max_length=500)),
                ('purchase_order', models.CharField(blank=True, max_length=60)),
                ('settled_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('code', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='settlements', to='programmes.discountcode')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='settlements', to='programmes.edition')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='settlement', to='entries.entry')),
                ('settled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('amount', models.PositiveIntegerField()),
                ('provider_reference', models.CharField(blank=True, max_length=80)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('received_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('settlement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='entries.settlement')),
            ],
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('reference', models.CharField(max_length=40, unique=True)),
                ('snapshot', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('key', models.UUIDField(unique=True)),
                ('submitted_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('is_automatic', models.BooleanField(default=False)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='entries.entry')),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Reception',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('is_in_order', models.BooleanField()),
                ('note', models.CharField(blank=True, max_length=500)),
                ('checked_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receptions', to='entries.entry')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receptions', to='entries.submission')),
            ],
            options={
                'ordering': ['checked_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Testimonial',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField()),
                ('name', models.CharField(blank=True, max_length=120)),
                ('role', models.CharField(blank=True, max_length=120)),
                ('organisation', models.CharField(blank=True, max_length=200)),
                ('audience', models.CharField(choices=[('judges', 'Judges only'), ('public', 'May be published')], default='judges', max_length=8)),
                ('consent_from', models.CharField(blank=True, max_length=120)),
                ('consent_method', models.CharField(blank=True, max_length=200)),
                ('consented_on', models.DateField(null=True)),
                ('consent_recorded_at', models.DateTimeField(null=True)),
                ('consent_recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='testimonial', to='entries.evidence')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('photo', 'Photo'), ('evidence', 'Evidence')], max_length=10)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('name', models.CharField(max_length=200)),
                ('size', models.PositiveBigIntegerField()),
                ('received', models.PositiveBigIntegerField(default=0)),
                ('key', models.UUIDField()),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('touched_at', models.DateTimeField(db_index=True, default=plaudit.kit.clock.now)),
                ('attachment', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='upload', to='entries.attachment')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uploads', to='entries.entry')),
                ('evidence', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='entries.evidence')),
            ],
        ),
        migrations.CreateModel(
            name='UploadPart',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('offset', models.PositiveBigIntegerField()),
                ('size', models.PositiveBigIntegerField()),
                ('file', models.FileField(max_length=200, upload_to='uploads/')),
                ('upload', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='entries.upload')),
            ],
            options={
                'ordering': ['offset'],
            },
        ),
        migrations.CreateModel(
            name='Value',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('period', models.CharField(blank=True, max_length=80)),
                ('months', models.PositiveSmallIntegerField(null=True)),
                ('assumptions', models.TextField(blank=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='value', to='entries.evidence')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ValueLine',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('staff', 'Staff time'), ('cost', 'Other cost'), ('cash', 'Cash-releasing saving'), ('capacity', 'Saving that does not release cash')], max_length=8)),
                ('position', models.PositiveSmallIntegerField()),
                ('description', models.CharField(max_length=200)),
                ('hours', models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ('rate', models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=16)),
                ('value', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='entries.value')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('withdrawn_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to='entries.entry')),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='entries.submission')),
                ('withdrawn_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AnswerUpdate',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField()),
                ('at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('source', models.CharField(choices=[('typed', 'Typed'), ('posted', 'Posted'), ('word', 'From a Word file'), ('restored', 'Restored'), ('carried', 'Carried over')], max_length=8)),
                ('data', models.BinaryField()),
                ('answer', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='updates', to='entries.answer')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['version'],
                'constraints': [models.UniqueConstraint(models.F('answer'), models.F('version'), name='answer_update_once')],
            },
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['edition', 'status'], name='entry_by_status'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('number'), name='entry_number_once'),
        ),
        migrations.AddConstraint(
            model_name='eligibilityanswer',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('question'), name='eligibility_answer_once'),
        ),
        migrations.AddConstraint(
            model_name='declarationanswer',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('declaration'), name='declaration_answer_once'),
        ),
        migrations.AddConstraint(
            model_name='contributor',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('person'), name='contributor_once_per_entry'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('criterion'), name='answer_once_per_criterion'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('number'), name='evidence_number_once'),
        ),
        migrations.AddIndex(
            model_name='attachment',
            index=models.Index(condition=models.Q(('scan', 'checking')), fields=['added_at'], name='attachment_to_be_scanned'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'photo'), ('removed_at__isnull', True)), fields=('entry',), name='one_photo_of_an_entry'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('evidence',), name='one_file_of_a_piece_of_evidence'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('evidence__isnull', True), ('kind', 'photo')), models.Q(('evidence__isnull', False), ('kind', 'evidence')), _connector='OR'), name='evidence_has_a_number_and_the_photo_none'),
        ),
        migrations.AddConstraint(
            model_name='extension',
            constraint=models.CheckConstraint(condition=models.Q(('category__isnull', True), ('entry__isnull', True), _connector='OR'), name='extension_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='hintdismissal',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('criterion'), models.F('fingerprint'), name='hint_dismissed_once'),
        ),
        migrations.AddIndex(
            model_name='pagewords',
            index=django.contrib.postgres.indexes.GinIndex(fields=['words'], name='page_words_searched'),
        ),
        migrations.AddConstraint(
            model_name='pagewords',
            constraint=models.UniqueConstraint(models.F('extract'), models.F('number'), name='page_words_once'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('organisation'), name='partner_once_per_entry'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.UniqueConstraint(condition=models.Q(('role', 'lead')), fields=('entry',), name='one_lead_per_entry'),
        ),
        migrations.AddIndex(
            model_name='partnerconfirmation',
            index=models.Index(fields=['partner', '-said_at'], name='confirmation_latest'),
        ),
        migrations.AddConstraint(
            model_name='partnerrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('replaced_at__isnull', True)), fields=('partner',), name='one_request_of_a_partner'),
        ),
        migrations.AddConstraint(
            model_name='prompttick',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('prompt'), name='prompt_ticked_once'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('number'), name='invoice_number_once'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('method', 'free'), ('number__isnull', True), ('total', 0)), models.Q(models.Q(('method', 'free'), _negated=True), ('number__isnull', False)), _connector='OR'), name='invoice_where_something_is_due'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.UniqueConstraint(condition=models.Q(('provider_reference', ''), _negated=True), fields=('provider_reference',), name='payment_once_per_reference'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('number'), name='submission_number_once'),
        ),
        migrations.AddConstraint(
            model_name='upload',
            constraint=models.UniqueConstraint(models.F('entry'), models.F('by'), models.F('key'), name='upload_once'),
        ),
        migrations.AddConstraint(
            model_name='uploadpart',
            constraint=models.UniqueConstraint(models.F('upload'), models.F('offset'), name='upload_part_once'),
        ),
        migrations.AddConstraint(
            model_name='valueline',
            constraint=models.UniqueConstraint(models.F('value'), models.F('position'), name='value_line_position_once'),
        ),
    ]
