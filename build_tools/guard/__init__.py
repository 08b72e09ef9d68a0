"""The guard: what a translation may hold, measured by its original.

A stranger's PO file is untrusted input, and Sphinx parses a translation with the whole power of its source language.
The guard compares original and translation before Sphinx sees either, and keeps back what adds anything.
It is used by the check of PO files and by every build, so that both have one opinion.
"""
