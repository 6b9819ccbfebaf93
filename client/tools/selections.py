"""What the client's own methods ask for; everything else about them follows from the schema.

Of a node: all plain fields, its groups (`publication { … }`) and short part lists (`slots { … }`),
and related nodes as the small references below. Connections are left out, as they can grow.
"""

SCHEMA_TYPES = ("Organisation", "Offer", "Activity")  # types that get, find, list and iterate give
REFERENCES = {  # how a related node is shown: the name of its struct and its fields
    "Organisation": ("OrganisationRef", ("id", "slug", "name")),
    "Theme": ("ThemeRef", ("id", "code", "label")),
    "WorkingGroup": ("WorkingGroupRef", ("id", "slug", "name")),
    "ActivitySeries": ("ActivitySeriesRef", ("id", "slug", "title")),
    "Initiative": ("InitiativeRef", ("id", "slug", "name")),
}
LEFT_OUT = {  # fields of a part that lead back to the node that it belongs to, and what is made for other programs
    "Activity": ("jsonLd",),
    "Address": ("organisation",),
    "AgendaItem": ("activity",),
    "Condition": ("organisation",),
    "Contact": ("organisation",),
    "Offer": ("jsonLd",),
    "OfferListing": ("offer",),
    "OfferLocation": ("offer",),
    "OfferSkill": ("offer",),
    "OfferSlot": ("offer",),
    "Organisation": ("jsonLd",),
    "OrganisationIdentifier": ("organisation",),
    "Recognition": ("organisation",),
}
EXTRA_INPUTS = ("Near", "OrganisationIdentifierBy")  # inputs of methods, apart from `where` and `order_by`
