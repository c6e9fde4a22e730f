"""What the project's documents say, and the commands that they print."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

# A command in the running text may go over two lines.
_OVER_TWO_LINES = re.compile(r"(`python [^`\n]*)\n\s*([^`\n]*`)")
TEXT = {page: _OVER_TWO_LINES.sub(r"\1 \2", page.read_text(encoding="utf-8")) for page in PAGES}
OUR_COMMAND = re.compile(r"python -m ((?:data|analysis)[\w.]*)([^`|\n#]*)")
COMMANDS = sorted({(found[1], found[2].strip()) for text in TEXT.values() for found in OUR_COMMAND.finditer(text)})


def blocks(page: str, language: str) -> list[str]:
    """Return what a page shows in this language, block by block."""
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", TEXT[ROOT / page], re.DOTALL)
    return found
