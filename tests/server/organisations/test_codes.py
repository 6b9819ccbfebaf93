"""The checks of codes: what is tidied, what is refused, and what is said."""

import pytest
from schakel_server.domain.organisations.codes import (
    BY_SCHEME,
    CHECKS,
    PROVINCES,
    eqf_level,
    host_of,
    passes_eleven_test,
)
from schakel_server.domain.organisations.errors import InvalidCode
from schakel_server.domain.organisations.values import EducationLevel, IdentifierScheme

RIGHT = [
    ("kvk", "01234567", "01234567"),
    ("kvk", "01.234.567", "01234567"),
    ("kvk_establishment", "0000 1234 5678", "000012345678"),
    ("rsin", "1234.56.782", "123456782"),
    ("institution_code", "25BE", "25BE"),
    ("institution_code", " 25be 01 ", "25BE01"),
    ("rio_board", "100b490", "100B490"),
    ("rio_offerer", "110A133", "110A133"),
    ("rio_location", "110X912", "110X912"),
    ("leerbedrijf_id", "100123456", "100123456"),
    ("oin", "00000001234567890000", "00000001234567890000"),
    ("schac_home", "Hanze.nl", "hanze.nl"),
    ("ror", "https://ror.org/00xqtxw43", "00xqtxw43"),
    ("wikidata", "https://www.wikidata.org/wiki/q1234567", "Q1234567"),
    ("lei", "724500vkksh9qoltfr81", "724500VKKSH9QOLTFR81"),
    ("other", " L-17/b ", "L-17/b"),
    ("crebo", "25998", "25998"),
    ("sbi", "38.32", "3832"),
    ("isced_f", "0712", "0712"),
    ("esco_skill", "https://data.europa.eu/esco/skill/abc-12", "http://data.europa.eu/esco/skill/abc-12"),
    ("postcode", "9747as", "9747 AS"),
    ("municipality", "0014", "0014"),
    ("province", "fryslan", "NL-FR"),
    ("province", "Friesland", "NL-FR"),
    ("province", "nl-gr", "NL-GR"),
    ("province", "DR", "NL-DR"),
    ("phone", "0501234567", "+31 50 123 45 67"),
    ("phone", "(0591) 12 34 56", "+31 591 12 34 56"),
    ("phone", "+31 (0)6-12345678", "+31 6 12 34 56 78"),
    ("phone", "0031 88 1234567", "+31 88 123 45 67"),
    ("phone", "0800-1234", "0800 1234"),
    ("phone", "14050", "14 050"),
    ("phone", "+49 4912 34567", "+49491234567"),
    ("web_address", "www.school.nl", "https://www.school.nl"),
    ("web_address", "http://WWW.School.nl/", "https://www.school.nl"),
    ("web_address", "school.nl:8080/a?b=c#d", "https://school.nl:8080/a?b=c#d"),
    ("web_address", "https://fryslân.example", "https://xn--frysln-0ta.example"),
]
WRONG = [
    ("kvk", "1234567"),
    ("kvk", "٠١٢٣٤٥٦٧"),
    ("kvk_establishment", "12345678"),
    ("rsin", "123456789"),
    ("rsin", "000000000"),
    ("institution_code", "25B"),
    ("institution_code", "25BE1"),
    ("institution_code", "BE25"),
    ("institution_code", "=25BE"),
    ("rio_board", "110A133"),
    ("rio_offerer", "100B490"),
    ("rio_location", "110X91"),
    ("leerbedrijf_id", "12345678"),
    ("oin", "1234567890"),
    ("schac_home", "hanze"),
    ("ror", "00xqtxw44"),
    ("wikidata", "1234567"),
    ("lei", "724500VKKSH9QOLTFR82"),
    ("other", ""),
    ("other", "two\nlines"),
    ("crebo", "2599"),
    ("sbi", "3"),
    ("isced_f", "7"),
    ("esco_skill", "http://data.europa.eu/esco/occupation/abc"),
    ("postcode", "0747 AS"),
    ("postcode", "9747 A1"),
    ("municipality", "14"),
    ("province", "Noord"),
    ("phone", "050 123 45"),
    ("phone", "n.v.t."),
    ("phone", "+31 50 123"),
    ("web_address", "n.v.t."),
    ("web_address", "info@school.nl"),
    ("web_address", "https://me:secret@school.nl"),
    ("web_address", "javascript:alert(1)"),
    ("web_address", "ftp://school.nl"),
    ("web_address", "http://school .nl"),
    ("web_address", "http://[::1"),
    ("web_address", "localhost"),
    ("web_address", "https://school.nl/" + "a" * 2000),
]


@pytest.mark.parametrize(("name", "written", "stored"), RIGHT)
def test_a_right_code_is_tidied(name: str, written: str, stored: str) -> None:
    assert CHECKS[name].clean(written) == stored
    assert CHECKS[name].clean(stored) == stored


@pytest.mark.parametrize(("name", "written"), WRONG)
def test_a_wrong_code_is_refused(name: str, written: str) -> None:
    assert CHECKS[name].find(written) is None
    with pytest.raises(InvalidCode) as caught:
        CHECKS[name].clean(written, field=("code",))

    assert caught.value.code == "INVALID_INPUT"
    assert caught.value.field == ("code",)


def test_every_check_has_a_right_and_a_wrong_example() -> None:
    assert {name for name, *_ in RIGHT} == set(CHECKS)
    assert {name for name, *_ in WRONG} == set(CHECKS)


@pytest.mark.parametrize("scheme", IdentifierScheme)
def test_the_example_of_each_scheme_passes_its_own_check(scheme: IdentifierScheme) -> None:
    example = scheme.value.rsplit("e.g. ", 1)[1]

    assert BY_SCHEME[scheme].clean(example) == example


def test_messages_are_in_dutch_or_english_and_say_what_is_expected() -> None:
    check = CHECKS["institution_code"]

    assert check.message("X") == (
        "Institution code 'X' is not right; expected: two digits and two letters, e.g. 25BE, "
        "and two more digits for a location, e.g. 25BE01."
    )
    assert check.message("X", "nl") == (
        "Instellingscode 'X' klopt niet; verwacht: twee cijfers en twee letters, bijv. 25BE, "
        "voor een locatie nog twee cijfers, bijv. 25BE01."
    )
    assert check.message("X", "fy") == check.message("X", "en")


def test_a_wrong_rsin_is_not_repeated_as_it_may_be_a_bsn() -> None:
    assert "123456789" not in CHECKS["rsin"].message("123456789")


def test_long_and_unprintable_values_are_shown_safely() -> None:
    message = CHECKS["kvk"].message("\x1b[31m" + "9" * 500)

    assert "\x1b" not in message
    assert len(message) < 200


@pytest.mark.parametrize(
    ("digits", "passes"), [("123456782", True), ("111222333", True), ("123456783", False)]
)
def test_eleven_test(digits: str, passes: bool) -> None:
    assert passes_eleven_test(digits) is passes


def test_there_are_twelve_provinces_and_each_is_known_by_its_names() -> None:
    assert len(PROVINCES) == 12
    for code, names in PROVINCES.items():
        for name in names:
            assert CHECKS["province"].clean(name.upper()) == code


def test_levels_of_the_european_framework() -> None:
    assert [eqf_level(level) for level in EducationLevel] == [None, 1, 2, 3, 4, 5, 6, 7, None]


@pytest.mark.parametrize(
    ("address", "host"),
    [("https://www.school.nl/x", "school.nl"), ("School.nl", "school.nl"), ("n.v.t.", ""), ("", "")],
)
def test_host_of(address: str, host: str) -> None:
    assert host_of(address) == host
