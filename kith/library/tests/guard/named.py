"""The twenty changes that the guard must notice in every language, by name."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kith.library.rules.guard.facts import Fact, Facts
from kith.library.rules.guard.finding import Shown
from kith.library.rules.guard.words import Words, bare
from kith.library.tests.guard import editing
from kith.library.tests.guard.shown import facts, shown, words

Change = Callable[[Shown, Fact, Words], Shown]


@dataclass(frozen=True)
class Named:
    """A dangerous change: the fact that it breaks, and how, whatever the language."""

    name: str
    fact: str
    change: Change

    def made(self, language: str) -> tuple[Shown, Facts]:
        """The words of the language with this change, and the facts that stand where it was made."""
        fact = next(each for each in facts().facts if each.id == self.fact)
        return self.change(shown(language), fact, words(language)), editing.facts_at(facts(), fact)


def _edited(edit: Callable[[str, Fact, Words], str]) -> Change:
    """A change in the sentence that carries the fact, and in nothing else."""

    def change(said: Shown, fact: Fact, its: Words) -> Shown:
        text = editing.text_at(said, fact)
        sentence = editing.sentence_of(fact, text, its)
        return editing.with_text(said, fact, text.replace(sentence, edit(sentence, fact, its), 1))

    return change


def number(right: str, wrong: str) -> Change:
    """One number in the stead of another."""
    return _edited(lambda text, _fact, _its: editing.put(text, editing.numbers_in(text, right)[0], wrong))


def unit(value: str, right: str, wrong: str) -> Change:
    """The same number of another unit."""

    def edit(text: str, _fact: Fact, its: Words) -> str:
        place = editing.unit_near(text, editing.numbers_in(text, value)[0], its.as_written[right])
        return editing.put(text, place, f" {bare(its.as_written[wrong][0])} ") if place else ""

    return _edited(edit)


def word(right: str, wrong: str) -> Change:
    """The words of one concept in the stead of another's, wherever they stand in the sentence."""

    def edit(text: str, _fact: Fact, its: Words) -> str:
        for place in reversed(editing.places_of(its.as_written[right], text)):
            text = editing.put(text, place, bare(its.as_written[wrong][0]))
        return text

    return _edited(edit)


def added(concept: str) -> Change:
    """Words that must never be said, at the end of the sentence."""
    return _edited(lambda text, _fact, its: f"{text.rstrip('.۔।')} {bare(its.as_written[concept][0])}.")


def _allowed(text: str, _fact: Fact, its: Words) -> str:
    return next(iter(editing.without_not(text, its)))


def _forbidden(text: str, _fact: Fact, its: Words) -> str:
    there = editing.pieces(text)
    at = next((piece.start for piece in there if piece.folded.isdigit()), there[-1].start)
    return f"{text[:at]}{bare(its.as_written['not'][0])} {text[at:]}"


def _dropped(said: Shown, fact: Fact, _its: Words) -> Shown:
    return editing.with_text(said, fact, "")


def _moved_to(level: str) -> Change:
    return lambda said, fact, _its: editing.on_card(said, fact, level)


def _nobody(said: Shown, fact: Fact, _its: Words) -> Shown:
    """The card and all the statements on it are gone."""
    card = next(card for card in said.cards if card.place == fact.place)
    texts = {key: text for key, text in said.texts.items() if key not in card.keys}
    return replace(said, texts=texts, cards=tuple(each for each in said.cards if each != card))


allowed, forbidden = _edited(_allowed), _edited(_forbidden)

NAMED = (
    Named("'has a fit' dropped", "signs-baby.fit", _dropped),
    Named("green vomit moved to 111", "signs-baby.green-vomit", _moved_to("now")),
    Named("front for back", "safer-sleep.back/back", word("back", "front")),
    Named("a pillow", "safer-sleep.clear/empty", allowed),
    Named("85 to 100 micrograms", "vitamins.baby", number("8.5", "85")),
    Named("50 °C", "making-formula.hot/70", number("70", "50")),
    Named("17 weeks to 7", "starting-solids.when", number("17", "7")),
    Named("honey from 6 months", "starting-solids.avoid/honey", number("1", "6")),
    Named("aspirin allowed", "medicines.not/aspirin", allowed),
    Named("sofa for bed", "safer-sleep.sofa/bed", word("bed", "sofa")),
    Named("30 days in the fridge", "expressing.fridge/cold", number("8", "30")),
    Named("scoop of another pack", "making-formula.measure/scoop", word("came-in-pack", "another-pack")),
    Named("12 % for 10 %", "enough-milk.weight-help", number("10", "12")),
    Named("8 weeks to 8 months", "signs-baby.not-feeding", unit("8", "week", "month")),
    Named("111 for 999", "card/signs-baby/999", number("999", "111")),
    Named("no back blows", "signs-baby.choking-blows", forbidden),
    Named("warm to empty the breast", "pain.mastitis-care/warmth", added("empty-breast")),
    Named("refreeze", "expressing.freezer/refreeze", allowed),
    Named("24 hours for 2", "making-formula.fresh/2-hours", number("2", "24")),
    Named("nobody for despair", "card/signs-mind/despair", _nobody),
)

# The same twenty as somebody would type them into the English files: the text, what stands there, what is put instead.
IN_ENGLISH = {
    "'has a fit' dropped": ("signs-baby.fit", "has a fit, even if it is the first and your baby recovers", "recovers"),
    "front for back": ("safer-sleep.back", "on the back for every sleep", "on the front for every sleep"),
    "a pillow": ("safer-sleep.clear", "no pillow, no duvet", "a pillow, no duvet"),
    "85 to 100 micrograms": ("vitamins.baby", "8.5 to 10 micrograms", "85 to 100 micrograms"),
    "50 °C": ("making-formula.hot", "70°C", "50 °C"),
    "17 weeks to 7": ("starting-solids.when", "17 weeks", "7 weeks"),
    "honey from 6 months": ("starting-solids.avoid", "No honey before 1 year.", "Honey from 6 months."),
    "aspirin allowed": ("medicines.not", "Do not take aspirin, unless a", "You may take aspirin, if a"),
    "sofa for bed": ("safer-sleep.sofa", "feed in a bed", "feed on a sofa"),
    "30 days in the fridge": ("expressing.fridge", "up to 8 days", "up to 30 days"),
    "scoop of another pack": ("making-formula.measure", "that came in the pack", "of another pack"),
    "12 % for 10 %": ("enough-milk.weight-help", "10%", "12 %"),
    "8 weeks to 8 months": ("signs-baby.under-8-weeks", "8 weeks", "8 months"),
    "111 for 999": ("choking-and-allergy.react", "call 999", "call 111"),
    "no back blows": ("signs-baby.choking-blows", "give up to 5 back blows", "give no back blows"),
    "warm to empty the breast": ("pain.mastitis-care", "before a feed only if it eases", "to empty the breast"),
    "refreeze": ("expressing.freezer", "Never refreeze", "You may refreeze"),
    "24 hours for 2": ("making-formula.fresh", "2 hours", "24 hours"),
    "nobody for despair": ("signs-mind.listeners", "Samaritans listen on 116 123. Or text SHOUT to 85258.", "Rest."),
}
