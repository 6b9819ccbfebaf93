"""The documents that the client's own methods send.

Generated from schema.graphql by client/tools/generate.py; changes made by hand are lost.
"""
# ruff: noqa: E501

ORGANISATION = """\
query GetOrganisation($by: OrganisationBy!) {
  node: organisation(by: $by) {
    id
    slug
    createdAt
    updatedAt
    version
    externalReference
    publication {
      status
      publishAt
      unpublishAt
    }
    visibility
    isDemo
    languages
    name
    legalName
    shortName
    kinds
    summary
    description
    logoUrl
    website
    email
    phone
    sbiCodes
    sizeClass
    accessibility
    foundedOn
    closedOn
    csrVision
    csrPractice {
      people
      planet
      profit
    }
    certificate {
      state
      number
      attestedBy
      attestedAt
      validUntil
      conditions {
        code
        met
        evidence
      }
    }
    rLadder
    sdgs
    verifiedAt
    parent {
      id
      slug
      name
    }
    themes {
      id
      code
      label
    }
    identifiers {
      scheme
      value
      validFrom
      validTo
    }
    addresses {
      kind
      street
      houseNumber
      postcode
      city
      municipality
      province
      country
      latitude
      longitude
    }
    contacts {
      role
      public
    }
    recognitions {
      leerbedrijfId
      crebo
      level
      track
      places
      validUntil
    }
    successors {
      kind
      on
      predecessor {
        id
        slug
        name
      }
      successor {
        id
        slug
        name
      }
    }
    predecessors {
      kind
      on
      predecessor {
        id
        slug
        name
      }
      successor {
        id
        slug
        name
      }
    }
  }
}
"""

ORGANISATIONS = """\
query ListOrganisations($first: Int, $after: String, $last: Int, $before: String, $where: OrganisationWhere, $near: Near, $search: String, $orderBy: [OrganisationOrder!], $withTotal: Boolean = false) {
  page: organisations(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
    near: $near
    search: $search
    orderBy: $orderBy
  ) {
    totalCount @include(if: $withTotal)
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    nodes {
      id
      slug
      createdAt
      updatedAt
      version
      externalReference
      publication {
        status
        publishAt
        unpublishAt
      }
      visibility
      isDemo
      languages
      name
      legalName
      shortName
      kinds
      summary
      description
      logoUrl
      website
      email
      phone
      sbiCodes
      sizeClass
      accessibility
      foundedOn
      closedOn
      csrVision
      csrPractice {
        people
        planet
        profit
      }
      certificate {
        state
        number
        attestedBy
        attestedAt
        validUntil
        conditions {
          code
          met
          evidence
        }
      }
      rLadder
      sdgs
      verifiedAt
      parent {
        id
        slug
        name
      }
      themes {
        id
        code
        label
      }
      identifiers {
        scheme
        value
        validFrom
        validTo
      }
      addresses {
        kind
        street
        houseNumber
        postcode
        city
        municipality
        province
        country
        latitude
        longitude
      }
      contacts {
        role
        public
      }
      recognitions {
        leerbedrijfId
        crebo
        level
        track
        places
        validUntil
      }
      successors {
        kind
        on
        predecessor {
          id
          slug
          name
        }
        successor {
          id
          slug
          name
        }
      }
      predecessors {
        kind
        on
        predecessor {
          id
          slug
          name
        }
        successor {
          id
          slug
          name
        }
      }
    }
  }
}
"""

OFFER = """\
query GetOffer($by: OfferBy!) {
  node: offer(by: $by) {
    id
    slug
    createdAt
    updatedAt
    version
    externalReference
    publication {
      status
      publishAt
      unpublishAt
    }
    visibility
    isDemo
    languages
    title
    summary
    description
    market
    direction
    kind
    audience
    levels
    tracks
    crebos
    workingLanguages
    locationMode
    hoursPerWeek {
      min
      max
    }
    totalHours
    startsOn
    endsOn
    flexibleStart
    places
    placesFilled
    groupSize {
      min
      max
    }
    compensation {
      kind
      min
      max
      currency
      period
      note
    }
    contractType
    supervision
    learningOutcomes
    deliverables
    rLadder
    sdgs
    opensAt
    closesAt
    applicationMethod
    applicationUrl
    questions
    requiresRecognition
    state
    expiresAt
    closedReason
    provider {
      id
      slug
      name
    }
    initiative {
      id
      slug
      name
    }
    themes {
      id
      code
      label
    }
    skills {
      name
      escoUri
      importance
    }
    locations {
      street
      houseNumber
      postcode
      city
      province
      latitude
      longitude
    }
    slots {
      startsAt
      endsAt
      capacity
      location
    }
    listings {
      state
      reason
      organisation {
        id
        slug
        name
      }
    }
  }
}
"""

