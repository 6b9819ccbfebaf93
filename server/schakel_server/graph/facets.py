"""The GraphQL types of facets: what a connection can be counted by, and the counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schakel_server.declare.catalogue import TypeDeclaration
from schakel_server.declare.facets import FacetField
from schakel_server.declare.values import Locale
from schakel_server.graph.factory import Argument, Output, TypeFactory, list_of

DEFAULT_VALUES = 20  # of a facet; CONTRACT, "One and many"


class FacetFactory(TypeFactory):
    """Makes the types that have to do with facets."""

    def facets(self, target: TypeDeclaration, facets: Mapping[str, FacetField]) -> Output:
        """The field `facets` of the connection of a type with these facets."""
        first, plural = next(iter(facets)), target.many or target.name
        values = {name: _facet_manual(facet) for name, facet in facets.items()}
        fields = self.made_enum(
            f"{target.name}Facet", f"What {plural} can be counted by. Example: `{first}`.", values
        )
        arguments = {
            "fields": Argument(
                list_of(fields), f"By what to count, in this order. Example: `[{first}]`.", True
            ),
            "first": Argument(
                int,
                "How many values of each, 1 to 100; 20 when not given. Example: `10`.",
                default=DEFAULT_VALUES,
            ),
        }
        return Output(
            list_of(self._facet()),
            "How many there are for each value, most first, on all pages together; a facet leaves out its own "
            "conditions in where (those in OR and NOT stay). Counted only when asked for. "
            f"Example: `facets(fields: [{first}]) {{ field values {{ value label count }} }}`.",
            arguments,
        )

    def _facet(self) -> Any:
        if "Facet" in self.filled:
            return self.shells["Facet"]
        self.filled.add("Facet")
        value = self.fill_object(
            "FacetValue",
            "One value of a facet. Example: `values { value label(locale: EN) count }`.",
            {
                "value": Output(
                    str, "The value as where takes it: a word, a text or an id. Example: `GUEST_LECTURE`."
                ),
                "label": Output(
                    str,
                    "What the value is called; the value itself where it has no other name. "
                    "Example: `Guest lecture`.",
                    {"locale": self.locale()},
                ),
                "count": Output(int, "How many there are with it. Example: `12`."),
            },
        )
        return self.fill_object(
            "Facet",
            "The values of one field with their counts. Example: `facets(fields: [KIND]) { field }`.",
            {
                "field": Output(str, "By what is counted. Example: `KIND`."),
                "values": Output(
                    list_of(value),
                    "The values, most first, then by value. Example: `values { value count }`.",
                ),
            },
        )

    def locale(self) -> Argument:
        """The argument that picks the language of a text."""
        return Argument(
            self.enum(Locale),
            "The language to read; else that of the request. Falls back to NL, EN, any. Example: `EN`.",
        )


def _facet_manual(facet: FacetField) -> str:
    """What is counted, in the words of the field itself, and how `where` keeps one value."""
    named = facet.relation if facet.label and facet.relation else facet.column
    words = named.description.split(" Example:")[0]
    kept = "".join(f"{{{step}: " for step in facet.own) + "…" + "}" * len(facet.own)
    return f"{words} One value is kept by `{kept}`, e.g. `facets(fields: [{facet.name}])`"
