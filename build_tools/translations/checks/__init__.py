"""The checks of PO files: one small function each.

A check takes a `Message` and yields a `Fault` for each thing that is wrong with its translation; `register.py` lists
them all, `severity.py` says which of their codes block.
What may stand in a build at all is decided by `build_tools.guard`; the checks repeat its opinion and add none.
"""
