"""The EPUB edition: our own XHTML a chapter, our own navigation, packed by EbookLib."""
