"""The outbox: announced events, and which listener has answered which."""

from typing import ClassVar

from django.db import models


class OutboxEvent(models.Model):
    """An announced event."""

    at = models.DateTimeField()
    name = models.CharField(max_length=80)
    payload = models.JSONField()


class OutboxDelivery(models.Model):
    """A listener has answered an event; the row exists exactly when the answer has committed."""

    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="deliveries")
    listener = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "listener"], name="outbox_answered_once"),
        ]
