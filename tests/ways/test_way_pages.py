"""The pages: the old way says yes or no behind its link, a second person at the desk."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kith.interpreting.models.interpreters import Interpreter
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.platform.sign_in import sending
from kith.ways.models import WayProposal
from testing.people import account_of, worker
from tests.ways.cases import AColleague, AnInterpreter, AParent

pytestmark = pytest.mark.django_db
HERE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[sending.Letter]:
    sent: list[sending.Letter] = []
    monkeypatch.setattr(sending, "_senders", [sent.append])
    return sent


@pytest.fixture
def interpreter(letters: list[sending.Letter]) -> AnInterpreter:
    return AnInterpreter(letters)


@pytest.fixture
def at_desk(monkeypatch: pytest.MonkeyPatch) -> Callable[[Viewer], Client]:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)

    def browser(viewer: Viewer) -> Client:
        client = Client(headers=HERE)
        client.force_login(account_of(viewer))
        return client

    return browser


def phone_of(interpreter: AnInterpreter) -> str:
    return Interpreter.objects.get(pk=interpreter.id).phone


def test_the_old_way_reads_the_question_in_every_language_and_no_name(interpreter: AnInterpreter, client) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    said = {}
    for language in INTERFACE_LANGUAGES:
        answer = client.get(f"/{language.code}/way/{interpreter.token()}/")
        assert answer.status_code == 200
        said[language.code] = re.sub(r"<[^>]+>", "", answer.content.decode())
    assert len({re.sub(r"\s+", " ", words) for words in said.values()}) == len(INTERFACE_LANGUAGES)
    assert all("…321" in words and "Ionescu" not in words for words in said.values())
    assert not any(word in words for words in said.values() for word in (interpreter.new, interpreter.old))


def test_yes_with_the_code_changes_it_and_reading_changes_nothing(interpreter: AnInterpreter, client) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    address = f"/en/way/{interpreter.token()}/"
    assert "Is this right?" in client.get(address).content.decode()
    assert client.post(address, {"do": "yes"}).status_code == 422
    assert client.post(address, {"do": "yes", "code": "000000"}).status_code == 422
    assert phone_of(interpreter) == interpreter.old
    another = client.post(address, {"do": "code"}).content.decode()
    assert "Another code is on its way" in another
    code = interpreter.code()
    assert "It is changed" in client.post(address, {"do": "yes", "code": f"{code[:3]} {code[3:]}"}).content.decode()
    assert phone_of(interpreter) == interpreter.new
    assert client.get(address).status_code == 404
    assert not client.cookies


def test_no_ends_it(interpreter: AnInterpreter, client) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    address = f"/en/way/{interpreter.token()}/"
    assert "Nothing is changed" in client.post(address, {"do": "no"}).content.decode()
    assert (phone_of(interpreter), client.get(address).status_code) == (interpreter.old, 404)


def test_a_second_person_finds_it_at_the_desk_and_confirms_it(interpreter: AnInterpreter, at_desk) -> None:
    (proposal_id,) = interpreter.propose(interpreter.proposer, interpreter.new)
    address = reverse("way-proposal", args=[proposal_id])
    own, second, stranger = (at_desk(each) for each in (interpreter.proposer, interpreter.second, interpreter.stranger))
    assert "You proposed this yourself" in own.get(address).content.decode()
    assert own.post(address, {"code": interpreter.code(), "reason": "I know it well"}).status_code == 422
    assert (stranger.get(address).status_code, stranger.post(address, {}).status_code) == (404, 404)
    assert address not in stranger.get(reverse("ways")).content.decode()
    assert address in second.get(reverse("ways")).content.decode()
    refused = second.post(address, {"code": interpreter.code(), "reason": "lost"})
    assert "Write down how you know" in refused.content.decode()
    assert (
        second.post(address, {"code": interpreter.code(), "reason": "I met her at the hub today."}).status_code == 303
    )
    assert phone_of(interpreter) == interpreter.new
    assert second.get(address).status_code == 404


def test_it_is_taken_back_at_the_desk(interpreter: AnInterpreter, at_desk) -> None:
    (proposal_id,) = interpreter.propose(interpreter.proposer, interpreter.new)
    answer = at_desk(interpreter.second).post(reverse("way-proposal", args=[proposal_id]), {"do": "withdraw"})
    assert (answer.status_code, WayProposal.objects.get().state) == (303, "withdrawn")


def test_a_changed_number_in_the_interpreters_form_waits(interpreter: AnInterpreter, at_desk) -> None:
    browser, address = at_desk(interpreter.proposer), reverse("interpreter", args=[interpreter.id])
    form = {
        "name": "Ana Ionescu", "gender": "woman", "modes": ["phone"], "phone": "07700 900321", "reads": "ro",
        "pounds_per_hour": "32.50", "language_1": "ro",
    }  # fmt: skip
    assert browser.post(address, form)["Location"] == reverse("ways")
    assert "Ana Ionescu" in browser.get(reverse("ways")).content.decode()
    assert phone_of(interpreter) == interpreter.old
    stranger = at_desk(interpreter.stranger)
    assert (stranger.get(address).status_code, stranger.post(address, form).status_code) == (404, 404)
    assert address not in stranger.get(reverse("interpreters")).content.decode()


def test_a_changed_number_on_a_record_waits_and_the_page_says_so(letters: list[sending.Letter], at_desk) -> None:
    parent = AParent(letters)
    form = {"given_name": "Ana", "relation": "mother", "is_main": "on", "phone": "07700 900321", "ethnicity": "99"}
    browser = at_desk(parent.proposer)
    answer = browser.post(reverse("change-parent", args=[parent.family_id, parent.id]), form)
    assert answer["Location"].endswith("?done=way_waits")
    assert "has said yes" in browser.get(answer["Location"]).content.decode()
    unchanged = browser.post(reverse("change-parent", args=[parent.family_id, parent.id]), form | {"phone": parent.old})
    assert unchanged["Location"].endswith("?done=changed")


def test_an_administrator_finds_colleagues_and_services_and_proposes_there(
    letters: list[sending.Letter], at_desk
) -> None:
    colleague = AColleague(letters)
    admin, address = at_desk(colleague.proposer), reverse("change-way", args=["account", colleague.key()])
    assert address in admin.get(reverse("ways")).content.decode()
    assert admin.post(address, {"email": ""}).status_code == 422
    assert admin.post(address, {"email": "Ann.New@Example.org"}).status_code == 303
    assert WayProposal.objects.get().new == colleague.new
    for stranger in (colleague.stranger, worker(Role.COORDINATOR, at=colleague.own)):
        assert at_desk(stranger).get(address).status_code == 404
