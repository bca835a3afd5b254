"""Our numbers as open data: the columns of the national upload file, and after them what they cannot say."""

from kith.insight.rules.figures import Figure

HEADINGS = (
    "area_code",
    "date_from",
    "date_to",
    "period_type",
    "sex",
    "age_from_years_inclusive",
    "age_to_years_inclusive",
    "deprivation_decile",
    "deprivation_category",
    "count",
    "value",
    "denominator",
    "lower_ci_95",
    "upper_ci_95",
    "lower_ci_99_8",
    "upper_ci_99_8",
    "state",
    "release",
    "released_on",
)
DECIMALS = 2


def feeding_row(area_code: str, figure: Figure) -> tuple[str, ...]:
    """One quarter: percentages of babies due, with nothing where the page shows nothing."""
    return (
        area_code,
        figure.quarter.first_day.isoformat(),
        figure.quarter.last_day.isoformat(),
        "financial_quarter",
        "persons",
        "0",
        "0",
        "",
        "",
        _count(figure.fed),
        *_value(figure),
        figure.state.value,
    )


def _count(count: int | None) -> str:
    return "" if count is None else str(count)


def _value(figure: Figure) -> tuple[str, ...]:
    if figure.of_due is None or figure.of_due_wide is None:
        return ("", _count(figure.due), "", "", "", "")
    near, wide = figure.of_due, figure.of_due_wide
    value, *limits = (
        f"{share * 100:.{DECIMALS}f}" for share in (near.value, near.lower, near.upper, wide.lower, wide.upper)
    )
    return (value, _count(figure.due), *limits)
