"""Asking the graph in process, as the tests do it."""

import json
from typing import Any

from schakel_server.app import the_graph
from schakel_server.graph.service import Answer, GraphRequest, GraphService
from schakel_server.storage.database import Database


class Graph:
    """The graph over one database; keyword arguments of a question are its variables."""

    def __init__(self, database: Database) -> None:
        catalogue, schema = the_graph()
        self.database = database
        self.catalogue = catalogue
        self.service = GraphService(schema, catalogue, database)

    async def answer(
        self,
        query: str,
        variables: dict[str, Any] | None = None,
        *,
        locale: str = "EN",
        name: str | None = None,
    ) -> Answer:
        """The answer as it would go to the socket."""
        return await self.service.answer(GraphRequest(query, variables or {}, name, locale))

    async def response(
        self, query: str, *, locale: str = "EN", name: str | None = None, **variables: Any
    ) -> Any:
        """The whole response, decoded; it is checked to be JSON in the strict sense."""
        return strict_json((await self.answer(query, variables, locale=locale, name=name)).body)

    async def data(self, query: str, *, locale: str = "EN", name: str | None = None, **variables: Any) -> Any:
        """The data of an answer without errors."""
        response = await self.response(query, locale=locale, name=name, **variables)
        assert "errors" not in response, response["errors"]
        return response["data"]

    async def error(
        self, query: str, *, locale: str = "EN", name: str | None = None, **variables: Any
    ) -> Any:
        """The only error of an answer without data."""
        response = await self.response(query, locale=locale, name=name, **variables)
        assert response.get("data") is None, response
        assert len(response["errors"]) == 1, response
        return response["errors"][0]

    async def code(self, query: str, **variables: Any) -> str:
        """The code of the only error."""
        return str((await self.error(query, **variables))["extensions"]["code"])

    async def values(self, query: str, **variables: Any) -> list[Any]:
        """The one field of each node of the only connection, e.g. of `{ offers { nodes { slug } } }`."""
        (connection,) = (await self.data(query, **variables)).values()
        return [next(iter(node.values())) for node in connection["nodes"]]


def strict_json(text: bytes) -> Any:
    """The value of a JSON text; NaN, Infinity and bytes that are no UTF-8 are refused."""

    def refuse(word: str) -> Any:
        raise ValueError(f"{word} is no JSON")

    return json.loads(text.decode("utf-8"), parse_constant=refuse)
