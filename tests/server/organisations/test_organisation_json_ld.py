"""What schema.org calls an organisation, and what of it is said there."""

from typing import Any

import pytest
from schakel_server.domain.organisations.json_ld import organisation_as_json_ld


def made(**values: Any) -> dict[str, Any]:
    names = "legalName shortName summary website logoUrl email phone foundedOn closedOn parent"
    plain: dict[str, Any] = dict.fromkeys(names.split())
    plain |= {"id": "org_1", "name": "Firda", "kinds": [], "identifiers": [], "addresses": [], "themes": []}
    return organisation_as_json_ld({**plain, **values}, "nl")


def address(**values: Any) -> dict[str, Any]:
    names = "street houseNumber postcode province latitude longitude"
    return {**dict.fromkeys(names.split()), "kind": "VISIT", "city": "Sneek", "country": "NL", **values}


def code(scheme: str, value: str, valid_to: str | None = None) -> dict[str, Any]:
    return {"scheme": scheme, "value": value, "validTo": valid_to}


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], "Organization"),
        (["COMPANY"], "Organization"),
        (["COMPANY", "NGO"], "NGO"),
        (["HBO_INSTITUTION", "MBO_INSTITUTION"], "CollegeOrUniversity"),
        (["MBO_INSTITUTION"], "EducationalOrganization"),
        (["MUNICIPALITY"], "GovernmentOrganization"),
    ],
)
def test_the_first_kind_with_a_type_of_its_own_decides(kinds, expected):
    assert made(kinds=kinds)["@type"] == expected


def test_codes_that_hold_are_identifiers_and_some_are_pages():
    found = made(
        identifiers=[
            code("KVK", "01234567"),
            code("INSTITUTION_CODE", "25XX", "2023-07-31"),
            code("WIKIDATA", "Q42"),
            code("LEI", "724500VKKSH9QOLTFR81"),
        ]
    )

    assert [item["value"] for item in found["identifier"]] == [
        "org_1",
        "01234567",
        "Q42",
        "724500VKKSH9QOLTFR81",
    ]
    assert found["sameAs"] == "https://www.wikidata.org/wiki/Q42"
    assert found["leiCode"] == "724500VKKSH9QOLTFR81"


def test_a_postal_address_is_an_address_but_no_place():
    found = made(addresses=[address(), address(kind="POSTAL", postcode="8600 AA")])

    assert [item.get("postalCode") for item in found["address"]] == [None, "8600 AA"]
    assert found["location"]["address"]["addressLocality"] == "Sneek"
    assert "geo" not in found["location"]


def test_what_is_not_known_is_not_said():
    assert set(made()) == {"@context", "@type", "identifier", "name"}


def test_the_organisation_that_it_is_a_branch_of_is_named():
    parent = {"name": "Friesland", "website": None}

    assert made(parent=parent)["parentOrganization"] == {"@type": "Organization", "name": "Friesland"}
