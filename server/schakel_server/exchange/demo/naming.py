"""Names of made-up organisations: coined words that no company bears, no two alike within one seed."""

import re

from schakel_server.exchange.demo.content import read
from schakel_server.storage.text import fold

FIRST = (
    "Aard", "Baken", "Blauw", "Bries", "Dauw", "Dobber", "Drents", "Dwaal", "Eems", "Els", "Geest", "Gorre",
    "Haver", "Heide", "Hoop", "Hunze", "IJs", "Kiem", "Klei", "Klok", "Kwelder", "Lauwer", "Lente", "Linde",
    "Maan", "Maar", "Mos", "Nevel", "Noorder", "Oever", "Oker", "Ploeg", "Potkleur", "Regen", "Riet", "Rogge",
    "Schelp", "Schor", "Slib", "Stuif", "Terp", "Turf", "Veen", "Vlas", "Vlecht", "Vuur", "Wad", "Wilgen",
    "Wierde", "Wolken", "Zand", "Zilt", "Zomp", "Zwerf",
)  # fmt: skip
SECOND = (
    "adder", "bever", "boeier", "bunzing", "das", "dobbelaar", "egel", "fluiter", "fuut", "galjoen", "gans",
    "gems", "grutto", "haas", "hamster", "hermelijn", "hop", "ijsvogel", "kever", "kievit", "kikker", "kraai",
    "krekel", "kwartel", "lepelaar", "libel", "marter", "mol", "mus", "oehoe", "otter", "patrijs", "pimpel",
    "plevier", "reiger", "ringslang", "schol", "snoek", "specht", "sperwer", "spreeuw", "steur", "stint",
    "tjiftjaf", "uil", "valk", "vlinder", "vos", "wezel", "wielewaal", "winde", "wulp", "zalm", "zwaluw",
)  # fmt: skip
STEP = 4099  # a prime beyond the number of pairs: walking by it visits each combination once


def coined_name(trade: str, number: int) -> str:
    """The name of the organisation with this number among those of its trade, e.g. `Turfvlinder Bouw`."""
    words = read("trades")[trade]["words"]
    combinations = len(FIRST) * len(SECOND) * len(words)
    turn, place = divmod(number, combinations)
    rest, word = divmod(place * STEP % combinations, len(words))
    first, second = divmod(rest, len(SECOND))
    name = f"{FIRST[first]}{SECOND[second]} {words[word]}"
    return f"{name} {turn + 1}" if turn else name


def slug_of(text: str) -> str:
    """The form of a name in web addresses, e.g. `turfvlinder-bouw`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
