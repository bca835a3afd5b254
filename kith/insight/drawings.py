"""The charts of the public page, made of its figures."""

from django.utils.translation import gettext as _

from kith.insight.charts import Chart, Spot, draw
from kith.insight.published import Series
from kith.insight.queries.feeding import Feeding
from kith.insight.rules.figures import Figure


def feeding_chart(feeding: Feeding, *, of_known: bool, is_mirrored: bool) -> Chart:
    """Per cent of babies by quarter, with England's line."""
    spots = [_feeding_spot(figure, of_known=of_known, is_first=at == 0) for at, figure in enumerate(feeding.figures)]
    return draw(spots, highest=100, reference=feeding.england.share * 100, is_mirrored=is_mirrored)


def series_chart(series: Series, *, is_mirrored: bool) -> Chart:
    """Published rates by period, with England's line where England's value was published beside the last."""
    spots = [
        Spot(
            _period(reading.period),
            reading.value,
            reading.interval.lower if reading.interval else None,
            reading.interval.upper if reading.interval else None,
        )
        for reading in series.readings
    ]
    return draw(spots, reference=series.last.england, is_joined=not series.has_counts, is_mirrored=is_mirrored)


def period_words(period: str) -> str:
    """A published period in the reader's language."""
    first, _to, last = period.partition(" to ")
    return _("%(first)s to %(last)s") % {"first": first, "last": last} if last else period


def _period(period: str) -> tuple[str, ...]:
    return (period_words(period),)


def _feeding_spot(figure: Figure, *, of_known: bool, is_first: bool) -> Spot:
    estimate = figure.of_known if of_known else figure.of_due
    quarter, year = figure.quarter.label.split(" ")
    label = (quarter, year[2:]) if is_first or figure.quarter.number == 1 else (quarter,)
    if estimate is None:
        return Spot(label, None)
    value, lower, upper = (share * 100 for share in (estimate.value, estimate.lower, estimate.upper))
    return Spot(label, value, lower, upper, figure.is_provisional)
