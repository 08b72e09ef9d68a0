"""Heavy imports that every worker needs, made once in the process that workers are copied from."""

import gc
import logging

import myst_parser.sphinx_ext.main  # noqa: F401
import sphinx.application
import sphinx.builders.html  # noqa: F401
import weasyprint  # noqa: F401

import build_tools.pipeline.work
import build_tools.sphinx_ext
import build_tools.writers.epub.builder
import build_tools.writers.html
import build_tools.writers.pdf.builder  # noqa: F401
from build_tools.pipeline.speed import remember_parser_settings

# furo's colour schemes (a11y_pygments) turn on the chatter of every library when they are imported
# unless we were first.
logging.basicConfig(level=logging.WARNING)

remember_parser_settings()

# Nothing of this is ever thrown away, so no worker need look through it.
gc.collect()
gc.freeze()
