"""The values that flow between the steps: frozen, typed, free of any RDF library."""
