"""The Jinja environment of every page: escaped, translated, strict about unknown names, and fast."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined

from kith.kernel.languages import Language, interface_language
from kith.platform.ui import assets, drawing, formats
from kith.platform.ui.keeping import kept
from kith.platform.ui.signs import maternity, signs_about, signs_mark


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page."""
    return reverse(name, args=args, kwargs=kwargs)


def current_language() -> Language:
    """The language this page is written in."""
    return interface_language(get_language() or "en")


def environment(**options: Any) -> Environment:
    """Build the environment; called once by Django's Jinja backend."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**{"autoescape": True, **options}, extensions=["jinja2.ext.i18n"])  # noqa: S701  # it is on
    made.policies["ext.i18n.trimmed"] = True
    # Old style: the new style returns marked-up text, and escaping would then depend on how a component was called.
    made.install_gettext_callables(gettext, ngettext, newstyle=False, pgettext=pgettext, npgettext=npgettext)  # type: ignore[attr-defined]
    made.filters.update(
        date_words=formats.date, time_words=formats.time, number=formats.number, percent=formats.percent
    )
    made.globals.update(
        url=url,
        static_built=assets.static_built,
        fonts_to_preload=assets.fonts_to_preload,
        current_language=current_language,
        language_of=interface_language,
        formats=formats,
        drawing=drawing,
        kept=kept,
        signs_about=signs_about,
        signs_mark=signs_mark,
        maternity=maternity,
    )
    return made
