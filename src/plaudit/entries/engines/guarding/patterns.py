from __future__ import annotations

import re

TEN_DIGITS = re.compile(
    r"(?<![\d,])(?<!\d[.\-])(?:\d{3}([ \u00a0\u2009\u202f\-\u2011\u2013]?)\d{3}\1\d{4})(?![\d%])(?![.,\-]\d)"
)
HOSPITAL_NUMBER = re.compile(
    r"\b(?:MRN|(?:hospital|hosp|patient|unit|case[ -]?note|medical record|health record|PAS|RiO|district)"
    r"[ .]{0,2}(?:number|num|no|ref|reference|ID|identifier)\b)"
    r"(?:\s?(?:number|no))?[\s.,:#=(]{0,4}(?:(?:is|was)\s)?(?P<number>[A-Z]{0,3}[ \-]?\d[\d/\-]{3,11}[A-Z]?)\b",
    re.IGNORECASE,
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_FIGURES = r"(?:(?:0?[1-9]|[12]\d|3[01])[./\-](?:0?[1-9]|1[0-2])[./\-](?:(?:19|20)\d\d|\d\d)(?!\d))"
_DATE = (
    rf"(?P<date>{_FIGURES}|(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\.?,?\s(?:19|20)\d\d"
    rf"|(?:0?[1-9]|[12]\d|3[01])[\-\u2011/]{_MONTH}[\-\u2011/](?:(?:19|20)\d\d|\d\d)(?!\d))"
)
_TITLE = r"(?:Mrs?|Ms|Miss|Mx|Master|Baby|[Pp]atient|[Rr]esident|[Cc]lient)"
# Names of all the alphabets that write in Latin letters: Siân, O’Hara, Müller, Łukasz.
_CAPITAL, _SMALL = r"A-ZÀ-ÖØ-Þ\u0100-\u017f", r"a-zß-öø-ÿ\u0100-\u017f"
_NAME = rf"[{_CAPITAL}][{_SMALL}'’\-]{{1,20}}[{_CAPITAL}{_SMALL}]*"
_INITIAL = rf"(?<![{_CAPITAL}]\.)[{_CAPITAL}]\."

BORN_ON = re.compile(
    r"\b(?:D\.?O\.?B\.?|date of birth|birth ?date|born(?: on)?)[\s:=(\-–]{0,4}(?:(?:is|was|on)\s)?"
    + _DATE,
    re.IGNORECASE,
)
TITLED_AND_DATE = re.compile(
    rf"\b{_TITLE}\.?\s(?:(?:{_NAME}|{_INITIAL})\s?){{0,2}}{_NAME}[\s,(:;–\-]{{1,4}}{_DATE}"
)
NAME_AND_DATE = re.compile(
    rf"\b(?:{_NAME}\s|{_INITIAL}\s?|[{_CAPITAL}'’\-]{{3,21}},\s){_NAME}[ ,(:;–\-]{{1,3}}"
    r"(?P<date>(?:0?[1-9]|[12]\d|3[01])[./\-](?:0?[1-9]|1[0-2])[./\-](?:19\d\d|200\d|201\d)(?!\d))"
)

EMAIL = re.compile(
    r"(?<![\w.+\-])(?P<local>[A-Za-z0-9](?:[\w.+\-]{0,62}[\w])?)@(?:[A-Za-z0-9\-]{1,63}\.){1,6}[A-Za-z]{2,24}\b"
)
SHARED_MAILBOXES = frozenset(
    """
    admin appointments awards board booking bookings care charity comms communications community complaints
    contact contactus corporate customer customerservices desk dpo education engagement enquiries enquiry
    entries events experience feedback finance foi foundation fundraising hello help helpdesk hotline hr ig
    info information innovation inquiries involvement library mail mailbox marketing media membership news
    newsletter office pals partnership partnerships post postmaster press pressoffice privacy procurement
    programme project quality reception recruitment referral referrals reply research safeguarding sales
    screening secretariat secretary service services sponsorship support switchboard team training
    transformation volunteer volunteering volunteers webmaster wellbeing
    """.split()  # noqa: SIM905
)
MOBILE = re.compile(
    r"(?<![\d.,/\-])(?:\+44[\s\-]?(?:\(0\)\s?)?|0044[\s\-]?|0)7\d{3}[\s\-]?\d{3}[\s\-]?\d{3}(?!\d)"
    r"|(?<![\d.,/\-])(?:\+44[\s\-]?(?:\(0\)\s?)?|0)7\d{2}[\s\-]\d{4}[\s\-]?\d{3}(?!\d)"
)
LANDLINE = re.compile(
    r"(?<![\d.,/\-])(?:\+44[\s\-]?(?:\(0\)\s?)?|\(?0)[12]\d{1,4}\)?[\s\-]?\d{3,4}[\s\-]?\d{3,4}(?!\d)"
)
SOMEBODYS_OWN = re.compile(
    r"\b(?:home|my|his|her|their|own|personal|private|patient['’]?s?|mother|father|daughter|son|wife|"
    r"husband|carer|next of kin|Mrs?|Ms|Miss)\b[^.!?\n]*$",
    re.IGNORECASE,
)
_STREET = (
    r"\d{1,4}[A-Za-z]?,?\s(?:[A-Z][A-Za-z'’\-]{1,20}\s){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|"
    r"Court|Crescent|Gardens|Grove|Place|Terrace|Walk|Hill|Green|View|Rise|Row)\b"
)
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b"
HOME = re.compile(
    rf"(?:\b(?:lives?|lived|living|resid(?:es|ed|ing)|stays?|home address|home is|patient lives|Mrs?\.?|Ms|Miss)\b)"
    rf"[^.!?\n]{{0,60}}?(?P<address>{_STREET}(?:[^.!?\n]{{0,60}}?{_POSTCODE})?|{_POSTCODE})"
)
