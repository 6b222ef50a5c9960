"""NHS numbers, told from other ten-digit numbers."""

from __future__ import annotations

import re

WEIGHTS = range(10, 1, -1)
# NHS numbers in use begin with these; a CHI number begins with a birthday, and counts only with its label.
BEGINNINGS = frozenset("345679")
LABEL = re.compile(
    r"\b(?:NHS|CHI|H&C)\W*(?:number|no\.?|num\.?|ref\.?|#|is|was|\W)*$", re.IGNORECASE
)
OTHERWISE = re.compile(
    r"(?:ISBN(?:-10)?\W*|\+\s?\d{1,3}[\s\-()]*|[£$€#]\s?|[./\\=@]|\b(?:tel|phone|fax|call|invoice|order|"
    r"grant|award|orcid|doi|ISRCTN|NCT|account)\b\W*(?:number|no\.?|ref\.?)?\W*)$",
    re.IGNORECASE,
)


def has_check_digit(digits: str) -> bool:
    """Whether the tenth digit is the modulus 11 check digit of the nine before it.

    NHS Data Dictionary, "NHS NUMBER": weights 10 to 2, 11 minus the remainder; 11 stands for 0, and 10 is never issued.
    """
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=False))
    check = (11 - total % 11) % 11
    return len(digits) == 10 and check != 10 and check == int(digits[9])


def is_nhs_number(found: re.Match[str], text: str) -> bool:
    """Whether ten digits in the text are an NHS number, and not a telephone number, a book or an amount."""
    digits = re.sub(r"\D", "", found[0])
    if not has_check_digit(digits) or len(set(digits)) == 1:
        return False
    before = text[max(0, found.start() - 30) : found.start()]
    if LABEL.search(before):
        return True
    return digits[0] in BEGINNINGS and not OTHERWISE.search(before)
