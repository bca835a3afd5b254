"""Why something cannot be, with the question that it stands beside."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "panel_without_terms": Refused(_("First write what is paid and which expenses: nobody is asked before that")),
    "panel_closed": Refused(_("This panel is closed. Choose another one")),
    "panel_has_members": Refused(_("People still take part, wish to, or are invited. Speak with them first")),
    "member_without_name": Refused(_("Write a name"), "name"),
    "member_without_contact": Refused(_("Write an e-mail address or a phone number"), "email"),
    "member_not_to_be_written_to": Refused(
        _("Nothing is sent to this person by itself. Speak with her in person, or with the family’s named lead")
    ),
    "member_not_now": Refused(_("This cannot be done now: look again at how it stands")),
    "invitation_lapsed": Refused(_("This invitation is over. If you would still like to take part, tell us so")),
    "terms_changed_meanwhile": Refused(_("What is paid has changed meanwhile. Please read it again, then answer")),
    "terms_amount_out_of_range": Refused(_("Enter an amount from 0 to 500 pounds"), "session_pounds"),
    "terms_without_benefits_advice": Refused(
        _("Money can change benefits: write who advises on that, with a phone number"), "advice"
    ),
    "wishes_rest": Refused(_("Too many wishes wait at the moment. Please ring us")),
    "total_unknown": Refused(_("Choose one of the answers")),
    "totals_full": Refused(_("Everybody on a panel is counted already. Thank you")),
    "payment_is_made": Refused(_("This has been paid already")),
    "payment_not_accepted": Refused(_("She has not said yes to this payment: nothing is due")),
    "expense_of_no_member": Refused(_("Expenses are for those who take part")),
    "expense_not_in_terms": Refused(_("This is not among what is paid back. Ask us before you spend it"), "kind"),
    "expense_amount_out_of_range": Refused(_("Enter an amount from 0.01 to 500 pounds"), "pounds"),
    "expense_day_out_of_range": Refused(_("Enter a day of the past year"), "spent_on"),
    "expense_not_now": Refused(_("This expense stands differently by now: look again")),
    "expense_refused_without_reason": Refused(_("Write why it is not paid: she reads it"), "why"),
    "panel_session_in_the_past": Refused(_("Choose a day and a time to come"), "day"),
    "panel_session_without_place": Refused(_("Write where the panel meets"), "place"),
    "panel_session_without_question": Refused(_("Write what the panel is asked"), "asked"),
    "panel_session_to_come": Refused(_("Write this down after the session")),
    "panel_session_without_words": Refused(_("Write what the panel said"), "said"),
    "finding_day_gone": Refused(_("Choose a day to come"), "due_on"),
    "finding_service_of_others": Refused(_("Choose a service of this organisation"), "service"),
    "finding_person_of_others": Refused(_("Choose a person who works for this organisation"), "answerer"),
    "finding_answer_without_words": Refused(_("Write the answer in words"), "words"),
    "finding_answered_already": Refused(_("This has been answered already"), "answer"),
    "joint_work_to_come": Refused(_("Enter a day that is not in the future"), "made_on"),
    "credit_without_name": Refused(_("Write the name you would like to be shown by"), "named_as"),
    "credit_reaches_a_person": Refused(_("A name alone, please: no address, no number, no link"), "named_as"),
}
