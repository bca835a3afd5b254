"""What the tables of tasks hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "tasks_nextstep": held(
        Keep.RECORD,
        family="family",
        is_confided=True,
        hers="kind what due_on added_at ended_at ended_as drop_reason outcome",
        staff="owner added_by ended_by",
        inner="family baby request_key handed_from",
    ),
    "tasks_notice": held(
        Keep.WORK,
        staff="membership seen_by",
        inner="team kind family facts dedupe_key raised_at seen_at",
    ),
}
