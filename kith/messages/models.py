"""Messages and what became of them, private to this room."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.families.rules.codes import Purpose
from kith.kernel.ids import OrganisationId
from kith.messages.rules import SENDING, Channel, SendingState, Word
from kith.platform.codes import CodeField
from kith.platform.steps import Step


class Message(models.Model):
    """One e-mail or text to one address; its words are made when it is sent."""

    kind = models.SlugField(max_length=40)
    channel = CodeField(Channel)
    address = models.CharField(max_length=254)
    language = models.CharField(max_length=10)
    family = models.ForeignKey("families.Family", on_delete=models.PROTECT, related_name="+", null=True)
    facts = models.JSONField(default=dict)
    calendar = models.TextField(blank=True)
    # Empty where no consent is needed, as for the confirmation of what somebody booked herself.
    agreed_organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    agreed_purpose = models.CharField(max_length=20, blank=True)
    dedupe_key = models.CharField(max_length=120, unique=True)
    queued_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(address=""), name="message_goes_somewhere"),
            models.CheckConstraint(
                condition=Q(agreed_organisation__isnull=True, agreed_purpose="")
                | (Q(agreed_organisation__isnull=False, family__isnull=False) & ~Q(agreed_purpose="")),
                name="message_word_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"

    @property
    def word(self) -> Word | None:
        """The consent by which it goes out, if it goes by one."""
        if self.agreed_organisation_id is None:
            return None
        return Word(OrganisationId(self.agreed_organisation_id), Purpose(self.agreed_purpose))

    def states_so_far(self) -> list[SendingState]:
        """How far it has come, the latest state last."""
        return [each.state for each in sorted(self.states.all(), key=lambda each: each.pk)]


class MessageState(Step):
    """A step of a message's way."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="states")
    state = CodeField(SendingState)
    why = models.CharField(max_length=80, blank=True)
    provider_reference = models.CharField(max_length=200, blank=True)

    machine = SENDING

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["message"], condition=Q(state="sent"), name="message_sent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.state} of message {self.message_id}"
