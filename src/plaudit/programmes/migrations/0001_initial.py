import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import plaudit.kit.clock
import plaudit.kit.identifiers
import plaudit.programmes.models.edition
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CategoryGroup',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=120)),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=120)),
            ],
            options={
                'verbose_name_plural': 'criteria',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('slug', models.SlugField()),
                ('name', models.CharField(max_length=120)),
                ('strapline', models.CharField(blank=True, max_length=200)),
                ('introduction', models.TextField(blank=True)),
                ('how_it_works', models.TextField(blank=True)),
                ('judge_terms', models.TextField(blank=True)),
                ('time_zone', models.CharField(default='Europe/London', max_length=40)),
                ('accent_colour', models.CharField(default='#1F5C4A', max_length=7)),
                ('default_word_limit', models.PositiveSmallIntegerField(default=400)),
                ('grace_minutes', models.PositiveSmallIntegerField(default=0)),
                ('reminder_hours', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, default=plaudit.programmes.models.edition.default_reminder_hours, size=None)),
                ('confirmations_block', models.BooleanField(default=False)),
                ('allowed_file_kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=plaudit.programmes.models.edition.default_file_kinds, size=None)),
                ('largest_file_megabytes', models.PositiveSmallIntegerField(default=25)),
                ('most_files', models.PositiveSmallIntegerField(default=10)),
                ('readers_per_entry', models.PositiveSmallIntegerField(default=3)),
                ('opens_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
                ('judging_opens_at', models.DateTimeField()),
                ('judging_closes_at', models.DateTimeField()),
                ('ceremony_at', models.DateTimeField(blank=True, null=True)),
                ('venue', models.CharField(blank=True, max_length=200)),
                ('shows_judges', models.BooleanField(default=False)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=120)),
                ('organiser_name', models.CharField(max_length=120)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Category',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('slug', models.SlugField(max_length=80)),
                ('name', models.CharField(max_length=160)),
                ('purpose', models.CharField(blank=True, max_length=240)),
                ('is_new', models.BooleanField(default=False)),
                ('introduction', models.TextField(blank=True)),
                ('eligibility', models.TextField(blank=True)),
                ('award_partner', models.CharField(blank=True, max_length=120)),
                ('award_partner_url', models.URLField(blank=True)),
                ('whole_entry_word_limit', models.PositiveIntegerField(blank=True, null=True)),
                ('minimum_organisations', models.PositiveSmallIntegerField(default=1)),
                ('lead_kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), blank=True, default=list, size=None)),
                ('partner_kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), blank=True, default=list, size=None)),
                ('company_needs_public_body', models.BooleanField(default=False)),
                ('closes_at', models.DateTimeField(blank=True, null=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('source_text', models.TextField(blank=True)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='categories', to='programmes.categorygroup')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='categories', to='programmes.edition')),
            ],
            options={
                'verbose_name_plural': 'categories',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='CategoryCriterion',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('word_limit', models.PositiveIntegerField(blank=True, null=True)),
                ('weight', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
                ('weight_unit', models.CharField(blank=True, choices=[('percent', 'per cent'), ('points', 'points')], max_length=10)),
                ('is_scored', models.BooleanField(default=True)),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='programmes.category')),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='programmes.criterion')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='DiscountCode',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=30)),
                ('percent', models.PositiveSmallIntegerField()),
                ('most_uses', models.PositiveIntegerField(blank=True, null=True)),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='discount_codes', to='programmes.edition')),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Declaration',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('consent', 'People named have agreed'), ('publication', 'What may be published'), ('ai_tools', 'Use of AI tools'), ('authority', 'Authority to enter')], max_length=12)),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=500)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='declarations', to='programmes.edition')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.AddField(
            model_name='criterion',
            name='edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='programmes.edition'),
        ),
        migrations.AddField(
            model_name='categorygroup',
            name='edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='groups', to='programmes.edition'),
        ),
        migrations.CreateModel(
            name='EligibilityQuestion',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=300)),
                ('required_answer', models.BooleanField(default=True)),
                ('reason', models.CharField(max_length=300)),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='eligibility_questions', to='programmes.category')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='FeeBand',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=80)),
                ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), blank=True, default=list, size=None)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fee_bands', to='programmes.edition')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='FeePrice',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('amount', models.PositiveIntegerField()),
                ('from_at', models.DateTimeField(blank=True, null=True)),
                ('band', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prices', to='programmes.feeband')),
            ],
        ),
        migrations.CreateModel(
            name='FeeTerms',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('currency', models.CharField(default='GBP', max_length=3)),
                ('vat_percent', models.DecimalField(decimal_places=2, default=20, max_digits=4)),
                ('vat_number', models.CharField(blank=True, max_length=30)),
                ('seller', models.TextField(max_length=500)),
                ('pay_to', models.TextField(blank=True, max_length=500)),
                ('payment_days', models.PositiveSmallIntegerField(default=30)),
                ('takes_cards', models.BooleanField(default=False)),
                ('takes_orders', models.BooleanField(default=True)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='fee_terms', to='programmes.edition')),
            ],
        ),
        migrations.CreateModel(
            name='FrequentQuestion',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('question', models.CharField(max_length=200)),
                ('answer', models.TextField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='programmes.edition')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='programmes.programme'),
        ),
        migrations.CreateModel(
            name='Prompt',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prompts', to='programmes.categorycriterion')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='ScoreAnchor',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('value', models.PositiveSmallIntegerField()),
                ('meaning', models.CharField(max_length=300)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='score_anchors', to='programmes.edition')),
            ],
            options={
                'ordering': ['value'],
            },
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('director', 'Awards director'), ('entries', 'Entries, attendance and sponsorship'), ('media', 'Media and marketing'), ('judging', 'Judging and event management')], max_length=20)),
                ('added_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team_roles', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team', to='programmes.programme')),
            ],
        ),
        migrations.AddConstraint(
            model_name='categorycriterion',
            constraint=models.UniqueConstraint(models.F('category'), models.F('criterion'), name='criterion_once_per_category'),
        ),
        migrations.AddConstraint(
            model_name='categorycriterion',
            constraint=models.CheckConstraint(condition=models.Q(('weight__isnull', True), ('weight__gte', 0), _connector='OR'), name='weight_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='discountcode',
            constraint=models.UniqueConstraint(models.F('edition'), django.db.models.functions.text.Upper('code'), name='discount_code_once'),
        ),
        migrations.AddConstraint(
            model_name='discountcode',
            constraint=models.CheckConstraint(condition=models.Q(('percent__gte', 1), ('percent__lte', 100)), name='discount_percent'),
        ),
        migrations.AddConstraint(
            model_name='declaration',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('kind'), name='declaration_once_per_edition'),
        ),
        migrations.AddConstraint(
            model_name='criterion',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('name'), name='criterion_name_once'),
        ),
        migrations.AddConstraint(
            model_name='categorygroup',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('name'), name='group_name_once'),
        ),
        migrations.AddConstraint(
            model_name='category',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('slug'), name='category_slug_once'),
        ),
        migrations.AddConstraint(
            model_name='feeband',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('name'), name='fee_band_once'),
        ),
        migrations.AddConstraint(
            model_name='feeprice',
            constraint=models.UniqueConstraint(fields=('band', 'from_at'), name='fee_price_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='feeterms',
            constraint=models.CheckConstraint(condition=models.Q(('vat_percent__gte', 0), ('vat_percent__lt', 100)), name='fee_vat_percent'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(models.F('programme'), models.F('slug'), name='edition_slug_once'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('opens_at__lt', models.F('closes_at'))), name='edition_opens_before_it_closes'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('judging_opens_at__lt', models.F('judging_closes_at'))), name='judging_opens_before_it_closes'),
        ),
        migrations.AddConstraint(
            model_name='scoreanchor',
            constraint=models.UniqueConstraint(models.F('edition'), models.F('value'), name='score_anchor_once'),
        ),
        migrations.AddConstraint(
            model_name='scoreanchor',
            constraint=models.CheckConstraint(condition=models.Q(('value__lte', 10)), name='score_anchor_at_most_ten'),
        ),
        migrations.AddConstraint(
            model_name='teammember',
            constraint=models.UniqueConstraint(models.F('programme'), models.F('person'), models.F('role'), name='team_role_once'),
        ),
    ]
