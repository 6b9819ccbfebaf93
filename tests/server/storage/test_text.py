"""Text as it is stored, searched and ordered."""

import pytest
from schakel_server.storage.ids import id_from_uuid, new_id, prefix_of
from schakel_server.storage.text import fold, fold_all, fold_needle, is_storable, normalise


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Één  Café ", "een cafe"),
        ("Straße", "strasse"),
        ("ØL in Łódź", "ol in lodz"),
        ("ℌout", "hout"),
        ("İstanbul", "istanbul"),
        ("\tplain\ntext", "plain text"),
        ("循環", "循環"),
    ],
)
def test_folding_drops_case_accents_and_double_spaces(text, folded):
    assert fold(text) == folded


def test_needle_keeps_a_space_at_its_end():
    assert fold_needle("Hout ") == "hout "


def test_languages_are_folded_in_fallback_order():
    assert fold_all({"en": "Repair", "nl": "Reparatie"}) == "\nreparatie\nrepair"
    assert fold_all("") == "\n"
    assert fold_all({}) is None
    assert fold_all(None) is None


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_text_that_no_database_holds_is_refused(text):
    assert not is_storable(text)
    with pytest.raises(ValueError, match="NUL characters or lone surrogates"):
        normalise(text)


def test_ids_are_typed_and_ordered_in_time():
    made = [new_id("offer") for _ in range(100)]

    assert made == sorted(made)
    assert prefix_of(made[0]) == "offer"
    assert id_from_uuid("org", 0) == "org_00000000000000000000000000"
    assert prefix_of("offer_81kasw3c9xe8v9m0r2q4t6y8za") is None  # more than 128 bits
