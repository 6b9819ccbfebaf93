"""What follows from the schema.

Generated from schema.graphql by client/tools/generate.py; changes made by hand are lost.
"""
