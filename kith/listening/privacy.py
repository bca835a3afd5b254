"""What the tables of listening hold of people; no row leads to a family or to an account."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "listening_story": held(
        Keep.REQUEST,
        others="words aside_note",
        opens="key_hash",
        staff="read_by",
        inner=(
            "language sound spoken_seconds may_keep_sound about about_id about_name service venue session_on may_quote"
            " is_nameless is_moved_up is_announced"
            " told_on waiting_since state read_on aside_reason"
        ),
    ),
    "listening_storycontact": held(Keep.LINK, others="email phone", opens="token", inner="story answered_on"),
    "listening_storytranscript": held(Keep.REQUEST, staff="writer asked_by", inner="story asked_on done_on"),
    "listening_storytranslation": held(
        Keep.REQUEST, others="words", staff="translator asked_by", inner="story asked_on done_on"
    ),
}
