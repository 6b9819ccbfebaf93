"""The types of `where` and `order_by`, for annotations: `where: OfferWhere = {"kind": {"eq": "PROJECT"}}`."""

from schakel_client._generated import inputs as _inputs
from schakel_client._generated.inputs import *  # noqa: F403

__all__: list[str] = []
__all__ += _inputs.__all__
