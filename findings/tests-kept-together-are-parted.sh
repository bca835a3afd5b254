#!/usr/bin/env bash
# Tests that are marked to run in one process are shared out all the same: pytest 9.2 does not keep what xdist adds to a name.
#
# Versions: pytest-xdist 3.8.0 (the newest) with pytest 9.1.1 and with pytest 9.2.0, Python 3.11.
# Guess: `@pytest.mark.xdist_group("one")` with `-n 2 --dist loadgroup` keeps six tests in one process with either pytest;
#   xdist 3.8.0 asks for pytest 7 or later, and pip installs the two together without a word.
# Seen: with 9.1.1 the six run in one process; with 9.2.0 in two. No error, no warning, and every test passes.
#   xdist writes "@one" behind the test's name into a private attribute; 9.2 makes the name from another, and the mark is
#   never seen by whoever shares the tests out.
# Means: tests that were put together because they share a server, a folder or a counter run at the same time since the
#   upgrade, and fail now and then. A test of the grouping itself (which process ran it?) would have told at once; a scheduler
#   of one's own (`pytest_xdist_make_scheduler`) that looks at file names does not need the mark.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

cat > "$work/test_together.py" <<'PY'
import os
import time

import pytest


@pytest.mark.xdist_group("one")
@pytest.mark.parametrize("number", range(6))
def test_together(number, tmp_path_factory):
    (tmp_path_factory.getbasetemp().parent / f"ran_{number}_{os.environ['PYTEST_XDIST_WORKER']}").touch()
    time.sleep(0.3)
PY

processes_with() {
    python3 -m venv "$work/venv_$1"
    "$work/venv_$1/bin/pip" install -qq "pytest==$1" pytest-xdist==3.8.0 || exit 2
    (cd "$work" && "$work/venv_$1/bin/python" -m pytest -q -n 2 --dist loadgroup -p no:cacheprovider \
        --basetemp="$work/ran_$1" test_together.py > "$work/said_$1") || { cat "$work/said_$1" >&2; exit 1; }
    find "$work/ran_$1" -name 'ran_*_gw*' -printf '%f\n' | sed 's/.*_//' | sort -u | wc -l
}

before=$(processes_with 9.1.1)
now=$(processes_with 9.2.0)
echo "six tests of one group ran in $before process(es) with pytest 9.1.1 and in $now with pytest 9.2.0"
[ "$before" = 1 ] && [ "$now" = 2 ] || { echo "this has changed"; exit 1; }
