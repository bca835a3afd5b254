"""The directory is public: it holds no person."""

_PUBLIC = "services and venues, as the public sees them"
_WAITS = "what a feed would change of the public directory"

NO_PERSON = {
    "directory_venue": _PUBLIC,
    "directory_service": _PUBLIC,
    "directory_meetingplace": _PUBLIC,
    "directory_spokenlanguage": _PUBLIC,
    "directory_origin": _PUBLIC,
    "directory_changereview": _WAITS,
    "directory_proposedchange": _WAITS,
}
