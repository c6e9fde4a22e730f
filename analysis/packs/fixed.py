"""Files whose bytes depend on their content alone: no clock in a zip's entries, nor in a workbook inside."""

import datetime as dt
import io
import re
import zipfile

# XlsxWriter stamps each workbook inside a chart with the moment it was written.
_WORKBOOK = re.compile(r"\.xlsx$")
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def fixed_zip(content: bytes, made_at: dt.datetime) -> bytes:
    """Return the same zip with every entry, and every workbook in it, stamped with one time."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the system that wrote the file would be told
            target.writestr(entry, _fixed_part(name, source.read(name), made_at))
    return kept.getvalue()


def _fixed_part(name: str, content: bytes, made_at: dt.datetime) -> bytes:
    if _WORKBOOK.search(name):
        return fixed_zip(content, made_at)
    if name == "docProps/core.xml":
        return _STAMP.sub(rb"\g<1>" + f"{made_at:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<2>", content)
    return content
