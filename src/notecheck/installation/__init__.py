"""What the LanguageTool engine needs: Java, and LanguageTool itself. ``notecheck setup`` is built on it."""

from __future__ import annotations

from notecheck.installation.java import Java, find_java
from notecheck.installation.languagetool import LanguageTool, find_languagetool
from notecheck.installation.progress import Listener, Progress
from notecheck.installation.setup import Step, install, plan

__all__ = ["Java", "LanguageTool", "Listener", "Progress", "Step", "find_java", "find_languagetool", "install", "plan"]
