"""How a text sounds: seven axes, each with what moved it."""

from notecheck.analysis.tone.meter import ToneMeter

__all__ = ["ToneMeter"]
