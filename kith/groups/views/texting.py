"""Writing to all families that are expected at a session."""

from collections import Counter

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kith.groups.actions.texting import text_expected
from kith.groups.forms.texting import NoteForm
from kith.groups.queries.register import Register, register_of
from kith.groups.rules.codes import Attendance
from kith.groups.rules.nights import is_awake
from kith.groups.rules.notes import Sentence
from kith.groups.words import SENTENCES
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, confirmed


def text_all(request: Request, session_id: int) -> HttpResponse:
    """Ask what to say; then say to how many families it goes, in which languages; then send it."""
    lang = get_language() or "en"
    found = register_of(request.viewer, SessionId(session_id), lang=lang)
    if found is None:
        raise NotFound("session")
    form = NoteForm(request.POST if request.method == "POST" else None, initial={"words_language": lang})

    def send(_said: object) -> HttpResponse:
        by, key = request.viewer, form.cleaned_data["request_key"]
        text_expected(by=by, session_id=found.session.id, note=form.note, request_key=key)
        return HttpResponseRedirect(f"{reverse('register', args=[session_id])}?done=written", status=303)

    def ask() -> HttpResponse:
        return confirmed(request, _sure(found, form), send)

    return question(request, "groups/text_all.jinja", form, ask, {"register": found})


def _sure(found: Register, form: NoteForm) -> Sure:
    """Who hears of it, and what they read."""
    languages = Counter(row.reads for row in found.expected if row.attendance is Attendance.EXPECTED)
    count, note = languages.total(), form.note
    goes = ngettext("It goes to %(num)s family.", "It goes to %(num)s families.", count)
    sentence = "" if note.sentence is Sentence.OWN_WORDS else str(SENTENCES[note.sentence])
    happens = (
        goes % {"num": formats.number(count)},
        *([_("They read: %(words)s") % {"words": sentence}] if sentence else []),
        *([_("In your own words: %(words)s") % {"words": note.words}] if note.words else []),
        *(f"{formats.language(code)}: {formats.number(each)}" for code, each in languages.most_common()),
        *([] if is_awake(clock.now()) else [_("It is night: their phones will ring now.")]),
    )
    about = f"{found.session.title.text}: {formats.date(found.session.starts_at)}"
    to_register = reverse("register", args=[found.session.id])
    return Sure(_("Write to everybody who is expected?"), about, happens, _("Yes, send it"), to_register)
