from plaudit.ceremony.models.booking import Booking, BookingCancellation, BookingMovement
from plaudit.ceremony.models.event import Event
from plaudit.ceremony.models.guest import Guest, GuestChange
from plaudit.ceremony.models.payment import BookingPayment

__all__ = [
    "Booking",
    "BookingCancellation",
    "BookingMovement",
    "BookingPayment",
    "Event",
    "Guest",
    "GuestChange",
]
