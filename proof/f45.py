"""F45: the journeys of each room once more, in other languages, with a script or without; and all that takes long.

The alarm: a journey that does not arrive, put beside them, is counted as failed.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from proof.figures import Outcome, figure
from proof.tested import tested
from testing.database import ROOT

THOROUGH = ("-m", "thorough")
PLANTED = """import pytest

@pytest.mark.thorough
def test_a_journey_that_does_not_arrive():
    assert False
"""


@figure("F45", claim="every room's journey in other languages, with a script and without; what else is marked thorough")
def run() -> Outcome:
    """Walk them all, and one that must fail."""
    walked, failed = tested(ROOT, *THOROUGH)
    with TemporaryDirectory() as folder:
        planted = Path(folder) / "test_planted.py"
        planted.write_text(PLANTED)
        control = tested(planted, *THOROUGH) == (1, 1)
    return Outcome(n=walked, failed=failed, control=control)
