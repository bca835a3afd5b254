"""Who to call. Funding and hours of helplines change every year, so they are data that the place edits."""

from typing import ClassVar

from django.db import models


class Helpline(models.Model):
    """A number that a person answers, what for, and when."""

    name = models.CharField(max_length=120)
    number = models.CharField(max_length=20)
    purpose = models.JSONField(default=dict)
    hours = models.JSONField(default=dict)
    source = models.CharField(max_length=200)
    owner = models.CharField(max_length=120)
    review_on = models.DateField()
    # Empty until somebody here has called the number or read it on the service's own page.
    confirmed_on = models.DateField(null=True, blank=True)
    is_shown = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering: ClassVar = ["position", "name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["number"], name="helpline_once")]

    def __str__(self) -> str:
        return self.name
