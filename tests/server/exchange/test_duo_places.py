"""Names of places out of capitals."""

import pytest
from schakel_server.exchange.duo.places import proper_case

WRITTEN = {
    "GRONINGEN": "Groningen",
    "IJLST": "IJlst",
    "'S-GRAVENHAGE": "'s-Gravenhage",
    "'T ZANDT": "'t Zandt",
    "WEST-TERSCHELLING": "West-Terschelling",
    "AA EN HUNZE": "Aa en Hunze",
    "DE FRYSKE MARREN": "De Fryske Marren",
    "SÚDWEST-FRYSLÂN": "Súdwest-Fryslân",
    "CAPELLE AAN DEN IJSSEL": "Capelle aan den IJssel",
    "HOOGEZAND-SAPPEMEER": "Hoogezand-Sappemeer",
}


@pytest.mark.parametrize(("capitals", "written"), list(WRITTEN.items()))
def test_capitals_become_the_written_name(capitals: str, written: str) -> None:
    assert proper_case(capitals) == written
    assert proper_case(written) == written
