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
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('reference', models.CharField(max_length=24, unique=True)),
                ('places_at_table', models.PositiveSmallIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('table_price', models.PositiveIntegerField()),
                ('place_price', models.PositiveIntegerField()),
                ('vat_percent', models.DecimalField(decimal_places=2, max_digits=4)),
                ('purchase_order', models.CharField(blank=True, max_length=60)),
                ('bill_to', models.TextField(blank=True, max_length=500)),
                ('booked_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('key', models.UUIDField(unique=True)),
                ('cancelled_at', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('booked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='table_bookings', to='people.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='BookingCancellation',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('cancelled_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('booking', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='cancellation', to='ceremony.booking')),
                ('cancelled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('stem', models.CharField(max_length=12, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('address', models.TextField(blank=True, max_length=500)),
                ('booking_opens_at', models.DateTimeField()),
                ('booking_closes_at', models.DateTimeField()),
                ('names_due_at', models.DateTimeField()),
                ('places_at_table', models.PositiveSmallIntegerField(default=10)),
                ('tables', models.PositiveSmallIntegerField()),
                ('most_places', models.PositiveIntegerField(blank=True, null=True)),
                ('currency', models.CharField(default='GBP', max_length=3)),
                ('table_price', models.PositiveIntegerField(default=0)),
                ('place_price', models.PositiveIntegerField(default=0)),
                ('vat_percent', models.DecimalField(decimal_places=2, default=20, max_digits=4)),
                ('vat_number', models.CharField(blank=True, max_length=30)),
                ('seller', models.TextField(blank=True, max_length=500)),
                ('pay_to', models.TextField(blank=True, max_length=500)),
                ('payment_days', models.PositiveSmallIntegerField(default=30)),
                ('terms', models.TextField(blank=True, max_length=4000)),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ceremony_event', to='programmes.edition')),
            ],
        ),
        migrations.CreateModel(
            name='BookingMovement',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('tables', models.IntegerField()),
                ('places', models.IntegerField()),
                ('number', models.PositiveIntegerField(null=True)),
                ('moved_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('key', models.UUIDField(unique=True)),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='ceremony.booking')),
                ('moved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='ceremony.event')),
            ],
            options={
                'ordering': ['moved_at', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='booking',
            name='event',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='ceremony.event'),
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('dietary', models.CharField(blank=True, max_length=300)),
                ('access', models.CharField(blank=True, max_length=300)),
                ('key', models.UUIDField(unique=True)),
                ('added_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guests', to='ceremony.booking')),
            ],
            options={
                'ordering': ['added_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='GuestChange',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('name_changed', models.BooleanField()),
                ('needs_changed', models.BooleanField()),
                ('changed_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guest_changes', to='ceremony.booking')),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['changed_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BookingPayment',
            fields=[
                ('id', models.UUIDField(default=plaudit.kit.identifiers.new_identifier, editable=False, primary_key=True, serialize=False)),
                ('amount', models.IntegerField()),
                ('note', models.CharField(blank=True, max_length=200)),
                ('recorded_at', models.DateTimeField(default=plaudit.kit.clock.now)),
                ('key', models.UUIDField(unique=True)),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='ceremony.booking')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['recorded_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='booking_payment_of_something')],
            },
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('booking_opens_at__lt', models.F('booking_closes_at'))), name='booking_opens_before_it_closes'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('places_at_table__gte', 1), ('tables__gte', 1)), name='event_has_a_table_with_a_place'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('vat_percent__gte', 0), ('vat_percent__lt', 100)), name='event_vat_percent'),
        ),
        migrations.AddConstraint(
            model_name='bookingmovement',
            constraint=models.UniqueConstraint(models.F('event'), models.F('number'), name='booking_paper_number_once'),
        ),
        migrations.AddConstraint(
            model_name='bookingmovement',
            constraint=models.CheckConstraint(condition=models.Q(('places', 0), ('tables', 0), _negated=True), name='movement_moves_something'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(models.F('event'), models.F('number'), name='booking_number_once'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True)), fields=('event', 'organisation'), name='one_live_booking_an_organisation'),
        ),
    ]
