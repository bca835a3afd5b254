"""Check what may import what: the contracts of pyproject.toml, and those that follow from the rooms' folders.

Each room gets a straight line inside, and a wall around its tables; a new folder needs nothing but a floor.
"""

import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LINE = ["(sections) | (urls)", "(views)", "(forms) | (jobs)", "(actions) | (queries)", "(models)", "(events) | (rules)"]
# They stand below the rooms or above them, and have layers of their own.
NOT_ROOMS = {"config", "demonstration", "imports", "kernel", "methods", "platform", "walls"}


def rooms(root: Path = ROOT) -> list[str]:
    """The folders of ``kith`` that are rooms, by name."""
    folders = (path.parent.name for path in (root / "kith").glob("*/__init__.py"))
    return sorted(set(folders) - NOT_ROOMS - {"locale", "static"})


def contracts(root: Path = ROOT) -> dict[str, Any]:
    """The settings of the import linter for the rooms that are there."""
    settings: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    found = rooms(root)
    line = {
        "name": "Inside a room: one straight line",
        "type": "layers",
        "containers": [f"kith.{room}" for room in found],
        "layers": LINE,
    }
    walls = [
        {
            "name": f"The tables of {room} are read and written in {room} alone",
            "type": "protected",
            "protected_modules": [f"kith.{room}.models"],
            "allowed_importers": [f"kith.{room}"],
        }
        for room in found
        if (root / "kith" / room / "models").is_dir() or (root / "kith" / room / "models.py").exists()
    ]
    return {**settings, "contracts": [*settings["contracts"], line, *walls]}


def written(settings: dict[str, Any]) -> str:
    """The settings as a file that the import linter reads."""
    own = {name: value for name, value in settings.items() if name != "contracts"}
    lines = ["[tool.importlinter]", *(f"{name} = {_value(value)}" for name, value in own.items())]
    for contract in settings["contracts"]:
        lines += ["", "[[tool.importlinter.contracts]]"]
        lines += [f"{name} = {_value(value)}" for name, value in contract.items()]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"'


def main() -> int:
    """Check them all; 0 where every wall stands."""
    from importlinter.cli import lint_imports  # noqa: PLC0415  # the lists above are read without the locked packages

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "importlinter.toml"
        path.write_text(written(contracts()), "utf-8")
        return lint_imports(config_filename=str(path), cache_dir=str(ROOT / ".import_linter_cache"))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
