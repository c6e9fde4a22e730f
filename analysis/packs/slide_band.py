"""The expected range as a band: two of the line chart's series moved into stacked areas behind it."""

from lxml import etree
from pptx.chart.chart import Chart
from pptx.oxml.ns import qn

from analysis.palette import PALE_BLUE


def ranges_to_band(chart: Chart) -> None:
    """Move the range into stacked areas behind the line: nothing up to its lower limit, pale up to its upper."""
    lines = chart._chartSpace.find(f".//{qn('c:lineChart')}")
    area = etree.Element(qn("c:areaChart"))
    etree.SubElement(area, qn("c:grouping")).set("val", "stacked")
    etree.SubElement(area, qn("c:varyColors")).set("val", "0")
    for series, colour in zip(lines.findall(qn("c:ser"))[1:], ("", PALE_BLUE), strict=True):
        for tag in ("c:marker", "c:smooth", "c:spPr"):
            for element in series.findall(qn(tag)):
                series.remove(element)
        series.find(qn("c:tx")).addnext(_fill(colour))
        area.append(series)
    for axis in lines.findall(qn("c:axId")):
        etree.SubElement(area, qn("c:axId")).set("val", axis.get("val"))
    lines.addprevious(area)


def _fill(colour: str) -> etree._Element:
    properties = etree.Element(qn("c:spPr"))
    if colour:
        etree.SubElement(etree.SubElement(properties, qn("a:solidFill")), qn("a:srgbClr")).set("val", colour[1:])
    else:
        etree.SubElement(properties, qn("a:noFill"))
    etree.SubElement(etree.SubElement(properties, qn("a:ln")), qn("a:noFill"))
    return properties
