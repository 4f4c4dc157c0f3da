"""What every check here shares: how a bundle is walked and how a result is printed.

One line for each file, `ok ARTEFACT: detail` or `FAIL ARTEFACT: detail`; the exit status is 1 if any failed.
"""

import sys
from pathlib import Path


def run(checks):
    """Holds the files of every bundle named on the command line against `checks`: pairs of a glob and a
    function from the file to its mistakes. A glob that matches nothing in any bundle fails: nothing was
    proven."""
    failed = False
    for pattern, tool, check in checks:
        found = False
        for bundle in map(Path, sys.argv[1:]):
            for path in sorted(bundle.glob(pattern)):
                found = True
                mistakes = check(path)
                failed = failed or bool(mistakes)
                name = f"{bundle.name}/{path.relative_to(bundle)}"
                if mistakes:
                    print(f"FAIL {name}: {tool}: {'; '.join(mistakes[:3])}")
                else:
                    print(f"ok {name}: {tool}")
        if not found:
            failed = True
            print(f"FAIL {pattern}: {tool}: no bundle has such a file")
    sys.exit(1 if failed else 0)
