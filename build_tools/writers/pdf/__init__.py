"""The PDF edition: one assembled document, our own template and print style, set by WeasyPrint."""
