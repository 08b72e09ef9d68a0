"""The formats of an edition: a word for each, and the Sphinx builder that writes it."""

FORMATS = {"html": "html", "pdf": "pdf", "epub": "ebook", "handouts": "handouts"}
