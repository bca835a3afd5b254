"""Forty ways to shut visitors out, each planted in a real page: what checks must find before they are believed."""

from __future__ import annotations

from dataclasses import dataclass

# Which page each barrier is planted in; `refused` is the form that came back with errors.
FORM, REFUSED, FIND, HOME, HELP, NUMBERS, ARABIC = "form", "refused", "find", "home", "help", "numbers", "arabic"


@dataclass(frozen=True)
class Barrier:
    """A small change for the worse: what it is, where it is planted, and the script that plants it."""

    name: str
    page: str
    script: str


def _styled(rules: str) -> str:
    return (
        f"const sheet = new CSSStyleSheet(); sheet.replaceSync(`{rules}`);"
        "document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];"
    )


def _added(html: str) -> str:
    return f"document.querySelector('main').insertAdjacentHTML('beforeend', `{html}`);"


def _swapped(selector: str, html: str) -> str:
    return f"document.querySelector(`{selector}`).outerHTML = `{html}`;"


BARRIERS = (
    Barrier("label removed", FORM, "document.querySelector('label[for=id_name]').remove()"),
    Barrier(
        "label replaced by a placeholder",
        FORM,
        "document.querySelector('label[for=id_name]').remove(); id_name.placeholder = 'Name'",
    ),
    Barrier("picture without an alternative", HOME, _added("<img src='/static/kith.svg'>")),
    Barrier("alternative that is a file name", HOME, _added("<img src='/static/kith.svg' alt='IMG_2041.jpg'>")),
    Barrier(
        "focus made invisible",
        FORM,
        _styled(
            ":focus, :focus + label::before, :focus::before { outline: 0 !important; box-shadow: none !important }"
            "a:focus, button:focus, input:focus { background: #fff !important; color: #000 !important;"
            "border-color: #000 !important; text-decoration: none !important; border-width: 2px !important }"
            "a, button, input { background: #fff !important; color: #000 !important; border-color: #000 !important;"
            "text-decoration: none !important; border-width: 2px !important; transition: none !important }"
        ),
    ),
    Barrier(
        "focus hidden under a bar",
        HELP,
        _added("<div id='bar'>We use cookies</div>")
        + _styled("#bar { position: fixed; inset: 25% 0 0 0; background: #fff; z-index: 99 }"),
    ),
    Barrier(
        "keyboard trapped in a field",
        FORM,
        "document.getElementById('id_contact').addEventListener('keydown',"
        "(event) => { if (event.key === 'Tab') event.preventDefault(); })",
    ),
    Barrier("order of the keyboard turned round", FORM, "document.getElementById('id_contact').tabIndex = 5"),
    Barrier("link taken from the keyboard", HELP, "document.querySelector('main a[href]').tabIndex = -1"),
    Barrier("pale words", HOME, _styled("main p { color: #bbb !important }")),
    Barrier("links told by colour alone", NUMBERS, _styled("p a { text-decoration: none !important; color: #000 }")),
    Barrier("a fixed width of 900 pixels", HELP, _styled("main { width: 900px !important }")),
    Barrier("a box that cuts larger words", HOME, _styled("main p { height: 1.2em; overflow: hidden }")),
    Barrier(
        "zoom forbidden",
        HOME,
        "document.querySelector('[name=viewport]').content = 'width=device-width, user-scalable=no'",
    ),
    Barrier(
        "a target of 16 pixels",
        FORM,
        _styled(
            "main button { all: unset !important; width: 16px !important; height: 16px !important; overflow: hidden }"
        ),
    ),
    Barrier("language of the page missing", HOME, "document.documentElement.removeAttribute('lang')"),
    Barrier("language of the page wrong", HOME, "document.documentElement.lang = 'ro'"),
    Barrier("direction of the page wrong", ARABIC, "document.documentElement.dir = 'ltr'"),
    Barrier("foreign words not marked", HOME, _added("<p>رضاعة طبيعية</p>")),
    Barrier("a heading that runs the wrong way", ARABIC, "document.querySelector('h1').style.direction = 'ltr'"),
    Barrier("a level of headings skipped", HOME, _added("<h5>More</h5>")),
    Barrier("heading made of bold words", HELP, _swapped("main h2", "<p class='nhsuk-heading-l'>Talk to someone</p>")),
    Barrier("main heading removed", HOME, "document.querySelector('h1').remove()"),
    Barrier("title of the page removed", HOME, "document.title = ''"),
    Barrier("main part not marked", HOME, "const m = document.querySelector('main'); m.replaceWith(...m.childNodes)"),
    Barrier("way past the head removed", HOME, "document.querySelector('.nhsuk-skip-link').remove()"),
    Barrier("button turned into a div", FORM, _swapped("main form button", "<div class='nhsuk-button'>Book</div>")),
    Barrier(
        "link turned into a span",
        HELP,
        _swapped("main a[href]", "<span class='kith-call' onclick='location.href=1'>Call 999</span>"),
    ),
    Barrier("button without a name", FORM, "document.querySelector('main form button').textContent = ''"),
    Barrier("link without a name", HELP, "document.querySelector('main a[href]').textContent = ''"),
    Barrier(
        "name that differs from the words", FORM, "document.querySelector('main form button').ariaLabel = 'Submit'"
    ),
    Barrier(
        "question of a choice removed",
        FORM,
        "document.querySelectorAll('main legend').forEach((each) => each.remove())",
    ),
    Barrier(
        "error not tied to its field", REFUSED, "document.getElementById('id_name').removeAttribute('aria-describedby')"
    ),
    Barrier("summary of errors removed", REFUSED, "document.querySelector('.nhsuk-error-summary').remove()"),
    Barrier(
        "table without headings",
        NUMBERS,
        "document.querySelectorAll('th').forEach((each) => { each.outerHTML = `<td>${each.innerHTML}</td>` })",
    ),
    Barrier("hidden from the ear, reached by the keyboard", HELP, "document.querySelector('main').ariaHidden = 'true'"),
    Barrier("a role that is none", HOME, "document.querySelector('main ul').setAttribute('role', 'menulist')"),
    Barrier("seen in another order than read", HOME, _styled("main { display: flex; flex-direction: column-reverse }")),
    # The last two ask for understanding, which no program has: they may stay unfound, and the figure says so.
    Barrier(
        "words that come only under a mouse",
        FIND,
        _added("<p id='more'>Dates <span>14 March</span></p>")
        + _styled("#more span { display: none } #more:hover span { display: inline }"),
    ),
    Barrier("told by colour alone", FORM, _added("<p>Fields in green must be filled in.</p>")),
)
