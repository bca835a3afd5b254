"""Areas hold no person; what official files say is loaded by the owner of the database alone."""

_OFFICIAL = "official figures and boundaries"

NO_PERSON = dict.fromkeys(
    ("places_area", "places_areachange", "places_postcode", "places_deprivation", "places_population"), _OFFICIAL
)
LOADED = tuple(NO_PERSON)
