"""Write a sheet of labels and an agreement about a pump in each language into docs/papers, to be looked at and printed.

Run as ``python -m scripts.pump_papers`` after the words have changed; the people and the pumps are invented.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "testing.settings")
django.setup()

from kith.equipment.papers import agreement, labels  # noqa: E402  # they stand on a Django that is set up
from kith.equipment.queries.loans import LoanPage, LoanRow  # noqa: E402
from kith.equipment.rules.codes import LoanId, PumpRequestId, Talked, UnitId  # noqa: E402
from kith.kernel import clock, ids  # noqa: E402
from kith.kernel.ids import FamilyId, OrganisationId  # noqa: E402
from kith.kernel.languages import INTERFACE_LANGUAGES  # noqa: E402
from kith.stores.queries.stock import StoreCard  # noqa: E402
from kith.stores.rules.codes import StoreId  # noqa: E402

FOLDER = Path(__file__).resolve().parent.parent / "docs/papers"
DAY = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
PHONE = "+441908996471"
STORE = StoreCard(StoreId(1), OrganisationId(1), "Hub store (invented)", "Market Hill 2", PHONE, (0, 1, 2, 3, 4), ())


def main() -> None:
    """Write two papers for each language."""
    FOLDER.mkdir(exist_ok=True)
    with clock.use(clock.FixedClock(DAY)):
        for language in INTERFACE_LANGUAGES:
            sheet = labels([f"PUMP-{number:03}" for number in range(1, 25)], language, PHONE)
            (FOLDER / f"pump-labels-{language.code}.pdf").write_bytes(sheet)
            page = LoanPage(_loan(language.code), STORE, "L-2026-04", is_bereaved=False)
            (FOLDER / f"pump-agreement-{language.code}.pdf").write_bytes(agreement(page))


def _loan(language: str) -> LoanRow:
    return LoanRow(
        id=LoanId(1),
        organisation_id=OrganisationId(1),
        request_id=PumpRequestId(1),
        family_id=FamilyId(ids.new_uuid()),
        name="Ana Invented",
        phone="",
        unit_id=UnitId(1),
        tag="PUMP-014",
        model="Hospital-grade double pump",
        begun_at=DAY,
        handed_over_at=DAY,
        due_on=date(2026, 4, 21),
        language=language,
        talked=Talked.INTERPRETER,
        second_showing_on=date(2026, 3, 17),
        agrees_to_reminders=True,
        collection=None,
        collection_on=None,
        collection_who="",
        ended_at=None,
        ended_as=None,
        condition=None,
        helped=None,
        kit_id=1,
        store_id=STORE.id,
    )


if __name__ == "__main__":
    main()
