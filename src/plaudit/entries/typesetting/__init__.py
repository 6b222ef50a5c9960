"""What the PDF of an entry says, and the template that sets it."""
