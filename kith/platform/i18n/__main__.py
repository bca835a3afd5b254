"""Bring the catalogues up to date with the source, or only compile them: ``python -m kith.platform.i18n [compile]``."""

import sys

from kith.platform.i18n import catalogue, extraction


def update() -> None:
    """Write every catalogue anew and say how much is left to translate."""
    words = extraction.template()
    for code in catalogue.TRANSLATED:
        fresh = extraction.updated(code, words)
        catalogue.source(code).parent.mkdir(parents=True, exist_ok=True)
        catalogue.source(code).write_bytes(catalogue.as_text(fresh))
        missing = extraction.untranslated(fresh)
        print(f"{code}: {len(fresh)} messages, {len(missing)} to translate", *missing, sep="\n  ")


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["compile"]):
        sys.exit(__doc__)
    if not sys.argv[1:]:
        update()
    catalogue.compile_all()
