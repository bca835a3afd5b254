"""A refusal: the system said no, and says why and what to do instead."""


class Refusal(Exception):
    """A decision against the request, by code; the words for people are made where it is shown."""

    def __init__(self, code: str, *, offer: str | None = None, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.offer = offer
        self.facts = facts

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Refusal):
            return NotImplemented
        return (self.code, self.offer, self.facts) == (other.code, other.offer, other.facts)

    def __hash__(self) -> int:
        return hash((self.code, self.offer))

    def __repr__(self) -> str:
        return f"Refusal({self.code!r}, offer={self.offer!r}, **{self.facts!r})"
