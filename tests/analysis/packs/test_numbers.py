"""Each number in each file: the pack's own, and the pack's counts are the release's, whatever part they stand in."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree
from pypdf import PdfReader

from analysis.packs.agenda import agenda
from analysis.packs.content import FunnelContent, Pack, PanelsContent, SeriesContent
from analysis.packs.curve import curve
from analysis.packs.facts import footer_line
from analysis.packs.files import pack_files_of
from analysis.packs.slide_funnel import funnel_data
from analysis.tables import written
from data.catalogue import AREAS
from data.periods import Quarter
from tests.analysis.packs.conftest import MakePack

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Parts whose numbers are an office program's, not ours.
NOT_OURS = re.compile(r"theme|slideLayout|slideMaster|styles|ettings|fontTable|docProps|presProps|viewProps")
# In a PDF the periods below a curve stand in one line without a space between.
TOGETHER = re.compile(r"(20\d{2})(?=20\d{2}|\d\. kvt\.)")


@pytest.fixture
def every(make: MakePack) -> list[Pack]:
    return [make("2026K1", "217"), make("2025K4", theme="digital"), make("2025K3")]


def numbers(text: str) -> set[str]:
    """Return the numbers of a text, without the points of thousands; a chart writes 100 as 100.0."""
    return {re.sub(r"\.(?=\d{3})|\.0$", "", found) for found in NUMBER.findall(text)}


def told(pack: Pack) -> set[str]:
    """Return every number that the pack itself says: its texts, its tables, its series, and where they stand in it."""
    texts = [pack.title, pack.subtitle, footer_line(pack), *(text.shown for text in pack.texts)]
    for section in pack.sections:
        notes = section.notes
        texts += [section.kicker, notes.source, notes.link, *notes.say, *notes.caveats]
        if section.content is not None:
            table = section.content.table
            texts += [table.title, *(column.title for column in table.columns)]
            texts += [written(c, column) for row in table.rows for c, column in zip(row, table.columns, strict=True)]
    texts += [text for item in agenda(pack).items for text in (*item.lines, *item.notes)]
    return numbers(" ".join(texts)) | {str(place) for place in range(1, 40)}


def drawn(pack: Pack) -> set[str]:
    """Return the numbers that only a figure says: ranges, axes' numbers and limits, as they stand in its workbook."""
    found: set[str] = set()
    for section in pack.sections:
        if isinstance(section.content, SeriesContent | PanelsContent):
            every = section.content.every if isinstance(section.content, PanelsContent) else (section.content.series,)
            for point in (point for series in every for point in series.points):
                found |= {str(each) for each in (point.count, point.low, point.high) if each is not None}
                if point.low is not None and point.high is not None:
                    found.add(str(point.high - point.low))
                found |= numbers(point.period.short_name)
        if isinstance(section.content, SeriesContent):
            lines = curve(section.content.series, section.content.chosen)["lines"]
            found |= {line["label"].replace(".", "") for line in lines}
        if isinstance(section.content, FunnelContent):
            points = [point for series in funnel_data(section.content.funnel) for point in series]
            found |= {re.sub(r"\.0$", "", str(each)) for point in points for each in (point.x, point.y)}
    return found


def parts(content: bytes, inside: str = "") -> Iterator[tuple[str, str]]:
    """Yield (part, text) of every part of an office file that is ours, workbooks inside it too."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            if name.endswith(".xlsx"):
                yield from parts(file.read(name), f"{name}/")
            elif name.endswith(".xml") and not NOT_OURS.search(name):
                yield inside + name, " ".join(_shown(file.read(name)))


def _shown(part: bytes) -> Iterator[str]:
    """Yield the texts and values of a part; a cell of a workbook that names a text has no number of its own."""
    for element in etree.fromstring(part).iter("{*}t", "{*}v"):
        above = element.getparent()
        if element.text and not (above is not None and above.get("t") == "s"):
            yield _rounded(element.text) if etree.QName(element).localname == "v" else element.text


def _rounded(value: str) -> str:
    """Return a workbook's number with the decimals that it was given; 0.81 is stored as 0.81000000000000005."""
    try:
        return str(round(float(value), 2)).removesuffix(".0")
    except ValueError:
        return value


def test_no_part_of_any_file_says_a_number_that_the_pack_does_not(every: list[Pack]) -> None:
    for pack in every:
        files = pack_files_of(pack)
        allowed = told(pack) | drawn(pack)
        for name, content in files.items():
            for part, text in texts_of(name, content):
                assert numbers(text) <= allowed, (name, part, numbers(text) - allowed)


def texts_of(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    if name.endswith((".pptx", ".docx")):
        yield from parts(content)
    elif name.endswith(".pdf"):
        for at, page in enumerate(PdfReader(io.BytesIO(content)).pages):
            yield str(at), TOGETHER.sub(r"\1 ", page.extract_text())
    else:
        yield name, content.decode("utf-8-sig")


def test_a_number_that_is_not_the_packs_would_be_found(every: list[Pack]) -> None:
    pack = every[0]
    allowed = told(pack) | drawn(pack)
    assert numbers("i alt 98.765") - allowed == {"98765"}


def test_the_counts_of_a_series_are_the_releases_own(every: list[Pack]) -> None:
    """A naive twin: the headline's categories summed by hand from the published grid."""
    for pack in every:
        place = pack.subject.municipality
        for section in pack.sections:
            if not section.key.endswith(".udvikling") or not isinstance(section.content, SeriesContent):
                continue
            area = AREAS[section.key.partition(".")[0]]
            for point in section.content.series.points:
                if isinstance(point.period, Quarter):
                    assert point.count == released(pack, area.headline, place, point.period), (section.key, point)


def released(pack: Pack, categories: tuple[str, ...], place: str, quarter: Quarter) -> int:
    marks = ", ".join("?" for _ in categories)
    with pack.choice.release.connection.cursor() as cursor:
        row = cursor.execute(
            f"SELECT sum(count) FROM published.count_quarter WHERE category IN ({marks}) AND municipality = ? "
            "AND year = ? AND quarter = ?",
            [*categories, place, quarter.year, quarter.number],
        ).fetchone()
    assert row is not None
    return int(row[0])
