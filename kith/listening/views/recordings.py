"""Pages of recordings: hearing one, and writing it down."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.files.answering import sound_answer
from kith.listening.actions.writing_down import write_down_story
from kith.listening.forms.reading import WriteDownForm
from kith.listening.queries.recordings import recording, to_write_down
from kith.listening.rules.codes import StoryId
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def hear(request: Request, spoken_id: UUID) -> HttpResponse:
    """The recording of a story, for its readers and for the one who writes it down."""
    return sound_answer(recording(request.viewer, StoryId(spoken_id)), asked=request.headers.get("Range", ""))


def write_down(request: Request, spoken_id: UUID) -> HttpResponse:
    """Write down what is said, for the one who was asked."""
    found = to_write_down(request.viewer, StoryId(spoken_id))
    form = WriteDownForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        write_down_story(by=request.viewer, story_id=found.id, words=form.cleaned_data["words"])
        return HttpResponseRedirect(reverse("desk"), status=303)

    return question(request, "listening/write_down.jinja", form, act, {"found": found})
