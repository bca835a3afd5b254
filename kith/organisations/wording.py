"""The words of what the alliance's room refuses."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "account_needs_a_mailbox": Refused(_("Enter an e-mail address: codes are sent there"), "email"),
    "mailbox_of_another_account": Refused(_("Somebody else signs in with this e-mail address"), "email"),
    "team_of_another_organisation": Refused(_("Choose a team of the same organisation"), "team"),
    "organisation_name_taken": Refused(_("There is an organisation of this name already"), "name"),
    "organisation_ends_before_it_begins": Refused(_("Choose a day after it has begun"), "until_on"),
    "organisation_follows_itself": Refused(_("Choose another organisation"), "successor"),
    "organisation_has_people": Refused(
        _("People still work for it after this day. End their work first, so that what lies with them is handed on."),
        "until_on",
    ),
    "agreement_without_purpose": Refused(_("Choose at least one purpose"), "purposes"),
    "agreement_ends_too_soon": Refused(_("Enter a day after the one on which it was signed"), "until_on"),
    "team_name_taken": Refused(_("There is a team of this name already"), "name"),
    "role_of_the_place": Refused(_("Only a place administrator gives or changes this role"), "role"),
    "role_leaves_families": Refused(
        _("In this role the person cares for no families. End this work first, so that families are handed on."), "role"
    ),
    "not_to_oneself": Refused(_("You cannot do this to yourself. Ask another administrator.")),
    "work_ends_before_it_begins": Refused(_("The last day must not be before the first"), "until_on"),
    "works_here_already": Refused(
        _("This person works here on these days already. End that work first, or choose later days."), "email"
    ),
    "invited_already": Refused(
        _("An invitation to this address waits already. Send that one again, or take it back first."), "email"
    ),
    "invitation_over": Refused(
        _("This invitation is no longer open: it was accepted, taken back, or is older than seven days.")
    ),
    "factor_reset_asked_already": Refused(_("This is asked already, and waits for a second administrator.")),
    "factor_reset_needs_another": Refused(_("A second administrator must do this: not the one who asked.")),
    "factor_reset_over": Refused(_("This request is over. Ask for it again if it is still needed.")),
    "job_queued_already": Refused(_("The same job waits in the queue already.")),
    "staff_list_too_large": Refused(_("The list is too large. Send at most 2,000 people at a time."), "file"),
    "staff_list_unreadable": Refused(_("The file cannot be read. Save it as .xlsx or CSV and try again."), "file"),
    "staff_list_empty": Refused(_("The list has headings, but no people."), "file"),
    "list_headings_merged": Refused(
        _("One heading lies over several columns. Undo the merged cells, so that each column has its own heading."),
        "file",
    ),
    "staff_name_missing": Refused(_("Name: enter a name of at most 120 letters")),
    "staff_email_wrong": Refused(_("E-mail: enter an address like name@example.org")),
    "staff_twice": Refused(_("E-mail: this person stands in the list twice. Take one row out.")),
    "staff_role_unknown": Refused(_("Role: there is no such role. Write one of those named on this page.")),
    "staff_organisation_unknown": Refused(_("Organisation: you look after none of this name. Check the spelling.")),
    "staff_team_unknown": Refused(_("Team: the organisation has no such team. Add it first, or leave it out.")),
    "staff_day_unreadable": Refused(_("Days: write a real day like 2026-03-27 or 27/03/2026")),
}
