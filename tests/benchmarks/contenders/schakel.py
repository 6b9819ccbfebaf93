"""Schakel as it is installed."""

from schakel_server.app import create_app
from schakel_server.settings import load_settings
from starlette.applications import Starlette

POOL = 10  # connections; every contender has as many
RATE = 10**9  # nodes a minute: rates are counted, and never reached


def schakel(database_url: str) -> Starlette:
    """The app with its own settings, but for the pool and the rate."""
    settings = load_settings(database_url=database_url, pool_min=POOL, pool_max=POOL, nodes_per_minute=RATE)
    return create_app(settings)
