"""Schakel's server: the connected graph of circular vocational education, over GraphQL."""
