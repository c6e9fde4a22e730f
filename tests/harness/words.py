"""English words that give away Streamlit, Plotly, Python or ourselves; none of them is also a Danish word."""

import re

STREAMLIT = """
    the and are not with from this that you your please here there
    search download upload browse drag drop file files limit fullscreen view close open show hide columns column
    running rerun settings print deploy record screencast stopping connecting connection error warning loading wait
    select choose option options results clear cache collapse expand sidebar main skip content navigation
    copy copied clipboard heading page pages ascending descending autosize edit delete add row rows
    made press enter apply invalid required remove increment decrement previous next calendar
"""

PLOTLY = """
    autoscale axes axis reset zoom pan hover compare lasso box spike lines plot toggle chart produced double-click
    isolate trace legend
"""

PYTHON = """
    none nan null undefined true false traceback exception dataframe timestamp dtype keyerror valueerror typeerror
"""

OURS = """
    count rate value year years quarter month week day hour total_count unknown municipality municipalities district
    burglary burglaries traffic accident accidents crime crimes victim victims source release period expected observed
    forecast households dwellings inhabitants population overview comparison data_quality missing
    january february march may june july october monday tuesday wednesday thursday friday saturday sunday
"""

ENGLISH = frozenset((STREAMLIT + PLOTLY + PYTHON + OURS).split())

WORD = re.compile(r"[a-zæøåéüöä_-]+")


def english_words_in(text: str) -> list[str]:
    """Return the English words in a text, each once, in the order they stand."""
    return list(dict.fromkeys(word for word in WORD.findall(text.lower()) if word in ENGLISH))
