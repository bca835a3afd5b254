"""Write a sheet of labels and the paper of a bundle in each language into docs/papers, to be looked at and printed.

Run as ``python -m scripts.bundle_papers`` after the words have changed; the people are invented.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "testing.settings")
django.setup()

from kith.bundles.papers import advice_paper, bundle_labels  # noqa: E402  # they stand on a Django that is set up
from kith.bundles.queries.requests import BundleRow  # noqa: E402
from kith.bundles.rules.codes import (  # noqa: E402
    Arrives,
    BundleRequestId,
    BundleState,
    Criterion,
    Landlord,
    SleepingPlace,
    Told,
)
from kith.kernel import clock, ids  # noqa: E402
from kith.kernel.ids import FamilyId, OrganisationId  # noqa: E402
from kith.kernel.languages import INTERFACE_LANGUAGES  # noqa: E402
from kith.stores.rules.codes import StoreId  # noqa: E402

FOLDER = Path(__file__).resolve().parent.parent / "docs/papers"
DAY = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
A_FEW = 3


def main() -> None:
    """Write two papers for each language."""
    FOLDER.mkdir(exist_ok=True)
    with clock.use(clock.FixedClock(DAY)):
        for language in INTERFACE_LANGUAGES:
            sheet = bundle_labels([f"B-{number:05}" for number in range(1, A_FEW + 1)], language)
            (FOLDER / f"bundle-labels-{language.code}.pdf").write_bytes(sheet)
            (FOLDER / f"bundle-paper-{language.code}.pdf").write_bytes(advice_paper(_given(language.code)))


def _given(language: str) -> BundleRow:
    return BundleRow(
        id=BundleRequestId(1),
        organisation_id=OrganisationId(1),
        family_id=FamilyId(ids.new_uuid()),
        baby_id=None,
        bundle="From birth",
        name="Ana Invented",
        phone="",
        language=language,
        criteria=(Criterion.TEMPORARY,),
        place=SleepingPlace.BED_AND_BREAKFAST,
        no_room=None,
        state=BundleState.GIVEN,
        why=None,
        landlord=Landlord.HOTEL,
        asked_at=DAY,
        packed_at=DAY,
        packed_in=StoreId(1),
        told=Told.READY,
        given_at=DAY,
        arrives=Arrives.COLLECTS,
        collector="",
        taken_by="Ana Invented",
        taken_back=None,
    )


if __name__ == "__main__":
    main()
