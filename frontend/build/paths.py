"""Where the build reads and writes."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
NODE_MODULES = FRONTEND / "node_modules"
LOCK = FRONTEND / "package-lock.json"
STYLES = FRONTEND / "scss"
OWN_FILES = ROOT / "kith/platform/ui/static"
BUILT = ROOT / "kith/static/built"
NODE_REQUIREMENTS = ROOT / "requirements/node.txt"
# Only tests use axe: it is read from here and never copied to what is served.
AXE = NODE_MODULES / "axe-core/axe.min.js"
