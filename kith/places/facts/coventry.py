"""Coventry, as typed facts. Sources: ``sources.AREA_SOURCES``; infants are residents aged 0 in mid-2020.

The ten numbers of a ward count its neighbourhoods (LSOA 2021) by decile of IMD 2025, 1 = most deprived.
"""

from kith.places.facts import sources
from kith.places.facts.shape import DistrictFacts, EthnicMix, PlaceFacts, PublishedFigure, WardFacts

WARDS = (
    WardFacts(
        "E05001218",
        "Bablake",
        -1.563,
        52.44,
        193,
        (0, 0, 1, 2, 2, 0, 3, 2, 1, 0),
        EthnicMix(15190, 460, 1355, 414, 562),
    ),
    WardFacts(
        "E05001219",
        "Binley and Willenhall",
        -1.46,
        52.391,
        234,
        (4, 1, 3, 0, 0, 0, 1, 2, 0, 0),
        EthnicMix(13801, 554, 1387, 2038, 280),
    ),
    WardFacts(
        "E05001220",
        "Cheylesmore",
        -1.489,
        52.387,
        220,
        (0, 0, 2, 3, 1, 1, 2, 0, 1, 0),
        EthnicMix(10642, 463, 3641, 705, 393),
    ),
    WardFacts(
        "E05001221",
        "Earlsdon",
        -1.534,
        52.393,
        102,
        (0, 0, 0, 0, 0, 2, 1, 2, 2, 3),
        EthnicMix(11455, 384, 2190, 378, 339),
    ),
    WardFacts(
        "E05001222",
        "Foleshill",
        -1.499,
        52.431,
        384,
        (10, 2, 0, 0, 1, 0, 0, 0, 0, 0),
        EthnicMix(7138, 799, 10092, 2736, 1718),
    ),
    WardFacts(
        "E05001223",
        "Henley",
        -1.447,
        52.433,
        327,
        (5, 1, 1, 3, 2, 0, 1, 0, 0, 0),
        EthnicMix(14869, 874, 2275, 3037, 447),
    ),
    WardFacts(
        "E05001224",
        "Holbrook",
        -1.514,
        52.443,
        228,
        (1, 2, 3, 2, 0, 2, 0, 0, 0, 0),
        EthnicMix(11105, 704, 4084, 1418, 969),
    ),
    WardFacts(
        "E05001225",
        "Longford",
        -1.476,
        52.443,
        283,
        (2, 4, 4, 1, 0, 0, 0, 0, 0, 0),
        EthnicMix(12698, 839, 3606, 1906, 797),
    ),
    WardFacts(
        "E05001226",
        "Lower Stoke",
        -1.475,
        52.405,
        297,
        (2, 0, 2, 3, 3, 2, 1, 1, 0, 0),
        EthnicMix(15110, 882, 4151, 3117, 949),
    ),
    WardFacts(
        "E05001227",
        "Radford",
        -1.517,
        52.425,
        288,
        (2, 5, 2, 3, 0, 0, 0, 0, 0, 0),
        EthnicMix(12389, 763, 4731, 2120, 915),
    ),
    WardFacts(
        "E05001229",
        "Sherbourne",
        -1.539,
        52.417,
        208,
        (1, 1, 0, 0, 1, 1, 2, 4, 0, 0),
        EthnicMix(12218, 482, 1499, 934, 356),
    ),
    WardFacts(
        "E05001228",
        "St Michael's",
        -1.504,
        52.409,
        283,
        (3, 6, 3, 1, 1, 0, 0, 0, 0, 0),
        EthnicMix(12548, 1383, 8596, 5819, 1935),
    ),
    WardFacts(
        "E05001230",
        "Upper Stoke",
        -1.474,
        52.418,
        232,
        (2, 2, 3, 1, 2, 1, 0, 0, 0, 0),
        EthnicMix(11470, 627, 4108, 1864, 926),
    ),
    WardFacts(
        "E05001231",
        "Wainbody",
        -1.546,
        52.378,
        50,
        (0, 0, 0, 0, 0, 1, 0, 1, 2, 4),
        EthnicMix(9547, 523, 4604, 534, 671),
    ),
    WardFacts(
        "E05001232",
        "Westwood",
        -1.579,
        52.396,
        222,
        (1, 1, 2, 1, 1, 1, 3, 0, 0, 1),
        EthnicMix(14205, 539, 2373, 1246, 470),
    ),
    WardFacts(
        "E05001233",
        "Whoberley",
        -1.552,
        52.412,
        169,
        (0, 1, 2, 2, 0, 1, 2, 1, 2, 0),
        EthnicMix(13137, 473, 1391, 648, 283),
    ),
    WardFacts(
        "E05001234",
        "Woodlands",
        -1.585,
        52.414,
        235,
        (2, 1, 0, 0, 0, 1, 2, 0, 4, 2),
        EthnicMix(16426, 455, 872, 654, 224),
    ),
    WardFacts(
        "E05001235",
        "Wyken",
        -1.452,
        52.415,
        216,
        (1, 0, 0, 0, 4, 2, 2, 0, 2, 0),
        EthnicMix(12291, 533, 2972, 1154, 459),
    ),
)

DISTRICTS = (
    DistrictFacts("CV1", -1.505, 52.408),
    DistrictFacts("CV2", -1.464, 52.424),
    DistrictFacts("CV3", -1.481, 52.391),
    DistrictFacts("CV4", -1.567, 52.397),
    DistrictFacts("CV5", -1.554, 52.412),
    DistrictFacts("CV6", -1.508, 52.434),
    DistrictFacts("CV7", -1.524, 52.445),
)

_HEALTH_INDEX = {2015: 3.98, 2016: 4.63, 2017: 5.11, 2018: 4.97, 2019: 4.48, 2020: 4.78, 2021: 5.74}

PUBLISHED = (
    PublishedFigure("feeding_6_8_weeks", "Q1 2022-23", 51, 100, sources.FEEDING_COVENTRY),
    PublishedFigure("feeding_6_8_weeks", "Q3 2023-24", 57, 100, sources.FEEDING_COVENTRY),
    *(
        PublishedFigure("infant_mortality_index", str(year), value, 1_000, sources.HEALTH_INDEX)
        for year, value in _HEALTH_INDEX.items()
    ),
)

FACTS = PlaceFacts(
    slug="coventry",
    name="Coventry",
    authority_code="E08000026",
    lon=-1.512,
    lat=52.414,
    births_a_year=4_171,
    births_source=sources.INFANTS,
    wards=WARDS,
    districts=DISTRICTS,
    published=PUBLISHED,
    feeding_from_to=(0.51, 0.57),
    feeding_source=sources.FEEDING_COVENTRY,
    sources=sources.AREA_SOURCES,
)
