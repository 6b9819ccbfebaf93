"""What can go wrong with organisations, as the caller is told."""

from schakel_server.errors import Conflict, InvalidInput


class InvalidCode(InvalidInput):
    """A code, number or address that does not have the form of its register."""


class CodeHeldTwice(Conflict):
    """Two organisations hold the same code today, so that it is not known which one is meant."""
