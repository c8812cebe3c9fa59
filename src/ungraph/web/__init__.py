"""Web: the SPARQL endpoint, the resolver and the pages, each a thin view of a store folder."""
