"""The addresses for programs, described for them (OpenAPI 3.1), from the same models that check what is said."""

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kith.directory.rules.codes import BabyAge, Feature
from kith.directory.rules.needs import Need
from kith.directory.rules.open_referral import records as standard
from kith.directory.rules.open_referral.asking import Asked, AskedAnywhere, AskedPage
from kith.kernel.languages import INTERFACE_LANGUAGES

Json = dict[str, Any]
_REF = "#/components/schemas/{model}"


class Problems(BaseModel):
    """Why a question has no answer, in words."""

    problems: list[str]


class Page(BaseModel):
    """One page of a list."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool


_MODELS: tuple[type[BaseModel], ...] = (
    standard.About,
    standard.ListedService,
    standard.Service,
    standard.ServiceAtLocation,
    standard.Taxonomy,
    standard.TaxonomyTerm,
    Page,
    Problems,
)
_LISTS: tuple[tuple[str, type[BaseModel], type[BaseModel], type[AskedPage], str], ...] = (
    ("services", standard.ListedService, standard.Service, Asked, "Services"),
    (
        "service_at_locations",
        standard.ServiceAtLocation,
        standard.ServiceAtLocation,
        AskedAnywhere,
        "Services at places",
    ),
    ("taxonomies", standard.Taxonomy, standard.Taxonomy, AskedPage, "Lists of terms"),
    ("taxonomy_terms", standard.TaxonomyTerm, standard.TaxonomyTerm, AskedPage, "Terms"),
)


_LANGUAGES = [each.code for each in INTERFACE_LANGUAGES]
_WISHES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("near", "A postcode, half of one, or a place", ()),
    ("need", "What somebody comes for", tuple(Need)),
    ("words", "The same in words of one's own, in any of the languages", ()),
    ("language", "The code of a language spoken there", ()),
    ("age", "How old the baby is", tuple(BabyAge)),
    ("free", "Only what is free", ("yes",)),
    ("access", "What the place must have; may be given several times", tuple(Feature)),
)


def document(root: str) -> Json:
    """The description of all public addresses for programs of the place at this address."""
    paths: Json = {"/": {"get": _operation("about", "What this feed is", _of(standard.About))}}
    for name, listed, whole, asked, title in _LISTS:
        paths[f"/{name}"] = {"get": _list(name, listed, asked, title)}
        paths[f"/{name}/{{id}}"] = {"get": _one(name, whole, title)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kith: the place's public data",
            "version": standard.VERSION,
            "summary": "Services for families in Open Referral UK 3.0, and published numbers. Open to all, no key.",
        },
        "servers": [{"url": f"{root}/open-referral"}],
        "paths": {**paths, **_elsewhere(root)},
        "components": {"schemas": _schemas()},
    }


def _list(name: str, listed: type[BaseModel], asked: type[AskedPage], title: str) -> Json:
    contents = {"type": "object", "properties": {"contents": {"type": "array", "items": _of(listed)}}}
    schema = {"allOf": [_of(Page), {**contents, "required": ["contents"]}]}
    found = _operation(f"list_{name}", f"{title}, a page at a time", schema)
    found["parameters"] = _parameters(asked)
    if "postcode" in asked.model_fields:
        found["responses"]["404"] = _response("The postcode is not one of this place.", _of(Problems))
    found["responses"]["400"] = _response("A parameter is not understood; the words say which and why.", _of(Problems))
    return found


def _one(name: str, whole: type[BaseModel], title: str) -> Json:
    found = _operation(f"one_of_{name}", f"{title}: one in full", _of(whole))
    found["parameters"] = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
    ]
    found["responses"]["404"] = _response("There is no such record.", _of(Problems))
    return found


def _operation(name: str, summary: str, schema: Json) -> Json:
    unchanged = {"description": "Nothing has changed since the answer with the ETag that was sent."}
    return {
        "operationId": name,
        "summary": summary,
        "responses": {"200": _response(summary, schema), "304": unchanged},
    }


def _response(description: str, schema: Json) -> Json:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _parameters(asked: type[AskedPage]) -> list[Json]:
    schema = asked.model_json_schema()
    shared = schema.get("$defs", {})
    found = []
    for name, rule in schema["properties"].items():
        said = _tidy(rule)
        reference = said.pop("$ref", "").rpartition("/")[2]
        said = {**_tidy(shared.get(reference, {})), **said}
        about = said.pop("description", "")
        found.append({"name": name, "in": "query", "required": False, "description": about, "schema": said})
    return found


def _elsewhere(root: str) -> Json:
    """What programs may ask of the place beside the feed."""
    servers = [{"url": root}]
    language = {"name": "language", "in": "path", "required": True, "schema": {"type": "string", "enum": _LANGUAGES}}
    numbers = {
        "operationId": "feeding_numbers",
        "summary": "How babies are fed at six to eight weeks, by quarter; small numbers are held back",
        "parameters": [language],
        "responses": {
            "200": {
                "description": "A table under headings",
                "content": {"text/csv": {"schema": {"type": "string"}}},
            }
        },
    }
    dates = {
        "operationId": "dates_found",
        "summary": "The dates that answer a search for support, as a calendar to follow; what is not known is left out",
        "parameters": [language, *(_wish(name, about, codes) for name, about, codes in _WISHES)],
        "responses": {
            "200": {
                "description": "A calendar (RFC 5545)",
                "content": {"text/calendar": {"schema": {"type": "string"}}},
            }
        },
    }
    state = {"description": "What works and what does not", "content": {"application/json": {"schema": {}}}}
    health = {
        "operationId": "health",
        "summary": "Whether the place works",
        "responses": {"200": state, "503": state},
    }
    return {
        "/{language}/our-numbers/feeding.csv": {"servers": servers, "get": numbers},
        "/{language}/find-support/kith.ics": {"servers": servers, "get": dates},
        "/healthz": {"servers": servers, "get": health},
    }


def _wish(name: str, about: str, codes: tuple[str, ...]) -> Json:
    """One wish of a search; what cannot be understood is passed over, so that an old link never errs."""
    schema: Json = {"type": "string", **({"enum": [str(each) for each in codes]} if codes else {})}
    if name == "access":
        schema = {"type": "array", "items": schema}
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema}


def _of(model: type[BaseModel]) -> Json:
    return {"$ref": _REF.format(model=model.__name__)}


@cache
def _schemas() -> Json:
    _, made = models_json_schema([(model, "serialization") for model in _MODELS], ref_template=_REF)
    schemas: Json = _tidy(made["$defs"])
    return schemas


# What is checked before a number is read, pydantic leaves under its own names.
_BOUNDS = {"ge": "minimum", "le": "maximum"}


def _tidy(value: Any) -> Any:
    """A schema without titles, and without nulls: what was not said is not sent."""
    if isinstance(value, list):
        return [_tidy(each) for each in value]
    if not isinstance(value, dict):
        return value
    kept = {_BOUNDS.get(key, key): _tidy(each) for key, each in value.items() if not _is_noise(key, each)}
    choices = [each for each in kept.get("anyOf", ()) if each != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        kept = {**choices[0], **kept}
    return kept


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)
