"""Whom the tables of the alliance hold: no person but those at work."""

NO_PERSON = {
    "alliance_meeting": "when and where the alliance meets",
    "alliance_agendaitem": "what is spoken of",
    "alliance_carriedaction": "which agreed action came back on which agenda",
    "alliance_meetingattendance": "which people at work came",
    "alliance_decision": "what was decided",
    "alliance_agreedaction": "who at work does what by when",
}
