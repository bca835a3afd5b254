#!/usr/bin/env bash
# A module in a folder without __init__.py reaches through the walls of import-linter, and the contract is reported kept.
#
# Versions: import-linter 2.16, grimp 3.19.
# Guess: such a module (Python imports it as part of a namespace package) is read, or the tool says that it was left out.
# Seen, with "high" above "low", exhaustive, and low/helpers/reach_up.py importing app.high:
#   folder without __init__.py   "Analyzed 5 files, 0 dependencies", floors KEPT, exit 0; the program runs the import
#   an import of it in low/use.py, itself in plain sight, is not an edge either: its target is unknown to the graph
#   a whole floor app/rogue without __init__.py is not noticed by "exhaustive"
#   one empty __init__.py added  floors BROKEN, exit 1
# Means: where contracts guard something, a second check must see that every folder with a .py file has an __init__.py
#   (ruff's INP001, or three lines in a test), and the number of files analysed must be compared with those on the disk.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq import-linter==2.16 grimp==3.19 || exit 2
cd "$work" && mkdir -p app/high app/low/helpers app/rogue
touch app/__init__.py app/high/__init__.py app/low/__init__.py
echo "FLOOR = 'high'" > app/high/a.py
echo "from app.high.a import FLOOR" > app/low/helpers/reach_up.py
echo "from app.low.helpers import reach_up" > app/low/use.py
echo "import app.high.a" > app/rogue/stray.py
cat > .importlinter <<'INI'
[importlinter]
root_package = app
[importlinter:contract:floors]
name = floors
type = layers
containers = app
layers =
    high
    low
exhaustive = true
INI
lint() { PYTHONPATH=. venv/bin/lint-imports --no-cache 2>&1 | grep -E "Analyzed|^floors (KEPT|BROKEN)|rogue" || true; }
ran=$(PYTHONPATH=. venv/bin/python -c "import app.low.use as use; print(use.reach_up.FLOOR)")
without=$(lint)
touch app/low/helpers/__init__.py
inside=$(lint)
mv app/low/helpers app/low/use.py "$work/"
touch app/rogue/__init__.py
stray=$(lint)
printf '%s\n' "at run time the low floor got: $ran" "-- no __init__.py:" "$without" "-- in low/helpers:" "$inside" \
    "-- in rogue:" "$stray"
[[ $ran == high && $without == *"0 dependencies"*KEPT && $without != *rogue* && $inside == *BROKEN* && $stray == *rogue* ]]
