"""Reads of the library: what parents are told, and what its keepers look after."""

from kith.library.queries.danger import danger_in, danger_words
from kith.library.queries.editing import PageToEdit, SectionToEdit, page_to_edit
from kith.library.queries.keeping import (
    LibraryDesk,
    StatementLine,
    StatementPage,
    library_desk,
    statement_page,
)
from kith.library.queries.languages import InLanguage, LanguageTable, PageRow, language_table
from kith.library.queries.reading import (
    AdviceLine,
    AdviceList,
    AdviceTold,
    PageTold,
    SectionTold,
    advice_list,
    advice_page,
    told_by_staff,
)
from kith.library.queries.signs import signs_in, signs_mark
from kith.library.queries.signs_desk import SignsDesk, SubjectAtDesk, signs_desk, signs_troubles
from kith.library.queries.voices import VoiceFile, VoiceLine, VoiceTold, voice_file, voice_line

__all__ = [
    "AdviceLine",
    "AdviceList",
    "AdviceTold",
    "InLanguage",
    "LanguageTable",
    "LibraryDesk",
    "PageRow",
    "PageToEdit",
    "PageTold",
    "SectionToEdit",
    "SectionTold",
    "SignsDesk",
    "StatementLine",
    "StatementPage",
    "SubjectAtDesk",
    "VoiceFile",
    "VoiceLine",
    "VoiceTold",
    "advice_list",
    "advice_page",
    "danger_in",
    "danger_words",
    "language_table",
    "library_desk",
    "page_to_edit",
    "signs_desk",
    "signs_in",
    "signs_mark",
    "signs_troubles",
    "statement_page",
    "told_by_staff",
    "voice_file",
    "voice_line",
]
