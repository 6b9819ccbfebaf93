"""The version of this package, the same as in pyproject.toml; read here so that no import has to search for it."""

__version__ = "0.1.0"
