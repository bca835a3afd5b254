"""Loading files: as they are published, all or nothing, with faults said by their row."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.imports.rows import BadRows
from kith.places import queries
from kith.places.actions.founding import found_place
from kith.places.actions.loading.areas import load_areas
from kith.places.actions.loading.deprivation import load_deprivation
from kith.places.actions.loading.geojson import features
from kith.places.actions.loading.grid import longitude_latitude
from kith.places.actions.loading.population import load_population
from kith.places.actions.loading.postcodes import load_postcodes
from kith.places.models import Area, AreaChange, Deprivation, Level, Population, Postcode
from kith.platform.access.viewer import system_actor

MK = "E06000042"
WARD = "E05009412"
LSOA = "E01016831"
SQUARE = [[[-0.76, 52.04], [-0.75, 52.04], [-0.75, 52.05], [-0.76, 52.05], [-0.76, 52.04]]]


def quiet(done, total):
    """No bar."""


def feature(code, name, authority=MK, kind="LSOA21", ring=SQUARE):
    properties = {f"{kind}CD": code, f"{kind}NM": name, "LAD25CD": authority}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": ring}}


@pytest.fixture
def file(tmp_path):
    def written(text, name="table.csv"):
        path = tmp_path / name
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return path

    return written


@pytest.fixture
def boundaries(file):
    def written(*rows):
        return file({"type": "FeatureCollection", "features": list(rows)}, "areas.geojson")

    return written


@pytest.fixture
def founded(db, boundaries):
    found_place(by=system_actor("test"))
    load_areas(boundaries(feature(LSOA, "Milton Keynes 001A")), quiet)
    Area.objects.filter(level=Level.LSOA21).update(ward_code=WARD)


def refused(load, path):
    with pytest.raises(BadRows) as error:
        load(path, quiet)
    return str(error.value)


def test_boundaries_of_other_places_are_passed_over(db, boundaries):
    path = boundaries(feature(LSOA, "Milton Keynes 001A"), feature("E01009522", "Coventry 014A", "E08000026"))
    assert load_areas(path, quiet).counts == {"lsoa21": 1}
    assert Area.objects.get().boundary["type"] == "MultiPolygon"


def test_a_file_that_names_no_authority_is_told_by_the_names_of_its_neighbourhoods(db, boundaries):
    ours, theirs = feature(LSOA, "Milton Keynes 001A"), feature("E01009522", "Coventry 014A")
    for each in (ours, theirs):
        del each["properties"]["LAD25CD"]
    load_areas(boundaries(ours, theirs), quiet)
    assert [area.name for area in Area.objects.all()] == ["Milton Keynes 001A"]


def test_loading_twice_changes_nothing(db, boundaries):
    path = boundaries(feature(LSOA, "Milton Keynes 001A"))
    first = load_areas(path, quiet)
    ids = list(Area.objects.values_list("pk", flat=True))
    assert load_areas(path, quiet) == first
    assert list(Area.objects.values_list("pk", flat=True)) == ids


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (feature("X1", "Milton Keynes 001B"), 'feature 2: code "X1" is not an area code'),
        (feature("E01016832", "Milton\u0000Keynes"), "feature 2: name"),
        (feature(LSOA, "Milton Keynes 001A"), f"feature 2: {LSOA} stands in feature 1 already"),
        (feature("E01016832", "Milton Keynes 001B", ring=[[[487845, 233475]] * 4]), "download it as WGS84"),
        (feature("E01016832", "Milton Keynes 001B", ring=[SQUARE[0][:-1]]), "is not closed"),
        (feature("E01016832", "Milton Keynes 001B", ring=None), "feature 2: Milton Keynes 001B: the polygon has no"),
        ({"type": "Feature"}, "feature 2: no property names its code"),
        ("a text", "feature 2: this is not a feature"),
    ],
)
def test_a_broken_feature_is_refused_with_its_number_and_nothing_is_loaded(db, boundaries, broken, words):
    path = boundaries(feature(LSOA, "Milton Keynes 001A"), broken)
    assert words in refused(load_areas, path)
    assert not Area.objects.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "the file is empty"), ("[]", "not a GeoJSON collection"), ('{"features": [{"a": ', "cut short")],
)
def test_what_is_no_geojson_is_refused(db, file, text, words):
    assert words in refused(load_areas, file(text, "areas.geojson"))


def test_features_are_read_across_chunks(tmp_path, monkeypatch):
    monkeypatch.setattr("kith.places.actions.loading.geojson.CHUNK", 40)
    path = tmp_path / "areas.geojson"
    path.write_text(json.dumps({"type": "x", "features": [feature(LSOA, f"Café {at}") for at in range(20)]}, indent=1))
    assert [number for number, _ in features(path, quiet)] == list(range(1, 21))


def test_lookups_name_wards_and_changes(founded, file):
    lookup = f"LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD\n{LSOA},Milton Keynes 001A,{WARD},Central,{MK}\n"
    load_areas(file(lookup), quiet)
    changes = f"LSOA11CD,LSOA21CD,CHGIND,LAD22CD\n{LSOA},{LSOA},U,{MK}\nE01000001,E01000002,S,E09000001\n"
    assert load_areas(file(changes), quiet).counts == {"changes since 2011": 1}
    assert Area.objects.get(level=Level.LSOA21).ward_code == WARD
    assert AreaChange.objects.get().change == "U"


@pytest.mark.parametrize(
    "heading",
    [
        "lsoa21_code,IMD_decile,IMD_rank,IMD_score",
        (
            "LSOA code (2021),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),"
            "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),"
            "Index of Multiple Deprivation (IMD) Score"
        ),
    ],
)
def test_deciles_carry_their_edition_under_whichever_headings(founded, file, heading):
    load_deprivation(file(f"{heading}\n{LSOA},3,8000,25.5\nE01000001,9,29199,5\n"), quiet)
    assert queries.newest_deprivation_of(LSOA) == queries.DeprivationOf("IMD 2025", 3, 8000)
    assert Deprivation.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("E01000001,11,29199", 'row 3: decile "11" is not 1 to 10'),
        ("E01000001,,29199", 'row 3: decile "" is not 1 to 10'),
        ("E01000001,10,1", "row 3: decile 10 does not fit rank 1: in both, 1 must be the most deprived"),
        ("E01000001,1,99999", 'row 3: rank "99999" is not 1 to 33755'),
        ("x,1,1", 'row 3: LSOA code "x" is not an area code'),
        (f"{LSOA},4,12000", f"row 3: {LSOA} stands in row 2 already, with other values"),
    ],
)
def test_a_broken_row_is_refused_with_its_number_and_nothing_is_loaded(founded, file, row, words):
    path = file(f"lsoa21_code,IMD_decile,IMD_rank\n{LSOA},3,8000\n{row}\n")
    assert words in refused(load_deprivation, path)
    assert not Deprivation.objects.exists()


def test_the_same_row_twice_is_one(founded, file):
    load_deprivation(file(f"lsoa21_code,IMD_decile\n{LSOA},3\n{LSOA},3\n"), quiet)
    assert Deprivation.objects.count() == 1


def test_without_areas_the_person_is_told_to_load_them_first(db, file):
    path = file(f"lsoa21_code,IMD_decile\n{LSOA},3\n")
    assert "load the areas first" in refused(load_deprivation, path)


def test_a_file_about_other_places_is_refused(founded, file):
    assert "nothing here is about Milton Keynes" in refused(
        load_deprivation, file("lsoa21_code,IMD_decile\nE01000001,9\n")
    )


def test_postcodes_of_the_national_directory_are_filtered(founded, file):
    path = file(
        "pcd,pcds,doterm,oslaua,osward,lat,long,lsoa21\n"
        f"MK9 3EJ,MK9 3EJ,,{MK},{WARD},52.0400,-0.7600,{LSOA}\n"
        f"MK9 3EK,MK9 3EK,201801,{MK},{WARD},52.04,-0.76,{LSOA}\n"
        f"MK9 3EL,MK9 3EL,,{MK},{WARD},99.999999,0.000000,{LSOA}\n"
        f"MK9 3EM,MK9 3EM,,{MK},E05000001,52.0400,-0.7620,{LSOA}\n"
        "CV1 1DD,CV1 1DD,,E08000026,E05001228,nonsense,-1.51,E01034743\n"
    )
    report = load_postcodes(path, quiet)
    assert report.counts == {"postcodes": 2}
    assert report.notes == ("2 postcodes have ended or lie nowhere: passed over",)
    assert {each.ward_code for each in Postcode.objects.all()} == {WARD}
    assert queries.locate("mk93ej").precision == "postcode"
    assert queries.locate("MK9").lon == -0.761


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (f"MK9,{MK},52.04,-0.76", 'row 2: postcode "MK9" is not a full postcode'),
        (f"MK9 3EJ,{MK},x,-0.76", "is not a point"),
        (f"MK9 3EJ,{MK},52.04,0.76", "row 2: MK9 3EJ lies far from Milton Keynes"),
        (f"MK9 3EJ,{MK},nan,inf", "is not a point"),
    ],
)
def test_a_broken_postcode_is_refused(founded, file, row, words):
    assert words in refused(load_postcodes, file(f"postcode,laua,lat,long\n{row}\n"))
    assert not Postcode.objects.exists()


def test_code_point_gives_grid_references(founded, file):
    load_postcodes(file(f"Postcode,Eastings,Northings,Admin_district_code\nMK9 3EJ,485000,238500,{MK}\n"), quiet)
    assert queries.locate("MK9 3EJ").lat == pytest.approx(52.038, abs=0.002)


def test_the_grid_agrees_with_a_known_point():
    # Ordnance Survey's worked example, Caister water tower, in WGS84 within the five metres promised.
    assert longitude_latitude(651409.903, 313177.270) == pytest.approx((1.716052, 52.657977), abs=0.0001)


def test_population_by_group_and_by_age(founded, file, boundaries):
    groups = "lsoa21_code,ethnic_group,n\n" + "".join(
        f'{LSOA},"{name}",{count}\n' for name, count in (("White", 900), ("Asian, Asian British or Asian Welsh", 80))
    )
    load_population(file(groups), quiet)
    load_areas(boundaries(feature(LSOA, "Milton Keynes 001A", kind="LSOA11")), quiet)
    load_population(file(f"lsoa11_code,total_population,0,1,90+\n{LSOA},99,19,26,7\n"), quiet)
    assert Population.objects.get(ethnic_group="asian").count == 80
    assert dict(Population.objects.exclude(age=None).values_list("age", "count")) == {0: 19, 1: 26, 90: 7}


def test_an_unknown_group_is_refused(founded, file):
    path = file(f"lsoa21_code,ethnic_group,n\n{LSOA},Martian,3\n")
    assert 'row 2: ethnic group "Martian" is none' in refused(load_population, path)


def test_a_missing_file_is_said(db, tmp_path):
    assert "there is no such file" in refused(load_areas, tmp_path / "nowhere.csv")
    assert "holds no file" in refused(load_areas, tmp_path)


HEADINGS = st.sampled_from(
    [
        "lsoa21_code,IMD_decile,IMD_rank",
        "lsoa11_code,IMD_decile",
        f"postcode,laua,lat,long,lsoa21\nMK9 3EJ,{MK},52.04,-0.76,{LSOA}",
        f"LSOA21CD,LSOA21NM,WD24CD,LAD24CD\n{LSOA},Name,{WARD},{MK}",
        "LSOACD,longitude,latitude",
        "lsoa21_code,ethnic_group,n",
        "lsoa11_code,0,1,90+",
        '{"features": [',
        "",
    ]
)
CELL = st.sampled_from([LSOA, MK, WARD, "3", "11", "-0.7", "52.04", "White", '"', "nan", "1e400", "", "\ud800", "{}"])
LINES = st.lists(st.lists(CELL | st.text(max_size=12), max_size=6).map(",".join), max_size=5).map("\n".join)
ALL = [load_areas, load_deprivation, load_population, load_postcodes]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=HEADINGS, lines=LINES, load=st.sampled_from(ALL), name=st.sampled_from(["x.csv", "x.geojson"]))
def test_no_file_does_more_than_be_refused(founded, tmp_path, head, lines, load, name):
    path = Path(tmp_path) / name
    path.write_bytes(f"{head}\n{lines}".encode("utf-8", "surrogatepass"))
    with suppress(BadRows):
        load(path, quiet)
