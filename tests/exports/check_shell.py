"""Shell scripts by bash itself (`bash -n`) and by shellcheck, warnings and up."""

import json
import subprocess
import sys
from pathlib import Path

from report import Break, Check, Found, main

# Beside this Python, where its package put it.
SHELLCHECK = Path(sys.executable).parent / "shellcheck"


def script(path):
    parsed = subprocess.run(["bash", "-n", path], capture_output=True, text=True)
    if parsed.returncode:
        return Found([parsed.stderr.strip().replace(f"{path}: ", "").split("\n")[0]])
    words = [SHELLCHECK, "--norc", "--shell=bash", "--severity=warning", "--format=json", path]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        return Found([f"shellcheck did not run: {done.stderr.strip()}"])
    return Found([f"line {it['line']}: SC{it['code']} {it['message']}" for it in json.loads(done.stdout)])


SOUND = {
    "cli/deploy.sh": """\
#!/usr/bin/env bash
set -euo pipefail
if [ -n "${1:-}" ]; then cd "$1"; fi
""",
}

main([
    Check("cli/*.sh", "bash and shellcheck", script, SOUND, [
        Break("cli/deploy.sh", "; fi", "", "unexpected end of file"),
        Break("cli/deploy.sh", "set -euo pipefail\n", "unused=1\n", "SC2034"),
        Break("cli/deploy.sh", "set -euo pipefail\n", "rm $*\n", "SC2048"),
    ]),
])
