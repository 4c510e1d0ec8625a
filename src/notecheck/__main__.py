"""``python -m notecheck`` is ``notecheck``."""

from notecheck.frontends.cli import main

main()
