"""The types of search: highlights, and the root field that searches all types at once."""

from __future__ import annotations

from typing import Annotated, Any, Union

import strawberry

from schakel_server.declare.catalogue import Catalogue
from schakel_server.declare.values import Locale
from schakel_server.graph.factory import Argument, Output, TypeFactory, list_of

SEARCH_MANUAL = (
    "Only what is about these words, in Dutch or English, most relevant first unless orderBy says otherwise: also "
    "other forms, synonyms, parts of compounds and with typing errors. All words must be there; at most 10 words and "
    "200 characters; null or nothing to look for leaves all. Example: `stage fietsen`."
)


class SearchTypes:
    """Makes the types of search with the schema's own factory."""

    def __init__(self, factory: TypeFactory, catalogue: Catalogue) -> None:
        self.factory = factory
        self.catalogue = catalogue
        self._highlight = self._highlight_type()

    def _highlight_type(self) -> Any:
        part = self.factory.fill_object(
            "HighlightPart",
            "A piece of text, never HTML. Example: `parts { text isMatch }`.",
            {
                "text": Output(str, "The text of this part. Example: `Stage in een `."),
                "isMatch": Output(bool, "Whether it is what was searched for. Example: `true`."),
            },
        )
        return self.factory.fill_object(
            "Highlight",
            "A field in which something was found. Example: `highlights { field parts { text isMatch } }`.",
            {
                "field": Output(str, "The name of the field. Example: `title`."),
                "parts": Output(
                    list_of(part),
                    "Its text in parts; of a long one some 200 characters. Example: `parts { text isMatch }`.",
                ),
            },
        )

    def highlights(self) -> Output:
        """The field `highlights` of an edge."""
        locale = Argument(
            self.factory.enum(Locale),
            "The language to read; else that of the request. Falls back to NL, EN, any. Example: `EN`.",
        )
        return Output(
            list_of(self._highlight),
            "Where what is searched for stands in the text of this language, names first; empty without `search`. "
            "Example: `highlights(locale: NL) { field parts { text isMatch } }`.",
            {"locale": locale},
        )

    def node_type(self) -> Any:
        """The enum of all types that stand alone."""
        values = {
            declaration.constant: f'{declaration.name}, e.g. `search(text: "textiel", types: [{declaration.constant}])`'
            for declaration in self.catalogue.nodes()
        }
        return self.factory.made_enum("NodeType", "A type of node. Example: `OFFER`.", values)

    def root(self, page_info: Any) -> Output:
        """The root field `search`."""
        arguments = {
            "text": Argument(str, f"{SEARCH_MANUAL} Here, nothing to look for finds nothing.", True),
            "types": Argument(
                list_of(self.node_type()),
                "Only nodes of these types; memberships have no text of their own. Example: `[OFFER, RESOURCE]`.",
            ),
            "first": Argument(int, "How many, 1 to 100; 20 when not given. Example: `10`."),
            "after": Argument(
                str, "Only what comes after this cursor. Example: the `endCursor` of the page before."
            ),
        }
        return Output(
            self._connection(page_info),
            "Everything that is about these words, whatever its type, most relevant first, then newest. "
            'Example: `search(text: "mvo textiel") { nodes { id } counts { type count } }`.',
            arguments,
        )

    def _connection(self, page_info: Any) -> Any:
        result = self._result()
        edge = self.factory.fill_object(
            "SearchEdge",
            "Something that was found. Example: `edges { score node { id } }`.",
            {
                "cursor": Output(str, "Where this edge stands. Example: `WyJz…`."),
                "score": Output(float | None, "How well it fits, 0 to 1. Example: `0.85`."),
                "highlights": self.highlights(),
                "node": Output(
                    result, "What was found. Example: `node { ... on Offer { title } ... on Node { id } }`."
                ),
            },
        )
        return self.factory.fill_object(
            "SearchConnection",
            "A page of what was found. Example: `{ nodes { id } totalCount counts { type count } }`.",
            {
                "edges": Output(list_of(edge), "The page with scores. Example: `edges { score }`."),
                "nodes": Output(
                    list_of(result), "The page without. Example: `nodes { ... on Offer { title } }`."
                ),
                "pageInfo": Output(page_info, "Where the page stands. Example: `pageInfo { endCursor }`."),
                "totalCount": Output(
                    int, "How many there are in all; counted only when asked for. Example: `120`."
                ),
                "counts": Output(
                    list_of(self._count()),
                    "How many there are of each type that was searched. Example: `counts { type count }`.",
                ),
            },
        )

    def _result(self) -> Any:
        shells = [self.factory.shells[item.name] for item in self.catalogue.nodes() if item.searched()]
        description = "Any node that can be found. Example: `... on Offer { title }`."
        made = strawberry.union("SearchResult", description=description)
        return Annotated[Union[tuple(shells)], made]  # noqa: UP007

    def _count(self) -> Any:
        return self.factory.fill_object(
            "SearchCount",
            "How many nodes of one type were found. Example: `counts { type count }`.",
            {
                "type": Output(self.node_type(), "The type. Example: `OFFER`."),
                "count": Output(int, "How many. Example: `12`."),
            },
        )
