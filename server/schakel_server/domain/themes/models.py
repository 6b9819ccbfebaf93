"""Themes: the subjects that tie everything in the graph together, as a SKOS concept scheme."""

from schakel_server.declare.fields import (
    Inverse,
    Weight,
    choices,
    local_text,
    numbers,
    text,
    texts,
    to_many,
    to_one,
)
from schakel_server.declare.nodes import Node
from schakel_server.domain.themes.values import RLadder


class Theme(Node):
    """A subject of circular education (thema), such as textiles. Example: `theme(by: {slug: "textiel"}) { label }`."""

    prefix = "theme"
    one, many = "theme", "themes"
    default_order = ("code",)

    code = text("Short code that never changes.", "textiel", unique=True, order=True, search=Weight.B)
    label = local_text("What the theme is called.", "Textiel", order=True, search=Weight.A)
    alt_labels = texts(
        "Other words for the same theme, in any language.", '["kleding", "fashion"]', search=Weight.B
    )
    definition = local_text(
        "What belongs to the theme and what doesn't.",
        "Kleding en textiel die langer meegaan",
        null=True,
        search=Weight.C,
    )
    broader = to_one(
        "Theme",
        "The wider theme that this one is part of.",
        null=True,
        order=("code",),
        inverse=Inverse("narrower", "The narrower themes within this one, by code."),
    )
    related = to_many("Theme", "theme_related", "Themes that touch this one, by code.", order=("code",))
    sdgs = numbers("Sustainable Development Goals, by number.", "[12, 13]")
    r_ladder = choices(RLadder, "Rungs of the R-ladder that the theme is about.", "[R2, R4]")
