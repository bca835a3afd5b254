"""Who to call. Funding and hours of helplines change every year, so they are data that the place edits."""

from typing import ClassVar

from django.db import models


class Way(models.TextChoices):
    """How a helpline is reached."""

    CALL = "call"
    TEXT = "text"


class Helpline(models.Model):
    """A number, what for, when it is answered, and whether a person or a machine answers."""

    name = models.CharField(max_length=120)
    number = models.CharField(max_length=20)
    purpose = models.JSONField(default=dict)
    hours = models.JSONField(default=dict)
    source = models.CharField(max_length=200)
    owner = models.CharField(max_length=120)
    review_on = models.DateField()
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.CALL)
    is_automatic = models.BooleanField(default=False)
    source_url = models.URLField(max_length=300, blank=True)
    # When the source last said so; hours are shown with this day until the place has confirmed them.
    stated_on = models.DateField(null=True, blank=True)
    # Empty until somebody here has called the number or read it on the service's own page.
    confirmed_on = models.DateField(null=True, blank=True)
    is_shown = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering: ClassVar = ["position", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["number"], name="helpline_once"),
            models.CheckConstraint(condition=models.Q(way__in=Way.values), name="helpline_way_is_known"),
            models.CheckConstraint(
                condition=models.Q(source_url="") | models.Q(source_url__startswith="https://"),
                name="helpline_source_is_a_link",
            ),
        ]

    def __str__(self) -> str:
        return self.name
