"""Writes sample_ngrams.sha256 from sample pages: `python tests/house/fingerprint_samples.py PAGE... > sample_ngrams.sha256`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from test_lexicon_rows import fingerprint, ngrams

# Runs made of these and one other word are everybody's English ("in a statement"); two other words are somebody's text.
FUNCTION_WORDS_TEXT = (
    "a an and any are as at be been but by can could do for from had has have he her his how i if in is it its may no not "
    "of on or our s she so some t than that the their them there they this to up was we were what when where which who "
    "will with would you your said say says also after before more"
)
FUNCTION_WORDS = set(FUNCTION_WORDS_TEXT.split())

if __name__ == "__main__":
    runs = {n for path in sys.argv[1:] for n in ngrams(Path(path).read_text(encoding="utf-8"))}
    kept = {n for n in runs if sum(word not in FUNCTION_WORDS for word in n.split()) >= 2}
    print("\n".join(sorted(fingerprint(n) for n in kept)))
