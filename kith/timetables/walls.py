"""No table of timetables holds a person."""

NO_PERSON = {
    "timetables_rule": "how what takes place repeats",
    "timetables_planneddate": "on which days a rule falls",
    "timetables_term": "when schools of the place are open",
}
