"""What the library shows of the place's plan: how much of the advice has been looked at in time."""

from kith.kernel import clock
from kith.library.models.statements import Statement


def advice_counts() -> tuple[int, int]:
    """How many answers of the library stand, and how many of them are past their review."""
    rows = Statement.objects.filter(withdrawn_at__isnull=True)
    return rows.count(), rows.filter(review_by__lt=clock.today()).count()
