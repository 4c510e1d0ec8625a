"""Settings from all sources, and the only place that knows where ``rules/`` and ``models/`` lie."""

from __future__ import annotations

from notecheck.config.loading import FILE_NAME, config_files, load_settings, project_file, user_file
from notecheck.config.settings import FailOn, GrammarChoice, KindChoice, Language, Settings
from notecheck.config.shipped import asset, register_path, rubric_path
from notecheck.config.template import write_template
from notecheck.config.validation import override

__all__ = [
    "FILE_NAME",
    "FailOn",
    "GrammarChoice",
    "KindChoice",
    "Language",
    "Settings",
    "asset",
    "config_files",
    "load_settings",
    "override",
    "project_file",
    "register_path",
    "rubric_path",
    "user_file",
    "write_template",
]
