"""The three groups of files in which an error costs most: rules, the access gate, disclosure control."""

from testing.machine import ROOT

GROUPS = {
    "rules": ("kith/*/rules.py", "kith/*/rules/*.py"),
    "access": ("kith/platform/access/*.py",),
    "suppress": ("kith/methods/suppression/*.py",),
}


def files(*patterns: str) -> list[str]:
    """The files that the patterns name, by their path in the repository."""
    return sorted(str(path.relative_to(ROOT)) for pattern in patterns for path in ROOT.glob(pattern))


def whole() -> list[str]:
    """Every file of Kith that is neither a test nor a migration."""
    return [file for file in files("kith/**/*.py") if not {"tests", "migrations"} & set(file.split("/"))]
