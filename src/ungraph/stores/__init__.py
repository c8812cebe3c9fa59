"""Stores: quads ↔ rdflib, Oxigraph, SPARQL endpoints."""