OFFERS = """\
query ListOffers($first: Int, $after: String, $last: Int, $before: String, $where: OfferWhere, $near: Near, $search: String, $orderBy: [OfferOrder!], $withTotal: Boolean = false) {
  page: offers(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
    near: $near
    search: $search
    orderBy: $orderBy
  ) {
    totalCount @include(if: $withTotal)
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    nodes {
      id
      slug
      createdAt
      updatedAt
      version
      externalReference
      publication {
        status
        publishAt
        unpublishAt
      }
      visibility
      isDemo
      languages
      title
      summary
      description
      market
      direction
      kind
      audience
      levels
      tracks
      crebos
      workingLanguages
      locationMode
      hoursPerWeek {
        min
        max
      }
      totalHours
      startsOn
      endsOn
      flexibleStart
      places
      placesFilled
      groupSize {
        min
        max
      }
      compensation {
        kind
        min
        max
        currency
        period
        note
      }
      contractType
      supervision
      learningOutcomes
      deliverables
      rLadder
      sdgs
      opensAt
      closesAt
      applicationMethod
      applicationUrl
      questions
      requiresRecognition
      state
      expiresAt
      closedReason
      provider {
        id
        slug
        name
      }
      initiative {
        id
        slug
        name
      }
      themes {
        id
        code
        label
      }
      skills {
        name
        escoUri
        importance
      }
      locations {
        street
        houseNumber
        postcode
        city
        province
        latitude
        longitude
      }
      slots {
        startsAt
        endsAt
        capacity
        location
      }
      listings {
        state
        reason
        organisation {
          id
          slug
          name
        }
      }
    }
  }
}
"""

ACTIVITY = """\
query GetActivity($by: ActivityBy!) {
  node: activity(by: $by) {
    id
    slug
    createdAt
    updatedAt
    version
    externalReference
    publication {
      status
      publishAt
      unpublishAt
    }
    visibility
    isDemo
    languages
    title
    summary
    description
    kind
    startsAt
    endsAt
    timezone
    status
    attendanceMode
    audience
    levels
    spokenLanguages
    location {
      name
      street
      houseNumber
      postcode
      city
      province
      latitude
      longitude
    }
    capacityPhysical
    capacityVirtual
    waitlist
    registration {
      opensAt
      closesAt
      moderated
      questions
    }
    icalUid
    organiser {
      id
      slug
      name
    }
    coOrganisers {
      id
      slug
      name
    }
    workingGroup {
      id
      slug
      name
    }
    series {
      id
      slug
      title
    }
    initiative {
      id
      slug
      name
    }
    themes {
      id
      code
      label
    }
    agenda {
      position
      title
      startsAt
      minutes
    }
  }
}
"""

ACTIVITIES = """\
query ListActivities($first: Int, $after: String, $last: Int, $before: String, $where: ActivityWhere, $near: Near, $search: String, $orderBy: [ActivityOrder!], $withTotal: Boolean = false) {
  page: activities(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
    near: $near
    search: $search
    orderBy: $orderBy
  ) {
    totalCount @include(if: $withTotal)
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    nodes {
      id
      slug
      createdAt
      updatedAt
      version
      externalReference
      publication {
        status
        publishAt
        unpublishAt
      }
      visibility
      isDemo
      languages
      title
      summary
      description
      kind
      startsAt
      endsAt
      timezone
      status
      attendanceMode
      audience
      levels
      spokenLanguages
      location {
        name
        street
        houseNumber
        postcode
        city
        province
        latitude
        longitude
      }
      capacityPhysical
      capacityVirtual
      waitlist
      registration {
        opensAt
        closesAt
        moderated
        questions
      }
      icalUid
      organiser {
        id
        slug
        name
      }
      coOrganisers {
        id
        slug
        name
      }
      workingGroup {
        id
        slug
        name
      }
      series {
        id
        slug
        title
      }
      initiative {
        id
        slug
        name
      }
      themes {
        id
        code
        label
      }
      agenda {
        position
        title
        startsAt
        minutes
      }
    }
  }
}
"""
