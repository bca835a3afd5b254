"""Read aloud: the sound that readers hear, and the page where an editor puts a voice to an answer."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.files.answering import part_of
from kith.library.actions.voices import add_voice, remove_voice
from kith.library.forms.voices import VoiceForm
from kith.library.queries.voices import voice_file, voice_line
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed


def voice(request: Request, voice_id: int) -> HttpResponse:
    """The sound of a voice, whole or the part that a player asks for."""
    found = voice_file(request.viewer, voice_id)
    headers = {"Content-Disposition": f'inline; filename="{found.name}"'}
    return part_of(found.content, found.media_type, asked=request.headers.get("Range", ""), headers=headers)


@asks_first("remove")
def keep_voice(request: Request, statement_key: str, text_language: str) -> HttpResponse:
    """Put a voice to an answer in one language, or take it away."""
    line = voice_line(request.viewer, statement_key, text_language)
    if request.POST.get("do") == "remove":
        happens = (_("The sound is gone for good. To hear it again, it is recorded again."),)
        back = reverse("keep-voice", args=[statement_key, text_language])
        sure = Sure(_("Take this voice away?"), statement_key, happens, _("Take it away"), back)
        return confirmed(request, sure, lambda _said: _remove(request, statement_key, text_language))
    form = VoiceForm(request.POST, request.FILES) if request.method == "POST" else VoiceForm()

    def add() -> HttpResponse:
        add_voice(by=request.viewer, key=statement_key, language=text_language, voice=form.voice())
        return _back(statement_key)

    return question(request, "library/voice.jinja", form, add, {"line": line, "key": statement_key})


def _remove(request: Request, statement_key: str, text_language: str) -> HttpResponse:
    remove_voice(by=request.viewer, key=statement_key, language=text_language)
    return _back(statement_key)


def _back(key: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("statement", args=[key]), status=303)
