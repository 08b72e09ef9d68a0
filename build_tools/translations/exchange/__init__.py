"""PO files for people who work in CAT tools, and back: XLIFF for the work, TMX for the memory of their tools."""
