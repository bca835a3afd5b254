"""How each baby is fed at each milestone."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.feeding.rules.statuses import WINDOWS, Feeding, FirstFeed, Milestone, SkinToSkin, Source
from kith.platform.answers import IS_CURRENT, Answered, one_current
from kith.platform.codes import CodeField


class FeedingStatus(Answered):
    """An answer to how a baby is fed at a milestone. A correction is a new row; the current one counts."""

    question: ClassVar = ("baby", "milestone")
    says: ClassVar = ("status", "asked_on", "source", "first_feed", "skin_to_skin")

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    milestone = CodeField(Milestone)
    status = CodeField(Feeding)
    source = CodeField(Source, default=Source.UNSTATED)
    first_feed = CodeField(FirstFeed, blank=True)
    skin_to_skin = CodeField(SkinToSkin, blank=True)
    due_on = models.DateField()
    asked_on = models.DateField()
    recorded_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        verbose_name_plural = "feeding statuses"
        indexes: ClassVar = [
            models.Index(
                fields=["milestone", "due_on", "status"],
                name="feeding_by_due_day",
                condition=IS_CURRENT,
            ),
        ]
        constraints: ClassVar = [
            one_current("baby", "milestone", name="feeding_one_current"),
            models.CheckConstraint(
                condition=Q(first_feed="")
                | Q(
                    *[
                        Q(milestone=Milestone.FIRST_FEED.value, first_feed=code.value, status=code.status.value)
                        for code in FirstFeed
                    ],
                    _connector=Q.OR,
                ),
                name="feeding_first_feed_is_its_status",
            ),
            models.CheckConstraint(
                condition=Q(skin_to_skin="")
                | Q(milestone=Milestone.FIRST_FEED.value, skin_to_skin__in=[each.value for each in SkinToSkin]),
                name="feeding_skin_to_skin_at_first_feed",
            ),
            models.CheckConstraint(
                condition=Q(
                    *[
                        Q(
                            milestone=milestone.value,
                            asked_on__gte=F("due_on") - timedelta(days=window.due - window.opens),
                            asked_on__lte=F("due_on") + timedelta(days=window.closes - window.due),
                        )
                        for milestone, window in WINDOWS.items()
                    ],
                    _connector=Q.OR,
                ),
                name="feeding_asked_in_its_window",
            ),
            models.CheckConstraint(
                condition=Q(recorded_at__date__gte=F("asked_on")), name="feeding_recorded_after_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"feeding status {self.pk}"
