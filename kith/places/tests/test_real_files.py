"""The public files themselves, where they lie beside the project."""

from pathlib import Path

import pytest

from kith.imports.rows import BadRows
from kith.places import queries
from kith.places.actions.loading.areas import load_areas
from kith.places.actions.loading.deprivation import load_deprivation
from kith.places.actions.loading.population import load_population
from kith.places.actions.loading.postcodes import load_postcodes
from kith.places.facts import coventry, milton_keynes
from kith.places.models import Area, Deprivation, Level, Population, Postcode

DATA = next(
    (each / "shared/data" for each in Path(__file__).resolve().parents if (each / "shared/data").is_dir()), None
)
pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(DATA is None, reason="../shared/data is not there: the public files were not checked"),
]
PLACES = [(milton_keynes.FACTS, 166, 19, 7_108), (coventry.FACTS, 203, 18, 6_190)]


def quiet(done, total):
    """No bar."""


@pytest.mark.parametrize(("facts", "neighbourhoods", "wards", "postcodes"), PLACES, ids=["milton-keynes", "coventry"])
def test_every_public_file_loads_with_the_counts_that_are_known(
    db, monkeypatch, facts, neighbourhoods, wards, postcodes
):
    monkeypatch.setattr("kith.places.facts.facts_of", lambda slug: facts)
    areas = load_areas(DATA / "geo", quiet)
    assert (areas.counts["lsoa21"], areas.counts["ward"]) == (neighbourhoods, wards)
    assert load_deprivation(DATA / "deprivation", quiet).counts["IMD 2025"] == neighbourhoods
    assert load_population(DATA / "census", quiet).counts["Census 2021"] == neighbourhoods
    assert load_postcodes(DATA / "postcode", quiet).counts == {"postcodes": postcodes}
    typed = [sum(ward.neighbourhoods_by_decile[at] for ward in facts.wards) for at in range(10)]
    loaded = Deprivation.objects.filter(edition="IMD 2025", domain="imd")
    assert [loaded.filter(decile=at + 1).count() for at in range(10)] == typed
    assert Population.objects.filter(age=0).exists()
    assert queries.ward_names().keys() == {ward.code for ward in facts.wards}
    assert not Area.objects.filter(level=Level.LSOA21, ward_code="").exists()
    assert not Postcode.objects.filter(ward_code="").exists()


def test_a_broken_row_in_a_real_file_is_refused_and_nothing_is_half_loaded(db, tmp_path):
    load_areas(DATA / "geo", quiet)
    lines = (DATA / "deprivation/imd2025_england_lsoa21.csv").read_text().splitlines()
    cells = lines[16].split(",")
    lines[16] = ",".join([cells[0], "11", *cells[2:]])
    broken = tmp_path / "imd2025.csv"
    broken.write_text("\n".join(lines))
    with pytest.raises(BadRows, match='row 17: decile "11" is not 1 to 10'):
        load_deprivation(broken, quiet)
    assert not Deprivation.objects.exists()
