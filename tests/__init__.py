"""The tests mirror build_tools path for path; see docs/design.md for their speeds."""
