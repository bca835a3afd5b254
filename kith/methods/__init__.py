"""The published public-health methods, exact and fast: usable by anyone with NumPy and SciPy, without Django.

Every function takes plain numbers or arrays, says in its docstring which published formula it computes, and raises
a ValueError that names argument, position and rule for input it cannot use. Nothing is rounded: that is the
publisher's decision. Worked examples: docs/methods.md.
"""

from kith.methods.changes import Difference, compare, difference
from kith.methods.continuity import Continuity, bice_boxerman, clustered_proportion, continuity, usual_provider
from kith.methods.estimate import Estimate
from kith.methods.funnels import Funnel, funnel
from kith.methods.intervals import proportion, rate
from kith.methods.means import mean
from kith.methods.overdispersion import OverdispersedFunnel, overdispersed_funnel
from kith.methods.ranks import quantiles
from kith.methods.slope import SlopeIndex, sii, sii_many
from kith.methods.standardised import dsr, isr
from kith.methods.suppression.model import CannotProtect
from kith.methods.suppression.proportions import ProportionSuppression, suppress_proportion
from kith.methods.suppression.releases import small_changes
from kith.methods.suppression.remembered import hidden_counts, hidden_shares
from kith.methods.suppression.tables import Suppression, suppress
from kith.methods.trend import Trend, recent_trend
from kith.methods.xmr import XmR, xmr

__all__ = [
    "CannotProtect",
    "Continuity",
    "Difference",
    "Estimate",
    "Funnel",
    "OverdispersedFunnel",
    "ProportionSuppression",
    "SlopeIndex",
    "Suppression",
    "Trend",
    "XmR",
    "bice_boxerman",
    "clustered_proportion",
    "compare",
    "continuity",
    "difference",
    "dsr",
    "funnel",
    "hidden_counts",
    "hidden_shares",
    "isr",
    "mean",
    "overdispersed_funnel",
    "proportion",
    "quantiles",
    "rate",
    "recent_trend",
    "sii",
    "sii_many",
    "small_changes",
    "suppress",
    "suppress_proportion",
    "usual_provider",
    "xmr",
]
