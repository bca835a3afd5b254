"""The tables of the alliance hold no person but those at work."""

NO_PERSON = {
    "alliance_meeting": "when and where the alliance meets",
    "alliance_agendaitem": "what is spoken of",
    "alliance_carriedaction": "which agreed action came back on which agenda",
    "alliance_meetingattendance": "which people at work came",
    "alliance_declaredinterest": "what a member of the alliance has to gain or lose, read to all who take part",
    "alliance_broughtpoint": "a number that moved, or a gap in a standard",
    "alliance_decision": "what was decided",
    "alliance_agreedaction": "who at work does what by when",
}
