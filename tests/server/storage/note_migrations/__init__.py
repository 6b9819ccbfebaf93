"""The tables of the test models."""
