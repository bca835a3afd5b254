"""What insight shows of the place's plan, and brings to the papers: released numbers with how sure one can be."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.insight.queries.released import our_numbers, releases
from kith.insight.rules.figures import Change, ChangeWord, Figure, State
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine
from kith.showing.papers import Block, Words


def numbers_released(viewer: Viewer, _lang: str) -> EvidenceLine:
    """Up to which quarter feeding at six to eight weeks is public."""
    rows = releases(viewer)
    if not rows:
        return EvidenceLine(_("No quarter of feeding at 6 to 8 weeks is released yet"), is_gap=True)
    newest = max(row.quarter for row in rows)
    words = _("Feeding at 6 to 8 weeks is released up to %(quarter)s") % {"quarter": newest.label}
    return EvidenceLine(words, reverse("our-numbers"))


def impact(viewer: Viewer, lang: str) -> Iterable[Block]:
    """The newest released quarter and the change since the first one, each with its interval."""
    feeding = our_numbers(viewer).feeding
    published = [figure for figure in feeding.figures if figure.state is State.PUBLISHED]
    if published and (words := _newest(published[-1])):
        yield Words(words, lang)
    if feeding.change:
        yield Words(_changed(feeding.change), lang)


def _newest(figure: Figure) -> str:
    if figure.of_due is None or figure.fed is None or figure.due is None:
        return ""
    said = {
        "quarter": figure.quarter.label,
        "fed": formats.number(figure.fed),
        "due": formats.number(figure.due),
    }
    words = _("In %(quarter)s, %(fed)s of the %(due)s babies due were totally or partially breastfed:") % said
    sure = _("%(figure)s (95%% interval %(lower)s to %(upper)s)") % {
        "figure": formats.percent(figure.of_due.value),
        "lower": formats.percent(figure.of_due.lower),
        "upper": formats.percent(figure.of_due.upper),
    }
    return f"{words} {sure}."


def _changed(change: Change) -> str:
    period = {"first": change.first.quarter.label, "last": change.last.quarter.label}
    by = (formats.number(each * 100, 1) for each in (change.by.value, change.by.lower, change.by.upper))
    said = dict(zip(("by", "lower", "upper"), by, strict=True))
    between = _("(difference %(by)s percentage points, 95%% interval %(lower)s to %(upper)s)") % said
    words = {
        ChangeWord.ROSE: _("the share rose by more than chance explains"),
        ChangeWord.FELL: _("the share fell by more than chance explains"),
        ChangeWord.NOT_CLEAR: _("no clear change: chance alone could explain the difference"),
    }[change.word]
    return f"{_('From %(first)s to %(last)s') % period}: {words} {between}. {_('Two quarters are not a trend.')}"
