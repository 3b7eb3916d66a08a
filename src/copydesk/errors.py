"""Every exception of copydesk, one tree.

```
CopydeskError
├── BadInput               what was given cannot be used at all; the command ends with exit status 2
│   ├── NothingToRead      no page among the paths given, or every page refused
│   ├── UnreadableFile     a story file that does not exist or may not be opened
│   ├── BadManifest        a manifest, corrections or JSON Lines row that does not fit its format
│   ├── BadRecord          JSON that is not a record of the schema it names
│   ├── BadLedger              a ledger that is not there, is damaged, is busy, or was written by a newer copydesk
│   ├── BadOption          a flag whose value does not fit (a date that is no date, a story that is not there)
│   └── BadPipeline        a spaCy pipeline that cannot stand in for the reader: says what it lacks
├── BrokenInstallation     the package's own files are missing or damaged; exit status 3
│   ├── ModelMissing       the reader model's weights are not where they belong
│   ├── ModelBroken        the weights are there but their hash or shape is wrong
│   └── BadLexicon         a lexicon file that cannot be loaded: says file, line and column
└── BrokenRule             copydesk broke a rule of its own: a defect to report; exit status 4
    ├── LineWithoutEvidence  a brief line that nobody could check
    └── BadStageTable      a stage reads what no earlier stage writes
```

A poor page is no error: it becomes a `Refusal` in its report, and the other pages go through.
"""


class CopydeskError(Exception):
    """Root of the tree above; `exit_status` is what the command line ends with."""

    exit_status = 1


class BadInput(CopydeskError):
    """What was given cannot be used at all."""

    exit_status = 2


class NothingToRead(BadInput):
    """No page among the paths given, or every page was refused."""


class UnreadableFile(BadInput):
    """A story file that does not exist or may not be opened; a page that may not be is a `Refusal`."""


class BadManifest(BadInput):
    """A manifest, corrections or JSON Lines row that does not fit its format."""


class BadRecord(BadInput):
    """JSON that is not a record of the schema it names."""


class BadLedger(BadInput):
    """A ledger that is not there, is damaged, stays busy, or was written by a newer copydesk."""


class BadOption(BadInput):
    """A flag whose value does not fit."""


class BadPipeline(BadInput):
    """A spaCy pipeline that is not there, does not load, or lacks what the stages read."""


class NotFetched(BadInput):
    """An address that was not fetched. rule: which rule or fault, in a word or two; reason: what it did, what to do."""

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(f"{reason} [{rule}]")
        self.rule, self.reason = rule, reason


class BrokenInstallation(CopydeskError):
    """The package's own files are missing or damaged."""

    exit_status = 3


class ModelMissing(BrokenInstallation):
    """The reader model's weights are not where they belong."""


class ModelBroken(BrokenInstallation):
    """The weights are there, but their hash or shape is wrong."""


class BadLexicon(BrokenInstallation):
    """A lexicon file that cannot be loaded: the message says file, line and column."""


class BrokenRule(CopydeskError):
    """copydesk broke a rule of its own: a defect to report."""

    exit_status = 4


class LineWithoutEvidence(BrokenRule):
    """A brief line that nobody could check."""


class BadStageTable(BrokenRule):
    """A stage reads what no earlier stage writes."""
