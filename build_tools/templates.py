"""The theme's templates.

In: the name of a file in `theme/`.  Out: a Jinja template that escapes what it is given.
"""

from functools import cache
from typing import TYPE_CHECKING

from build_tools.paths import THEME

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def load_template(name: str) -> "Template":
    """Load a template of the theme."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
