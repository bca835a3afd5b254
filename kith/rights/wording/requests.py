"""The words of requests about data, of their refusals and of their notices."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused
from kith.rights.rules.codes import RequestKind, RequestState
from kith.rights.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

KINDS: Mapping[RequestKind, Promise] = {
    RequestKind.COPY: _("The rest of my data, or another form of it"),
    RequestKind.CORRECTION: _("Something to be put right"),
    RequestKind.ERASURE: _("Something to be erased"),
    RequestKind.COMPLAINT: _("A complaint about data"),
}
STATES: Mapping[RequestState, Promise] = {
    RequestState.RECEIVED: _("It has arrived"),
    RequestState.ACKNOWLEDGED: _("A person has read it and looks into it"),
    RequestState.EXTENDED: _("It takes longer"),
    RequestState.DONE: _("Answered: yes"),
    RequestState.PARTLY: _("Answered: in part"),
    RequestState.REFUSED: _("Answered: no"),
}
MOVES: Mapping[RequestState, Promise] = {
    RequestState.ACKNOWLEDGED: _("I have read it and look into it"),
    RequestState.EXTENDED: _("It takes up to two months longer, because it is complex"),
    RequestState.DONE: _("Yes: done as asked, or the complaint is right"),
    RequestState.PARTLY: _("In part"),
    RequestState.REFUSED: _("No"),
}
REFUSALS: RefusalWords = {
    "data_request_is_over": Refused(_("This is answered already.")),
    "data_request_not_now": Refused(_("This cannot follow from how it stands."), "state"),
    "complaint_has_no_delay": Refused(_("The law gives no longer time for a complaint."), "state"),
    "data_answer_missing": Refused(_("Write what the person who asked is to read"), "words"),
    "way_not_on_record": Refused(_("This number or mailbox is not in your record. Tell one of your people here.")),
    "way_is_anothers": Refused(_("Another person signs in by this. Tell one of your people here.")),
    "second_way_code_wrong": Refused(
        _("That is not the code we sent. After three wrong ones, ask for another."), "code"
    ),
    "second_way_codes_spent": Refused(_("We have sent several codes there. Try again in ten minutes.")),
    "complaints_rest": Refused(
        _("Very many forms have come in today, so this one was not taken. Please ring us, or try again tomorrow.")
    ),
}
NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.DATA_REQUEST_CAME: NoticeWords(_("A request about data has come"), "data-request", "request_id"),
    NoticeKind.DATA_REQUEST_DUE: NoticeWords(
        _("A request about data is due"), "data-request", "request_id", is_pressing=True
    ),
}
