"""Advice is public: it holds no person but those at work who write and approve it."""

_ADVICE = "advice as the public reads it, and who at work wrote, approved or spoke it"

NO_PERSON = dict.fromkeys(
    (
        "library_advicepage",
        "library_advicesection",
        "library_citation",
        "library_statement",
        "library_approval",
        "library_clinicalcheck",
        "library_wording",
        "library_statementtranslation",
        "library_pagetranslation",
        "library_voice",
    ),
    _ADVICE,
)
