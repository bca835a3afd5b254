"""Milton Keynes, as typed facts. Sources: ``sources.AREA_SOURCES``; infants are residents aged 0 in mid-2020.

The ten numbers of a ward count its neighbourhoods (LSOA 2021) by decile of IMD 2025, 1 = most deprived.
"""

from kith.places.facts import sources
from kith.places.facts.shape import DistrictFacts, EthnicMix, PlaceFacts, PublishedFigure, WardFacts

WARDS = (
    WardFacts(
        "E05009406",
        "Bletchley East",
        -0.729,
        51.982,
        285,
        (2, 1, 1, 3, 0, 1, 1, 1, 0, 0),
        EthnicMix(13226, 786, 2276, 2348, 325),
    ),
    WardFacts(
        "E05009407",
        "Bletchley Park",
        -0.739,
        51.998,
        170,
        (0, 0, 2, 2, 0, 0, 2, 1, 1, 0),
        EthnicMix(11233, 603, 1361, 1048, 235),
    ),
    WardFacts(
        "E05009408",
        "Bletchley West",
        -0.758,
        52.005,
        177,
        (0, 0, 2, 0, 2, 2, 3, 1, 0, 0),
        EthnicMix(12167, 625, 1466, 1369, 237),
    ),
    WardFacts(
        "E05009409",
        "Bradwell",
        -0.806,
        52.046,
        148,
        (0, 3, 0, 1, 1, 2, 1, 1, 0, 0),
        EthnicMix(9386, 563, 1893, 1133, 317),
    ),
    WardFacts(
        "E05009410",
        "Broughton",
        -0.708,
        52.052,
        291,
        (0, 0, 0, 0, 0, 4, 1, 2, 2, 1),
        EthnicMix(11580, 1022, 3953, 2528, 637),
    ),
    WardFacts(
        "E05009411",
        "Campbell Park & Old Woughton",
        -0.731,
        52.041,
        172,
        (0, 0, 1, 2, 2, 2, 2, 1, 0, 0),
        EthnicMix(11440, 638, 2170, 2026, 429),
    ),
    WardFacts(
        "E05009412",
        "Central Milton Keynes",
        -0.765,
        52.039,
        172,
        (0, 2, 2, 3, 0, 1, 0, 0, 1, 0),
        EthnicMix(8873, 698, 3359, 2414, 688),
    ),
    WardFacts(
        "E05009413",
        "Danesborough & Walton",
        -0.676,
        52.01,
        147,
        (0, 0, 1, 0, 1, 1, 2, 0, 3, 1),
        EthnicMix(12489, 583, 1166, 999, 175),
    ),
    WardFacts(
        "E05009414",
        "Loughton & Shenley",
        -0.788,
        52.028,
        190,
        (0, 0, 0, 1, 0, 1, 4, 1, 0, 3),
        EthnicMix(10998, 804, 2868, 1453, 371),
    ),
    WardFacts(
        "E05009415",
        "Monkston",
        -0.699,
        52.025,
        139,
        (0, 0, 0, 0, 0, 1, 3, 2, 0, 1),
        EthnicMix(9169, 605, 1507, 1347, 246),
    ),
    WardFacts(
        "E05009416",
        "Newport Pagnell North & Hanslope",
        -0.803,
        52.116,
        117,
        (0, 0, 0, 0, 1, 1, 2, 2, 2, 0),
        EthnicMix(10614, 356, 398, 301, 97),
    ),
    WardFacts(
        "E05009417",
        "Newport Pagnell South",
        -0.73,
        52.077,
        110,
        (0, 0, 0, 0, 1, 0, 1, 3, 2, 0),
        EthnicMix(10034, 290, 397, 299, 66),
    ),
    WardFacts(
        "E05009418", "Olney", -0.692, 52.126, 85, (0, 0, 0, 0, 0, 2, 3, 1, 1, 1), EthnicMix(12531, 229, 202, 138, 32)
    ),
    WardFacts(
        "E05009419",
        "Shenley Brook End",
        -0.778,
        52.011,
        131,
        (0, 0, 0, 1, 0, 2, 0, 3, 1, 0),
        EthnicMix(9341, 634, 2451, 1274, 230),
    ),
    WardFacts(
        "E05009420",
        "Stantonbury",
        -0.768,
        52.062,
        174,
        (0, 1, 1, 4, 1, 1, 1, 1, 0, 0),
        EthnicMix(11826, 598, 1545, 1545, 337),
    ),
    WardFacts(
        "E05009421",
        "Stony Stratford",
        -0.833,
        52.036,
        210,
        (1, 0, 0, 0, 1, 2, 1, 2, 1, 1),
        EthnicMix(10862, 686, 2332, 1041, 260),
    ),
    WardFacts(
        "E05009422",
        "Tattenhoe",
        -0.791,
        51.999,
        120,
        (0, 0, 0, 0, 0, 0, 3, 1, 0, 2),
        EthnicMix(7403, 565, 2301, 1148, 253),
    ),
    WardFacts(
        "E05009423",
        "Wolverton",
        -0.82,
        52.062,
        218,
        (1, 1, 0, 2, 2, 0, 2, 0, 1, 0),
        EthnicMix(12266, 711, 1962, 1294, 265),
    ),
    WardFacts(
        "E05009424",
        "Woughton & Fishermead",
        -0.739,
        52.025,
        200,
        (4, 3, 2, 1, 0, 0, 0, 0, 0, 0),
        EthnicMix(10681, 723, 2037, 4141, 525),
    ),
)

