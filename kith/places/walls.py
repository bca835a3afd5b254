"""Areas hold no person; official files, and what the place is, are written by the owner of the database alone."""

_OFFICIAL = "official figures and boundaries"
_LOADED = dict.fromkeys(
    ("places_area", "places_areachange", "places_postcode", "places_deprivation", "places_population"), _OFFICIAL
)

NO_PERSON = {
    **_LOADED,
    "places_place": "whether the place is real, and its official codes",
    "places_settingchange": "what people at work have chosen for the place, and why",
}
LOADED = (*_LOADED, "places_place")
