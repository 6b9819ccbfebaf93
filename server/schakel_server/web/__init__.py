"""The pages around the graph: landing page, query page, schema text, health. Nothing of the domain."""

from schakel_server.web.graphiql import graphiql_response
from schakel_server.web.routing import routes

__all__ = ["graphiql_response", "routes"]
