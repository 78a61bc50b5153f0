"""How hard is a Dutch text to read?

Flesch-Douma: 206.84 - 0.77 x (syllables in 100 words) - 0.93 x (words in a sentence); 60 and more is read by who left primary
school (W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960; the formula and its norms as Taalbeheersing quotes
them, dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php).
"""
import pathlib
import re

OFFICE_WORDS = pathlib.Path(__file__).with_name("office_words.txt")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A vowel, or vowels that are said as one; a trema begins a syllable of its own.
VOWELS = re.compile(r"[äëïöü]|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyéèêáàóòúíâôû]")


def words_of(text):
    return WORD.findall(text)


def syllables_of(word):
    """At least one; a number is said as one word of two syllables."""
    if word.isdigit():
        return 2
    return max(1, len(VOWELS.findall(word.lower())))


def sentences_of(text):
    """Whole sentences: what ends in a full stop, a question mark or an exclamation mark."""
    return [found.strip() for line in text.splitlines() for found in re.findall(r"[^.!?]+[.!?]", line) if words_of(found)]


def flesch_douma(sentences):
    words = [word for sentence in sentences for word in words_of(sentence)]
    syllables = sum(map(syllables_of, words))
    return 206.84 - 0.77 * (100 * syllables / len(words)) - 0.93 * (len(words) / len(sentences))


def office_words_in(text):
    lines = OFFICE_WORDS.read_text(encoding="utf-8").splitlines()
    beginnings = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    return [word for word in beginnings if re.search(rf"(?<!\w){re.escape(word)}", text.lower())]
