"""How publishers head the columns we need, as patterns on the plain heading (small letters and digits)."""

import re

LSOA21 = ("LSOA21CD", "lsoa21_code", "LSOA code (2021)", "lsoa21", "lsoa21_code_derived")
LSOA11 = ("LSOA11CD", "lsoa11_code", "LSOA code (2011)", "lsoa11")
AUTHORITY = (
    "LAD25CD",
    re.compile(r"(oslaua|laua|lad|ladcode|lad\d\dcd|ltla\d\dcode|admindistrictcode)"),
    re.compile(r"localauthoritydistrictcode\d{4}"),
)
AUTHORITY_NAME = (re.compile(r"(ladnm|lad\d\dnm|ltla\d\dname|ladname|areaname)"),)
WARD = ("WD25CD", re.compile(r"(osward|ward|wd\d\dcd|ward\d*code|wardcode\d*|adminwardcode)"))
LONGITUDE = ("long", "longitude", "lon")
LATITUDE = ("lat", "latitude")
