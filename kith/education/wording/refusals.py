"""Why something about training cannot be, in the reader's words."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "requirement_from_the_past": Refused(_("Choose today or a day to come"), "from_on"),
    "requirement_before_the_newest": Refused(
        _("A newer version begins later than this day. Choose its day or a later one"), "from_on"
    ),
    "requirement_without_proof": Refused(
        _("Choose how it is proved: by attending, by being observed, or both"), "proof"
    ),
    "requirement_lasts_too_long": Refused(_("Enter 1 to 60 months, or leave it empty"), "lasts_months"),
    "requirement_grace_too_long": Refused(_("Enter 0 to 365 days"), "grace_days"),
    "requirement_is_the_same": Refused(_("This is what is asked already. Change something, or go back")),
    "competence_of_oneself": Refused(_("Another person signs what you can do. Choose a colleague"), "person"),
    "competence_in_the_future": Refused(_("Enter the day on which you watched: today or before"), "on"),
    "not_trained_to_sign": Refused(
        _("You are not trained to sign what others can do, or were not on this day. Ask the infant feeding lead")
    ),
    "not_yet_needs_words": Refused(_("Write what is still to learn"), "note"),
    "training_in_the_future": Refused(
        _("Date: this day has not come yet. Enter the day on which it was attended"), "on"
    ),
    "training_too_long_ago": Refused(_("Date: look at the year again"), "on"),
    "training_without_provider": Refused(_("Provider: write who gave the training"), "provider"),
    "training_session_past": Refused(
        _("Choose today or a day to come. Training that was had before is noted on the person’s page"), "held_on"
    ),
    "training_session_too_far": Refused(_("Choose a day within two years"), "held_on"),
    "training_session_held": Refused(_("People have attended this session: it cannot be called off")),
    "training_session_off": Refused(_("This session is called off")),
    "training_session_not_yet": Refused(_("Who came can be noted from the day of the session on")),
    "training_list_too_large": Refused(_("The list is too large. Send at most 2,000 rows at a time."), "file"),
    "training_list_unreadable": Refused(_("The file cannot be read. Save it as .xlsx or CSV and try again."), "file"),
    "training_list_empty": Refused(_("The list has headings, but no rows."), "file"),
    "training_person_unknown": Refused(_("Email: nobody who works here today signs in by this address")),
    "training_unknown": Refused(_("Training: there is no such training. Write one of those named on this page.")),
    "training_twice": Refused(_("This person, training and day stand in the list twice. Take one row out.")),
    "training_day_unreadable": Refused(_("Date: write a real day, for example 27/03/2026")),
    "statement_without_roles": Refused(_("Choose at least one role"), "roles"),
    "workforce_incomplete": Refused(_("Enter a number for each community, 0 where there is nobody")),
    "workforce_impossible": Refused(_("Enter whole numbers from 0 to 20,000")),
}
