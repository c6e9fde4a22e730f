"""The one way in: sets Kredsblik up in .venv and runs it. Standard library only.

Usage: python3 .ci/start.py setup|run|test|check|full|bench|load|simulate|audit [arguments for the step]
"""

import os
import shutil
import sys

OLDEST = (3, 11)


def main() -> int:
    """Run the wanted command under a Python that is new enough; return its exit status."""
    if sys.version_info < OLDEST:
        newer = next((found for minor in range(19, 10, -1) if (found := shutil.which(f"python3.{minor}"))), None)
        if newer is None:
            version = ".".join(map(str, sys.version_info[:3]))
            print(
                f"Kredsblik kræver Python 3.11 eller nyere; her kører {version}. Installér en nyere.", file=sys.stderr
            )
            return 1
        os.execv(newer, [newer, *sys.argv])
    # Imported here: an older Python cannot read these modules, and would answer with a traceback.
    from commands import run_named
    from environment import SetupError

    try:
        return run_named(sys.argv[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Afbrudt.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
