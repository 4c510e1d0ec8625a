"""Size of the wheel, and of a clean environment with it installed: ``python benchmarks/sizes.py``.

Needs the package ``build`` and a package index. Environments are made in a temporary folder.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

TOP = Path(__file__).parents[1]


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", scratch, str(TOP)], check=True, stdout=-3)
        (wheel,) = work.glob("*.whl")
        print(f"wheel {wheel.stat().st_size / 1e6:.1f} MB")
        venv.create(work / "environment", with_pip=True)
        before = size(work / "environment")
        python = work / "environment" / "bin" / "python"
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
        print(f"environment {(size(work / 'environment') - before) / 1e6:.0f} MB, {before / 1e6:.0f} MB of pip apart")
        packages = (work / "environment").glob("lib/python*/site-packages/*")
        largest = sorted(((size(path), path.name) for path in packages if path.is_dir()), reverse=True)[:8]
        print("largest: " + ", ".join(f"{name} {bytes_ / 1e6:.0f} MB" for bytes_, name in largest))


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    main()
