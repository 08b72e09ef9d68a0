"""The press measured against Sphinx's own builders: `python -m build_tools.bench`, or `nox -s bench`."""
