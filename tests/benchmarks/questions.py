"""The questions that are measured, each as a GraphQL request."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import orjson

EMBED_DOCUMENT = """
query Embed {
  offers(first: 20) {
    nodes {
      title
      kind
      summary
      closesAt
      provider { id name slug }
      themes { code label }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""

DEEP_DOCUMENT = """
query Deep($slug: String!) {
  organisation(by: {slug: $slug}) {
    name
    offers(first: 10) {
      nodes {
        title
        themes {
          label
          activities(first: 5) { nodes { title startsAt organiser { name } } }
        }
      }
    }
  }
}
"""

FILTER_DOCUMENT = """
query Filter($after: DateTime!) {
  offers(
    first: 20
    where: {kind: {eq: INTERNSHIP_BOL}, levels: {has: MBO_4}, closesAt: {gte: $after}}
  ) {
    nodes { id title closesAt provider { name } }
    pageInfo { hasNextPage endCursor }
  }
}
"""


EMBED_IN_POSTGRAPHILE = """
query Embed {
  allOffers(first: 20, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]) {
    nodes {
      title
      kind
      summary
      closesAt
      provider { rowId name slug }
      themes: themesList { code label }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""

DEEP_IN_POSTGRAPHILE = """
query Deep($slug: String!) {
  organisationBySlug(slug: $slug) {
    name
    offers(first: 10, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]) {
      nodes {
        title
        themes: themesList {
          label
          activities: activitiesList(upTo: 5) { title startsAt organiser { name } }
        }
      }
    }
  }
}
"""


@dataclass(frozen=True)
class Question:
    """A GraphQL request under the name by which it is measured; `in_postgraphile` is the same for its schema."""

    name: str
    document: str
    variables: dict[str, Any] = field(default_factory=dict)
    in_postgraphile: str = ""

    @property
    def body(self) -> bytes:
        """The request as it is posted."""
        return orjson.dumps({"query": self.document, "variables": self.variables})

    @property
    def body_for_postgraphile(self) -> bytes:
        """The same as it is posted to PostGraphile."""
        return orjson.dumps({"query": self.in_postgraphile, "variables": self.variables})

    @property
    def target(self) -> str:
        """The request as it is got."""
        given = {"query": self.document}
        if self.variables:
            given["variables"] = orjson.dumps(self.variables).decode()
        return f"/graphql?{urlencode(given)}"


def embed() -> Question:
    """A list for a school's website: the newest offers with provider and themes."""
    return Question("embed", EMBED_DOCUMENT, in_postgraphile=EMBED_IN_POSTGRAPHILE)


def deep(slug: str) -> Question:
    """Four connections deep, from an organisation to those who organise activities about its themes."""
    return Question("deep", DEEP_DOCUMENT, {"slug": slug}, DEEP_IN_POSTGRAPHILE)


def filtered(after: str) -> Question:
    """Offers of one kind and level that are still open then."""
    return Question("filter", FILTER_DOCUMENT, {"after": after})
