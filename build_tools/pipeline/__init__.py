"""From words to the shelf: read each language once, write every format, verify, then shelve."""
