"""Links from a store to the outside: codes, registers, thesauri, endpoints, pages."""
