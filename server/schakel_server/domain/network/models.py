"""The network: which organisations are members of it, in which role and since when."""

from schakel_server.declare.fields import Inverse, choice, date, to_one
from schakel_server.declare.nodes import Node
from schakel_server.domain.network.values import MembershipRole


class Membership(Node):
    """A member of a network (lidmaatschap). Example: `memberships { nodes { organisation { name } } }`."""

    prefix = "mbr"
    one, many = "membership", "memberships"

    organisation = to_one(
        "Organisation",
        "The member.",
        Inverse("memberships", "Networks that this organisation is or was a member of, newest first."),
    )
    network = to_one(
        "Initiative",
        "The network.",
        Inverse("memberships", "Members of this network, newest first."),
    )
    role = choice(
        MembershipRole,
        "What the member is in the network.",
        "MEMBER",
        default=MembershipRole.MEMBER,
        facet=True,
    )
    since = date("First day of the membership, where it is known.", "2017-11-01", null=True, order=True)
    until = date("Last day; missing while it goes on.", "2023-12-31", null=True, order=True)
