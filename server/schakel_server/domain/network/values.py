"""The values that the network uses."""

from enum import unique

from schakel_server.declare.values import Values


@unique
class MembershipRole(Values):
    """What a member is in a network (rol van het lid). Example: `MEMBER`."""

    MEMBER = "Takes part and decides (lid), e.g. a northern mbo or hbo institution"
    CHAIR = "Provides the chair (voorzitter), e.g. for two years"
    COORDINATOR = "Provides the coordinator (coördinator), e.g. the school that keeps the agenda"
    PARTNER = "Takes part without deciding (partner), e.g. a company or a municipality"
    OBSERVER = "Follows what happens (toehoorder), e.g. a school from another region"
