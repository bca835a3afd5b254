"""Where a finding can be passed: organisations, their services, their people."""

from kith.directory.queries.search import Sought, service_cards, services_sought
from kith.organisations.queries.people import colleagues_of, organisation_cards
from kith.platform.access.viewer import Viewer

Choice = list[tuple[str, str]]


def organisations_to_choose() -> Choice:
    """Every organisation of the alliance, by name."""
    return [(str(each), card.name) for each, card in organisation_cards().items()]


def services_to_choose(viewer: Viewer) -> Choice:
    """Every service, by its organisation and name."""
    named = {each: card.name for each, card in organisation_cards().items()}
    cards = service_cards(services_sought(viewer, Sought()), "en")
    found = [(str(card.id), f"{named.get(card.organisation_id, '')}: {card.name.text}") for card in cards]
    return sorted(found, key=lambda choice: choice[1])


def people_to_choose() -> Choice:
    """All people at work, by organisation and name."""
    return [
        (str(card.id), f"{each.name}: {card.name}, {card.role_name}")
        for organisation_id, each in organisation_cards().items()
        for card in colleagues_of(organisation_id)
    ]
