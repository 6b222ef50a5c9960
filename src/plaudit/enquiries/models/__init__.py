from plaudit.enquiries.models.desk import Desk
from plaudit.enquiries.models.enquiry import Enquiry, EnquiryMessage
from plaudit.enquiries.models.registration import InterestRegistration, RegistrationKind

__all__ = ["Desk", "Enquiry", "EnquiryMessage", "InterestRegistration", "RegistrationKind"]
