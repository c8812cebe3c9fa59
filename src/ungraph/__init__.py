"""ungraph: reads documents of the United Nations and writes a checked RDF graph of them."""
