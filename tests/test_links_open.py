"""What the desk shows to a person at work opens for that person, and asks without having answered itself.

The pages are read where every cell of the table is asked (test_access.py).
"""

from kith.tasks.wording.notices import registered_notices
from tests.access.addresses import addresses
from tests.access.links import answered_beforehand, closed_links

# Pages that change an answer begin with the one that stands.
EDITS = frozenset(
    {
        *("change-birth", "change-needs", "change-parent", "change-safe-contact", "correct-contact", "correct-weight"),
        *("edit-page", "feeding-route", "form-question", "helpline", "interpreter", "keep-service", "keep-venue"),
        *("next-step", "programme", "propose-wording", "describe-venue", "visit"),
        *("agenda-point", "story", "translate-story"),
        *("case-chapter", "event", "requirement", "statement-use", "change-store"),
        *("change-date", "change-rule", "change-series", "end-series", "peer-course", "term"),
    }
)
# Questions that begin with a fact the house knows (who asks, who belongs to the family), with "not known", or with a
# usual number: none is a judgement of the family.
FACTS = {
    *{("absence", "membership"), ("add-next-step", "step_owner"), ("record-contact", "step_owner")},
    *{("record-contact", "people"), ("record-contact", "step_due"), ("split-record", "still_seen_by")},
    *{("add-parent", "ethnicity"), ("book-interpreter", "minutes"), ("book-interpreter", "is_doubled")},
    *{("make-card-with-her", "days"), ("ask-consent", "language"), ("add-interpreter", "reads")},
    *{("add-page", "kind"), ("add-page", "topic"), ("add-service", "before_birth"), ("found-programme", "times")},
    *{("invite", "organisation_id"), ("person", "role"), ("add-improvement", "owner")},
    # How dates mostly are, one baby and one place, the language a family reads, the quarter of today.
    *{("add-date", "joining"), ("add-date", "language"), ("add-rule", "joining"), ("add-rule", "language")},
    *{("add-rule", "nth"), ("add-rule", "pattern"), ("add-rule", "skips_bank_holidays"), ("add-series", "audience")},
    *{(page, each) for page in ("book-for", "book-for-family") for each in ("babies", "older_children", "places")},
    *{(page, each) for page in ("book-for", "book-for-family") for each in ("reads", "reminders")},
    *{("copy-term", "source"), ("copy-term", "target"), ("footfall", "quarter"), ("invite-to-course", "language")},
    *{("one-to-one-times", "begins"), ("one-to-one-times", "share"), ("one-to-one-times", "until")},
    *{("book-one-to-one", "slot"), ("text-all", "words_language")},
    # In how many days a place usually asks for an answer.
    ("panel-finding", "due_on"),
    *{("plan-known-event", "kind"), ("book-one-to-one", "slot"), ("text-all", "words_language")},
}
# Still answered beforehand. The list only shrinks.
STILL = {
    *{("ask-consent", "how"), ("ask-consent", "interpreted_by"), ("consents", "how"), ("set-out", "buddy")},
    *{("register-family", "interpreter_need"), ("register-family", "reads"), ("register-family", "speaks")},
    *{("split-record", "carer_relation"), ("split-record", "carer_speaks")},
}


def test_each_notice_leads_to_a_page_behind_the_gate() -> None:
    behind_the_gate = {address.name for address in addresses() if address.rule}
    assert {words.url_name for words in registered_notices().values() if words.url_name} <= behind_the_gate


def test_the_control_a_link_to_a_page_of_others_is_noticed() -> None:
    page = '<a href="/desk/audit/">The audit</a> <a href="/desk/today/">Today</a>'
    assert list(closed_links("midwife", page)) == ["audit"]


def test_the_control_an_answer_chosen_beforehand_is_noticed() -> None:
    page = (
        '<input type="radio" name="a" value="x"><input type="radio" name="b" value="y" checked>'
        '<select name="c"><option value="">-</option><option value="1">One</option></select>'
        '<select name="d"><option value="1">One</option></select>'
        '<select name="e"><option value="">-</option><option value="1" selected>One</option></select>'
    )
    assert list(answered_beforehand(page)) == ["b", "d", "e"]
