"""Organisations in the terms of schema.org, and what later rooms say in the same terms. Never a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

CONTEXT = "https://schema.org"
NEEDS = """
  id name legalName shortName kinds summary website logoUrl email phone foundedOn closedOn
  identifiers { scheme value validTo }
  addresses { kind street houseNumber postcode city province country latitude longitude }
  parent { name website }
  themes { label }
"""
NEEDS_OF_RELATED = "id name website logoUrl"  # of an organisation that something else names
TYPES = {  # kinds with a schema.org type of their own; the first kind that has one decides
    "MBO_INSTITUTION": "EducationalOrganization",
    "HBO_INSTITUTION": "CollegeOrUniversity",
    "UNIVERSITY": "CollegeOrUniversity",
    "VMBO_SCHOOL": "EducationalOrganization",
    "MUNICIPALITY": "GovernmentOrganization",
    "PROVINCE": "GovernmentOrganization",
    "WATER_AUTHORITY": "GovernmentOrganization",
    "NATIONAL_GOVERNMENT": "GovernmentOrganization",
    "NGO": "NGO",
    "KNOWLEDGE_INSTITUTE": "ResearchOrganization",
}
PAGES = {"WIKIDATA": "https://www.wikidata.org/wiki/", "ROR": "https://ror.org/"}  # of what a code names


def organisation_as_json_ld(values: Mapping[str, Any], _language: str) -> dict[str, Any]:
    """An Organization, or the kind of it that fits; codes that no longer hold are left out."""
    codes = [code for code in values["identifiers"] if code["validTo"] is None]
    found = (TYPES[kind] for kind in values["kinds"] if kind in TYPES)
    return kept(
        {
            "@context": CONTEXT,
            "@type": next(found, "Organization"),
            "identifier": [identifier("schakel", values["id"])]
            + [identifier(code["scheme"], code["value"]) for code in codes],
            "name": values["name"],
            "legalName": values["legalName"],
            "alternateName": values["shortName"],
            "description": values["summary"],
            "url": values["website"],
            "logo": values["logoUrl"],
            "email": values["email"],
            "telephone": values["phone"],
            "foundingDate": values["foundedOn"],
            "dissolutionDate": values["closedOn"],
            "leiCode": next((code["value"] for code in codes if code["scheme"] == "LEI"), None),
            "sameAs": [PAGES[code["scheme"]] + code["value"] for code in codes if code["scheme"] in PAGES],
            "address": [address(item) for item in values["addresses"]],
            "location": [place(item) for item in values["addresses"] if item["kind"] != "POSTAL"],
            "knowsAbout": [theme["label"] for theme in values["themes"]],
            "parentOrganization": related_organisation(values["parent"]),
        }
    )


def related_organisation(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """An organisation that something else names, None where there is none to be seen."""
    if values is None:
        return None
    return kept(
        {
            "@type": "Organization",
            "identifier": identifier("schakel", values["id"]) if "id" in values else None,
            "name": values["name"],
            "url": values["website"],
            "logo": values.get("logoUrl"),
        }
    )


def identifier(scheme: str, value: str) -> dict[str, str]:
    """A code in a register, by the name that the graph has for the register."""
    return {"@type": "PropertyValue", "propertyID": scheme, "value": value}


def place(values: Mapping[str, Any]) -> dict[str, Any]:
    """A place with its address, name and position, as far as they are known."""
    return kept(
        {"@type": "Place", "name": values.get("name"), "address": address(values), "geo": position(values)}
    )


def address(values: Mapping[str, Any]) -> dict[str, Any]:
    """A postal address; the region is the code of the province after ISO 3166-2."""
    street = " ".join(part for part in (values["street"], values["houseNumber"]) if part)
    return kept(
        {
            "@type": "PostalAddress",
            "streetAddress": street,
            "postalCode": values["postcode"],
            "addressLocality": values["city"],
            "addressRegion": values["province"],
            "addressCountry": values.get("country") or "NL",
        }
    )


def position(values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The WGS84 coordinates, None where they are not known."""
    if values["latitude"] is None or values["longitude"] is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": values["latitude"],
        "longitude": values["longitude"],
    }


def kept(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values less what is missing or empty; a list of one is that one, as schema.org allows."""
    return {key: _single(value) for key, value in values.items() if value not in (None, "", [], {})}


def _single(value: Any) -> Any:
    return (
        value[0] if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 1 else value
    )
