"""What translators' tools do: extract messages and bring them into the PO files."""
