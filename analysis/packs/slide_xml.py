"""The template's own shapes as PowerPoint writes them: python-pptx cannot make a layout's."""

_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
# What PowerPoint knows a slide's number by.
_SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
Box = tuple[int, int, int, int]


def placeholder_xml(identity: tuple[int, str, int, str], box: Box, points: int, colour: str, *, bold: bool) -> str:
    """Return a layout's placeholder; `identity` is its number in the file, its kind, its index and its Danish name."""
    number_in_file, kind, index, name = identity
    left, top, width, height = box
    language = '<a:rPr lang="da-DK"/>'
    number = f'<a:fld id="{_SLIDE_NUMBER}" type="slidenum">{language}<a:t>1</a:t></a:fld>'
    text = number if kind == "sldNum" else f"<a:r>{language}<a:t>{name}</a:t></a:r>"
    weight = ' b="1"' if bold else ""
    align = ' algn="r"' if kind == "sldNum" else ' algn="l"'
    anchor = "b" if kind == "ctrTitle" else "t"
    at = "" if index == 0 else f' idx="{index}"'
    return (
        f'<p:sp {_P} {_A}><p:nvSpPr><p:cNvPr id="{number_in_file}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        "</p:cNvSpPr>"
        f'<p:nvPr><p:ph type="{kind}"{at}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0"{align}><a:spcBef>'
        f'<a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{points * 100}"{weight}><a:solidFill><a:srgbClr '
        f'val="{colour[1:]}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>'
    )


def band_xml(box: Box, colour: str) -> str:
    """Return a coloured edge: a shape of the layout, which nobody moves by mistake."""
    left, top, width, height = box
    return (
        f'<p:sp {_P} {_A}><p:nvSpPr><p:cNvPr id="90" name="Kant"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
