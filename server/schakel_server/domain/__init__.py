"""What the platform is about: one room per word of the founding text, in their declared order."""

ROOMS = (
    "themes",
    "organisations",
    "education",
    "initiatives",
    "offers",
    "activities",
    "network",
    "knowledge",
)
MODEL_MODULES = tuple(f"schakel_server.domain.{room}.models" for room in ROOMS)