DISTRICTS = (
    DistrictFacts("MK1", -0.727, 52.007),
    DistrictFacts("MK2", -0.725, 51.991),
    DistrictFacts("MK3", -0.753, 51.996),
    DistrictFacts("MK4", -0.783, 52.004),
    DistrictFacts("MK5", -0.783, 52.021),
    DistrictFacts("MK6", -0.743, 52.03),
    DistrictFacts("MK7", -0.691, 52.02),
    DistrictFacts("MK8", -0.803, 52.034),
    DistrictFacts("MK9", -0.752, 52.039),
    DistrictFacts("MK10", -0.7, 52.039),
    DistrictFacts("MK11", -0.841, 52.053),
    DistrictFacts("MK12", -0.817, 52.058),
    DistrictFacts("MK13", -0.783, 52.053),
    DistrictFacts("MK14", -0.757, 52.063),
    DistrictFacts("MK15", -0.729, 52.057),
    DistrictFacts("MK16", -0.722, 52.089),
    DistrictFacts("MK17", -0.664, 52.012),
    DistrictFacts("MK19", -0.825, 52.095),
    DistrictFacts("MK46", -0.703, 52.155),
    DistrictFacts("MK77", -0.817, 52.042),
)

_HEALTH_INDEX = {2015: 5.33, 2016: 4.38, 2017: 4.53, 2018: 5.19, 2019: 4.40, 2020: 3.82, 2021: 3.67}

PUBLISHED = (
    PublishedFigure("infant_mortality", "2011 to 2013", 4.9, 1_000, sources.PROFILES_IN_NEWS),
    PublishedFigure("infant_mortality", "2021 to 2023", 3.8, 1_000, sources.PROFILES_IN_NEWS, deaths=36, england=4.1),
    PublishedFigure(
        "child_mortality", "2021 to 2023", 15.9, 100_000, sources.PROFILES_IN_NEWS, deaths=32, england=11.2
    ),
    *(
        PublishedFigure("infant_mortality_index", str(year), value, 1_000, sources.HEALTH_INDEX)
        for year, value in _HEALTH_INDEX.items()
    ),
)

FACTS = PlaceFacts(
    slug="milton-keynes",
    name="Milton Keynes",
    authority_code="E06000042",
    lon=-0.743,
    lat=52.049,
    births_a_year=3_158,
    births_source=sources.PROFILES_IN_NEWS,  # implied: 36 deaths at 3.8 per 1,000 births in three years
    wards=WARDS,
    districts=DISTRICTS,
    published=PUBLISHED,
    feeding_from_to=(0.492, 0.527),
    feeding_source=sources.FEEDING_ENGLAND,  # nothing is published for the place itself: England's shape is used
    sources=sources.AREA_SOURCES,
)
