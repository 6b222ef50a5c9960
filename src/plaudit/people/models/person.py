from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier


class PersonManager(BaseUserManager["Person"]):
    def with_email(self, email: str) -> Person:
        """Return the person with this address, whatever its case, made now if there is none."""
        person, _ = self.get_or_create(email=email.strip().lower())
        return person


class Person(AbstractBaseUser):
    """Somebody who can sign in. Known by an e-mail address; a password is never needed."""

    id = models.UUIDField(primary_key=True, default=new_identifier, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    job_title = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = PersonManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_once")]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """The name to show, or the address before one was given."""
        return self.name or self.email
