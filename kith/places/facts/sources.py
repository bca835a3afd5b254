"""The publications from which the facts were typed, each named once."""

from kith.places.facts.shape import Source

WARDS = Source("Office for National Statistics, wards of May 2025: names, codes and centre points (rounded)")
DEPRIVATION = Source("Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025")
ETHNICITY = Source("Office for National Statistics, Census 2021, ethnic group by 2021 neighbourhood (LSOA)")
INFANTS = Source("Office for National Statistics, mid-2020 population estimates: residents aged 0")
DISTRICTS = Source("Ordnance Survey, Code-Point Open (2014): middle of the postcodes of each district (rounded)")
PROFILES_IN_NEWS = Source(
    "Office for Health Improvement and Disparities, Child and maternal health profiles, March 2025, "
    "as reported by the Milton Keynes Citizen"
)
HEALTH_INDEX = Source("Office for National Statistics, Health Index for England, 2015 to 2021")
AUTHORITIES = Source("Office for National Statistics, codes and names of local authorities, 2025")
FEEDING_ENGLAND = Source(
    "Office for Health Improvement and Disparities, Breastfeeding at 6 to 8 weeks, 2023 to 2024: England 52.7 %"
)
FEEDING_COVENTRY = Source(
    "National Centre for Family Hubs and Start for Life, Coventry case study: 51 % (Q1 2022-23) to 57 % (Q3 2023-24), "
    "reported without counts"
)
AREA_SOURCES = (WARDS, DEPRIVATION, ETHNICITY, INFANTS, DISTRICTS)
