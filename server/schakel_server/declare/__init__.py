"""The words in which a room declares its types, fields, relations, filters and rules."""
