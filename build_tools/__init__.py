"""The press: turns the words of a Sphinx book into files that people read."""
