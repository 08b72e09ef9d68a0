"""Poster and cards as HTML."""

from datetime import UTC, datetime

import pytest
from markupsafe import Markup, escape

from build_tools.config import load_book
from build_tools.events import Event
from build_tools.messages import Messages
from build_tools.paths import Repository
from build_tools.writers.edition import make_edition
from build_tools.writers.handouts.gathering import Happening
from build_tools.writers.handouts.sheets import Words
from build_tools.writers.handouts.walls import name_side, render_credit
