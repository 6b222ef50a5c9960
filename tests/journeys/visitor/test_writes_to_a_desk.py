"""A visitor writes to a desk, is answered by mail, and answers back, all without an account."""

from __future__ import annotations

from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest

ADDRESS = "percival@hillfoot.example"
SUBJECT = "A ramp at the Corn Hall"
QUESTION = "My colleague uses a wheelchair. Is there a ramp to the stage as well as to the hall?"
ANSWER = "There is one to each. I will meet you both at the side door."
THANKS = "Then we shall all three be early. Thank you."


def test_a_question_is_asked_and_answered(somebody: Opener) -> None:
    visitor = somebody()
    chooses_the_desk(visitor)
    forgets_their_address(visitor)
    sends_it(visitor)

    desk = somebody()
    desk.becomes("entries desk")
    desk.follows("Common Ground Awards")
    answers(desk)

    visitor = somebody(width=400)
    reads_the_answer(visitor)
    sees_that_it_was_heard(desk)


def chooses_the_desk(visitor: Guest) -> None:
    visitor.reads_of_the_awards()
    visitor.follows("Contact", exact=True)
    visitor.is_on("Contact")
    visitor.follows("Entries, attendance and sponsorship")
    visitor.is_on("Entries, attendance and sponsorship")


def forgets_their_address(visitor: Guest) -> None:
    """A form that is sent back holds everything that was typed."""
    visitor.writes("Your name", "Percival Stanhope-Eze")
    visitor.writes("Subject", SUBJECT)
    visitor.writes("Your message", QUESTION)
    visitor.presses("Send", exact=True)
    visitor.sees("There is a problem")
    visitor.sees_link("Enter your email address.")
    assert visitor.page.title().startswith("Error: ")
    visitor.sees_in_field("Your name", "Percival Stanhope-Eze")
    visitor.sees_in_field("Subject", SUBJECT)
    visitor.sees_in_field("Your message", QUESTION)


def sends_it(visitor: Guest) -> None:
    visitor.writes("Your email address", ADDRESS)
    visitor.presses("Send", exact=True)
    visitor.is_on(SUBJECT)
    visitor.sees("We have your message and will answer by mail.")
    assert QUESTION not in visitor.mail(ADDRESS, "We have your message")
    assert QUESTION in visitor.mail("entries@larkfield.example", SUBJECT)


def answers(desk: Guest) -> None:
    desk.follows("Enquiries", exact=True)
    desk.follows(SUBJECT)
    desk.sees(QUESTION)
    desk.writes("Your reply", ANSWER)
    desk.presses("Send the reply")
    desk.sees("Your reply is in the outbox")


def reads_the_answer(visitor: Guest) -> None:
    """Opened on another device, from the mail alone."""
    visitor.goes_to(visitor.link_in_mail(ADDRESS, "Answer from", "/enquiries/"))
    visitor.is_on(SUBJECT)
    visitor.sees("The desk has answered: you can write back below.")
    visitor.sees(ANSWER)
    visitor.writes("Your message", THANKS)
    visitor.presses("Send", exact=True)
    visitor.sees(THANKS)


def sees_that_it_was_heard(desk: Guest) -> None:
    desk.follows("Enquiries", exact=True)
    desk.follows("Show those that wait for a reply")
    desk.follows(SUBJECT)
    desk.sees(THANKS)
