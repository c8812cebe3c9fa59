"""Writers: quads → bytes in one of the RDF formats."""
