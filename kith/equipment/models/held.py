"""What visitors ask for until it is shown that the e-mail or phone is theirs."""

from typing import Any, ClassVar

from django.db import models

from kith.equipment.rules.visiting import VisitorWish
from kith.groups.wishes import Wish, WishQuerySet


class PumpHold(Wish):
    """A visitor's wish for a pump; proved it becomes a request, whose key it then names. No pump is kept meanwhile."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[Any] = WishQuerySet.as_manager()

    class Meta(Wish.Meta):
        pass

    def __str__(self) -> str:
        return f"held wish for a pump {self.pk}"

    @property
    def asked(self) -> VisitorWish:
        """What was asked for and said; not there any more once it is a request or over."""
        return VisitorWish.of_said(self.said)
