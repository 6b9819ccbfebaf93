"""GraphQL over HTTP: the schema assembled from the rooms, the endpoint, and errors as GraphQL shapes them."""
