"""The values that themes use, and the rooms after them."""

from enum import unique

from schakel_server.declare.values import Values


@unique
class RLadder(Values):
    """A rung of the R-ladder of circularity (R-ladder), the higher the more circular. Example: `R4`."""

    R0 = "Refuse: do without, e.g. no packaging at all"
    R1 = "Rethink: use more intensively, e.g. share a machine park"
    R2 = "Reduce: use less material, e.g. a lighter frame"
    R3 = "Reuse: use again as it is, e.g. second-hand furniture"
    R4 = "Repair: mend what is broken, e.g. a repair café"
    R5 = "Refurbish: make old things as new, e.g. laptops for schools"
    R6 = "Remanufacture: parts in a new product of the same kind, e.g. a revised engine"
    R7 = "Repurpose: parts in another product, e.g. a bag of old banners"
    R8 = "Recycle: back to material, e.g. fibres of old clothes"
    R9 = "Recover: win energy, e.g. burn waste wood"
