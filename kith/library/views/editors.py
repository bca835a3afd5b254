"""The editors' pages: answers proposed, approved and withdrawn, pages put together, texts translated."""

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.kernel.languages import ENGLISH, Language, interface_language, is_interface_language
from kith.kernel.refusal import Refusal
from kith.library import wording
from kith.library.actions import statements, translating
from kith.library.actions.pages import write_page
from kith.library.actions.statements import approve_wording, confirm_statement, withdraw_statement
from kith.library.forms.pages import PageForm, PageTranslationForm
from kith.library.forms.statements import ConfirmForm, StatementForm, TranslationForm, WithdrawForm, WordingForm
from kith.library.queries.editing import page_to_edit
from kith.library.queries.editors import library_desk, statement_page
from kith.library.queries.languages import language_table
from kith.library.queries.signs_desk import signs_desk
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import is_done, question
from kith.platform.ui.refusals import refusal_words
from kith.undoing.confirming import Sure, asks_first, confirmed


def library(request: Request) -> HttpResponse:
    """What needs a hand, then every statement and page."""
    page = {
        "desk_lists": library_desk(request.viewer),
        "signs_to_see_to": signs_desk(request.viewer).count,
        "wording": wording,
    }
    return render(request, "library/library.jinja", page)


@asks_first("withdraw")
def statement(request: Request, statement_key: str) -> HttpResponse:
    """One statement: approve its words, say that it still holds, or withdraw it."""
    do, problem = request.POST.get("do", ""), ""
    confirm = ConfirmForm(request.POST if do == "confirm" else None)
    withdraw = WithdrawForm(request.POST if do == "withdraw" else None)
    if request.method == "POST":
        try:
            if do == "withdraw" and withdraw.is_valid():
                return confirmed(
                    request, _sure(request, statement_key), lambda _said: _withdraw(request, statement_key)
                )
            if _done(request, statement_key, do, confirm, withdraw):
                return _see("statement", statement_key)
        except Refusal as refusal:
            problem = refusal_words(refusal)
    shown = {
        "page": statement_page(request.viewer, statement_key),
        "confirm": confirm,
        "withdraw": withdraw,
        "problem": problem,
        "wording": wording,
    }
    failed = problem or confirm.errors or withdraw.errors
    return render(request, "library/statement.jinja", shown, status=422 if failed else 200)


def _done(request: Request, key: str, do: str, confirm: ConfirmForm, withdraw: WithdrawForm) -> bool:
    """Do what was asked for; False where its form has a fault."""
    by = request.viewer
    match do:
        case "approve":
            approve_wording(by=by, key=key, number=_number(request.POST))
            return True
        case "confirm":
            return is_done(confirm, lambda: confirm_statement(by=by, key=key, **confirm.cleaned_data))
        case "withdraw":
            return withdraw.is_valid()
    raise NotFound("action")


def _withdraw(request: Request, key: str) -> HttpResponse:
    withdraw_statement(by=request.viewer, key=key, why=request.POST.get("why", ""))
    return _see("statement", key)


def _sure(request: Request, key: str) -> Sure:
    """Readers lose it at once; its owner is told, with the reason."""
    page = statement_page(request.viewer, key)
    where = len(page.pages)
    on_pages = ngettext("%(num)s page no longer says it.", "%(num)s pages no longer say it.", where) % {"num": where}
    happens = (
        _("No reader is told it any more, on any page or leaflet, in any language."),
        *([on_pages] if where else []),
        _("%(organisation)s owns it, and is told why.") % {"organisation": page.owner.name},
        _("It cannot be put back: it would have to be written and approved anew."),
    )
    about = page.current.text if page.current else page.key
    return Sure(
        _("Withdraw this everywhere?"), about, happens, _("Withdraw it everywhere"), reverse("statement", args=[key])
    )


def add_statement(request: Request) -> HttpResponse:
    """A new statement."""
    form = StatementForm(request.POST if request.method == "POST" else None)

    def add() -> HttpResponse:
        statements.add_statement(by=request.viewer, **form.answer)
        return _see("statement", form.cleaned_data["key"])

    return question(request, "library/add_statement.jinja", form, add)


def propose_wording(request: Request, statement_key: str) -> HttpResponse:
    """Other words for a statement."""
    shown = statement_page(request.viewer, statement_key)
    form = WordingForm(request.POST) if request.method == "POST" else WordingForm.of(shown)

    def propose() -> HttpResponse:
        statements.propose_wording(by=request.viewer, key=statement_key, words=form.words())
        return _see("statement", statement_key)

    return question(request, "library/propose_wording.jinja", form, propose, {"page": shown})


def translate_statement(request: Request, statement_key: str, text_language: str) -> HttpResponse:
    """A statement in another language, beside its English."""
    language = _language(text_language)
    shown = statement_page(request.viewer, statement_key)
    there = next((each for each in shown.translations if each.language == language), None)
    form = TranslationForm(
        request.POST if request.method == "POST" else None,
        initial={"text": there.text, "easy_text": there.easy_text} if there else None,
    )

    def translate() -> HttpResponse:
        translating.translate_statement(
            by=request.viewer, key=statement_key, language=language.code, **form.cleaned_data
        )
        return _see("statement", statement_key)

    page = {"page": shown, "there": there, "of": language, "wording": wording}
    return question(request, "library/translate_statement.jinja", form, translate, page)


def add_page(request: Request) -> HttpResponse:
    """A new page."""
    form = PageForm(None, request.POST if request.method == "POST" else None)

    def write() -> HttpResponse:
        write_page(by=request.viewer, slug=form.cleaned_data["slug"], words=form.words(), is_new=True)
        return _see("edit-page", form.cleaned_data["slug"])

    return question(request, "library/edit_page.jinja", form, write, {"page": None})


def edit_page(request: Request, slug: str) -> HttpResponse:
    """Which statements a page cites, under which headings."""
    shown = page_to_edit(request.viewer, slug)
    form = PageForm(shown, request.POST if request.method == "POST" else None)

    def write() -> HttpResponse:
        write_page(by=request.viewer, slug=slug, words=form.words())
        return _see("edit-page", slug)

    return question(request, "library/edit_page.jinja", form, write, {"page": shown, "wording": wording})


def translate_page(request: Request, slug: str, text_language: str) -> HttpResponse:
    """A page's own words in another language."""
    language = _language(text_language)
    shown = page_to_edit(request.viewer, slug)
    form = PageTranslationForm(shown, language, request.POST if request.method == "POST" else None)

    def translate() -> HttpResponse:
        translating.translate_page(by=request.viewer, slug=slug, language=language.code, **form.answer)
        return _see("library-languages")

    return question(request, "library/translate_page.jinja", form, translate, {"page": shown, "of": language})


def _number(given: QueryDict) -> int:
    number = given.get("number", "")
    if not (number.isascii() and number.isdigit() and len(number) < 9):
        raise Refusal("words_not_waiting")
    return int(number)


def _see(name: str, *args: str) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=args), status=303)


def _language(code: str) -> Language:
    if code == ENGLISH.code or not is_interface_language(code):
        raise NotFound("language")
    return interface_language(code)


def languages(request: Request) -> HttpResponse:
    """Every page in every language, and what to translate next."""
    page = {"table": language_table(request.viewer), "wording": wording}
    return render(request, "library/languages.jinja", page)
