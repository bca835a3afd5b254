"""The wiring carries what happens in one room to those who answer it."""

from typing import Any

from django.test import Client

from kith.families import actions as families_actions
from kith.families.rules import NewFamily, NewParent
from kith.platform.access import system_actor


def test_a_parent_known_by_her_phone_gets_a_text_in_her_language_and_opens_her_page(
    client: Client, db: None, run_jobs: Any, settings: Any
) -> None:
    family = NewFamily(parents=(NewParent("Ioana", "Popescu", phone="+447700900123"),))
    families_actions.register_family(by=system_actor("test"), family=family)
    client.post("/ro/my/sign-in/", {"contact": "07700 900123"})
    run_jobs()
    texts = [
        path.read_text()
        for path in settings.KITH.place_var.rglob("*")
        if path.is_file() and "+447700900123" in path.read_text(errors="replace")
    ]
    assert len(texts) == 1
    code = client.session["account_login"]["state"]["stages"]["login_by_code"]["data"]["code"]
    assert code in texts[0]
    answer = client.post("/ro/my/sign-in/code/", {"code": code})
    assert answer.headers["Location"] == "/ro/my/"
    assert client.get("/ro/my/").status_code == 200


def test_a_stranger_gets_nothing(client: Client, db: None, run_jobs: Any) -> None:
    client.post("/ro/my/sign-in/", {"contact": "07700 900124"})
    assert run_jobs() == 0
