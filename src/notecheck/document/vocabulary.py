"""Closed classes of English words that tell where a greeting, a sentence or a sign-off starts and ends."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


SENTENCE_OPENERS = word_set(
    """i i'm i've i'd i'll im ive we we're we've our ours my mine you you're your it it's its he she they their
    his her this that these those the a an there here what when where which who why how while although though
    because since if as after before during once until unless whether and but or so yet also again additionally
    furthermore moreover however therefore thus finally first second third lastly overall meanwhile instead
    otherwise besides indeed then now today yesterday tomorrow tonight in on at by for from with without to of
    about into over under between among through throughout given based having being looking hoping wanting
    knowing hearing seeing talking speaking meeting learning working thank thanks thankyou thx ty tysm please
    let hope appreciate appreciated enjoyed loved wanted just really truly hopefully sorry apologies following
    further everyone everything nothing no yes not all both each every some many most much more another any
    either neither one two three was is are were will would could should can can't may might do does did don't
    didn't have has had great good nice lovely wonderful it'd that's there's what's who's how's where's"""
)
"""Words that commonly open a sentence, lower-case; with a capital they open one behind an abbreviation, too."""

CALENDAR = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december"""
)
"""Days of the week and months, lower-case."""

TITLES = word_set(
    """mr mrs ms miss mx dr prof professor rev fr sr sra hon gov sen rep gen col cpt capt lt sgt messrs mmes
    engr atty dott judge dean sir madam ma'am"""
)
"""Forms of address, lower-case, without a full stop."""

NAME_PARTICLES = word_set(
    """and & de del della di da do dos das du des d' la le el al bin bint ibn abu van von der den ter ten zu zur
    y e of the st 't af av"""
)
"""Small words inside a name or a list of names."""

FUNCTION_WORDS = word_set(
    """a an the my your our their his her its some any no every each of in on at by for from with without to into onto
    over under about between through during against than as and or but nor so if because while when where which
    who whom whose is are was were be been being am has have does will would can could should may might must
    very more most less i we he she they neither and/or &"""
)
"""Words that do not end a sentence that is written on a line of its own, or only rarely."""

DISCOURSE_ADVERBS = word_set(
    """again also always anyway besides finally first firstly foremost frankly further furthermore gratefully
    here hence honestly indeed last lastly lately maybe meanwhile moreover never now often overall perhaps
    please plus really secondly seriously simply sincerely so still surely then therefore though thus today
    tomorrow truly well wow yes yesterday no oh ok okay congratulations apologies regards best cheers yours
    respectfully cordially warmly kindly love xo xoxo ah aw aww oh hm hmm ha haha lol hey"""
)
"""Single words that stand before a comma at the start of a line and are no name."""
