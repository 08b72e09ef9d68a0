"""One archive of all files, the same bytes for the same files.

In: a folder and names of files in it.
Out: a ZIP file.
"""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

_MODE = 0o644 << 16


def write_archive(target: Path, folder: Path, names: Iterable[str], date: datetime) -> None:
    """Write files into an archive, in the order of their names and all with one date.

    :param names: paths from the folder; in the archive they stand without what they have in common.
    """
    moment = (date.year, date.month, date.day, date.hour, date.minute, date.second)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(names):
            entry = zipfile.ZipInfo(Path(name).name, moment)
            entry.external_attr, entry.create_system, entry.compress_type = _MODE, 3, zipfile.ZIP_DEFLATED
            archive.writestr(entry, (folder / name).read_bytes())
