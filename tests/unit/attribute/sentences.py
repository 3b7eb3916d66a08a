"""Own sentences over the constructions of reported speech, each with what must be found in it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Case:
    """A text with one statement that must be found: its content (stretches joined by " ... "), speaker and values."""

    text: str
    content: str
    speaker: str
    values: dict[str, object] = field(default_factory=dict)


CLAUSES = (
    Case("The harbour master said the channel was blocked.", "the channel was blocked", "The harbour master"),
    Case("Nurses say that wards are full.", "that wards are full", "Nurses"),
    Case("The airline announced that flights to Lomé would stop.", "that flights to Lomé would stop", "The airline"),
    Case("Halima Dar, a baker in Kassala, told reporters that flour had run out.", "that flour had run out",
         "Halima Dar", {"addressee": "reporters", "role": "a baker in Kassala"}),
    Case("She insisted the ferry had been checked in March.", "the ferry had been checked in March", "She"),
    Case("The committee found that the pumps had failed.", "that the pumps had failed", "The committee",
         {"act": "assessment"}),
    Case("The study shows that sea walls crack earlier.", "that sea walls crack earlier", "The study",
         {"speaker_kind": "document"}),
    Case("The post said the road to Mandera was closed.", "the road to Mandera was closed", "The post",
         {"speaker_kind": "document"}),
    Case("Peru says it's reopening the pass", "it's reopening the pass", "Peru"),
    Case("The army claims it holds the airfield.", "it holds the airfield", "The army"),
    Case("The minister warned that grain prices could double.", "that grain prices could double", "The minister",
         {"act": "warning", "certainty": "possible"}),
    Case("The bishop asked whether the prisoners had been fed.", "whether the prisoners had been fed", "The bishop"),
    Case("Auditors noted that two invoices were missing.", "that two invoices were missing", "Auditors"),
    Case("In a letter seen by the Lagos Post, the bank warned staff that branches could close.",
         "that branches could close", "the bank", {"addressee": "staff", "venue": "a letter"}),
)

PARENTHETICAL = (
    Case("The well, he said, had been dry for years.", "The well ... had been dry for years", "he"),
    Case("Two bridges were down, the governor said.", "Two bridges were down", "the governor"),
    Case("The strike would go on, the union said, unless pay rose.", "The strike would go on ... unless pay rose",
         "the union", {"condition": "unless pay rose"}),
    Case("Five years ago, she said, the valley was green.", "Five years ago ... the valley was green", "she"),
    Case("Such floods, experts say, will return.", "Such floods ... will return", "experts",
         {"speaker_kind": "experts"}),
    Case("Kamau quit over the budget, two ministers told Reuters.", "Kamau quit over the budget", "two ministers",
         {"relays": ["Reuters", "The Quay Ledger"]}),
    Case("The mine had no permit, according to inspectors.", "The mine had no permit", "inspectors"),
)

DIRECT = (
    Case('"The roof came down on us," Amina Yusuf said.', '"The roof came down on us,"', "Amina Yusuf",
         {"manner": "direct"}),
    Case('"We have enough grain," said Olena Hryn, a farmer near Odesa. "What we lack is fuel."',
         '"We have enough grain," ... "What we lack is fuel."', "Olena Hryn", {"manner": "direct"}),
    Case('The captain said: "Nobody slept that night."', '"Nobody slept that night."', "The captain"),
    Case("“The gates stay shut,” the warden told visitors.", "“The gates stay shut,”", "the warden"),
    Case("«The gates stay shut», the warden said.", "«The gates stay shut»", "the warden"),
    Case("‘The gates stay shut,’ the warden said.", "‘The gates stay shut,’", "the warden"),
    Case('"It is over," the pilot was quoted as saying by the Harbour Gazette.', '"It is over,"', "the pilot",
         {"relays": ["Harbour Gazette", "The Quay Ledger"]}),
    Case('"Ask me in June," replied Diaz.', '"Ask me in June,"', "Diaz"),
    Case('"Nobody warned us" — Rafiq Islam, fisherman', '"Nobody warned us"', "Rafiq Islam"),
    Case('Asked whether he would run again, Diaz said: "Ask me in June."', '"Ask me in June."', "Diaz"),
)

MIXED = (
    Case('The judge called the delay "a disgrace".', 'the delay "a disgrace"', "The judge", {"manner": "mixed"}),
    Case('The mayor promised lower rents and "jobs for all".', 'lower rents and "jobs for all"', "The mayor",
         {"act": "offer"}),
    Case('The attack was "cowardly", the prime minister wrote on Twitter.', 'The attack was "cowardly"',
         "the prime minister", {"manner": "mixed", "venue": "Twitter"}),
    Case('He described the talks as "frank".', 'the talks as "frank"', "He"),
)

PHRASES = (
    Case("According to the port authority, three cranes were lost.", "three cranes were lost", "the port authority"),
    Case("Rents doubled in a year, according to the survey.", "Rents doubled in a year", "the survey",
         {"speaker_kind": "document"}),
    Case("Fishermen mocked the company's claim that the spill was small.", "that the spill was small",
         "the company's"),
    Case("The bishop's warning that food would run out went unheard.", "that food would run out", "The bishop's",
         {"act": "warning"}),
    Case("Floods kill forty in Assam: officials", "Floods kill forty in Assam", "officials",
         {"speaker_kind": "anonymous"}),
    Case("Minister: Dam will be ready by June", "Dam will be ready by June", "Minister"),
    Case("Speaking on the radio, the priest said the truce had held.", "the truce had held", "the priest"),
)

ACTS = (
    Case("Sudan's army denied shelling the market.", "shelling the market", "Sudan's army",
         {"act": "denial", "polarity": "negative"}),
    Case("Khartoum denies that its planes bombed the hospital.", "that its planes bombed the hospital", "Khartoum",
         {"act": "denial", "polarity": "negative"}),
    Case("The club rejected the offer.", "the offer", "The club", {"act": "refusal", "polarity": "negative"}),
    Case("Turkey urged both sides to show restraint.", "both sides to show restraint", "Turkey", {"act": "demand"}),
    Case("The union demanded that wages be paid.", "that wages be paid", "The union", {"act": "demand"}),
    Case("The court ordered the ministry to publish the list.", "the ministry to publish the list", "The court",
         {"act": "directive"}),
    Case("Norway offered to host the talks.", "to host the talks", "Norway", {"act": "offer"}),
    Case("The two sides agreed to exchange prisoners.", "to exchange prisoners", "The two sides",
         {"act": "agreement"}),
    Case("The engineer admitted that the tests were skipped.", "that the tests were skipped", "The engineer",
         {"act": "concession"}),
    Case("The senator criticised the decision.", "the decision", "The senator", {"act": "criticism"}),
    Case("The opposition accused the government of rigging the vote.", "the government of rigging the vote",
         "The opposition", {"act": "accusation"}),
    Case("The rebels threatened to cut the pipeline.", "to cut the pipeline", "The rebels", {"act": "warning"}),
    Case("The company apologised for the delay.", "the delay", "The company", {"act": "concession"}),
    Case("The bank predicted that inflation would fall.", "that inflation would fall", "The bank",
         {"act": "expectation", "certainty": "probable"}),
    Case("The ministry declined to comment.", "to comment", "The ministry",
         {"act": "silence", "utterance": "refused"}),
)

UTTERANCES = (
    Case("The port authority did not say how many containers had been lost.", "how many containers had been lost",
         "The port authority", {"act": "silence", "utterance": "refused", "questions": 1}),
    Case("Officials would not say whether the bridge was insured.", "whether the bridge was insured", "Officials",
         {"act": "silence", "utterance": "refused", "questions": 1}),
    Case("The general refused to say when the troops would leave.", "when the troops would leave", "The general",
         {"act": "silence", "utterance": "refused", "questions": 1}),
    Case("The mayor is likely to repeat her warning.", "her warning", "The mayor",
         {"utterance": "expected"}),
    Case("The premier will announce that the border is open.", "that the border is open", "The premier",
         {"utterance": "expected"}),
    Case("The chancellor is expected to warn that funds are short.", "that funds are short", "The chancellor",
         {"utterance": "expected", "act": "warning"}),
    Case("The bishop hopes that the hostages will be freed.", "that the hostages will be freed", "The bishop",
         {"utterance": "attitude"}),
    Case("Analysts believe the bank will raise rates.", "the bank will raise rates", "Analysts",
         {"utterance": "attitude", "certainty": "probable", "speaker_kind": "experts"}),
    Case("Villagers fear that the dam will burst.", "that the dam will burst", "Villagers",
         {"utterance": "attitude"}),
    Case("The envoy does not believe that the truce will hold.", "that the truce will hold", "The envoy",
         {"utterance": "attitude", "polarity": "negative"}),
)

OPEN = (
    Case("It is not clear whether the ferry was overloaded.", "whether the ferry was overloaded", "",
         {"act": "open_question", "questions": 1}),
    Case("It remains to be seen whether the truce will hold.", "whether the truce will hold", "",
         {"act": "open_question", "questions": 1}),
    Case("It was unclear who had fired first.", "who had fired first", "",
         {"act": "open_question", "questions": 1}),
    Case("The general is reported to have fled to Chad.", "The general ... to have fled to Chad", "",
         {"certainty": "possible"}),
    Case("Rebels reportedly seized the airport.", "Rebels ... seized the airport", "", {"certainty": "possible"}),
)

SURETY = (
    Case("The ministry said the dam may hold.", "the dam may hold", "The ministry", {"certainty": "possible"}),
    Case("The ministry said the dam will probably hold.", "the dam will probably hold", "The ministry",
         {"certainty": "probable", "bands": [(0.55, 0.80)]}),
    Case("Engineers said a breach was very unlikely.", "a breach was very unlikely", "Engineers",
         {"bands": [(0.05, 0.20)]}),
    Case("The ministry said the dam is safe.", "the dam is safe", "The ministry", {"certainty": "certain"}),
    Case("He said troops would leave if the talks succeeded.", "troops would leave if the talks succeeded", "He",
         {"condition": "if the talks succeeded"}),
)

CHAINS = (
    Case("A statement reported by local radio says the dam is safe.", "the dam is safe", "A statement",
         {"speaker_kind": "document", "relays": ["local radio", "The Quay Ledger"]}),
    Case("The governor said the engineers had warned that the wall was weak.", "that the wall was weak",
         "the engineers", {"nested": True, "relays": ["The governor", "The Quay Ledger"]}),
    Case("State television reported that the president said the siege was over.", "the siege was over",
         "the president", {"nested": True, "relays": ["State television", "The Quay Ledger"]}),
    Case("The dam is safe, the minister said, according to Reuters.", "The dam is safe", "the minister",
         {"relays": ["Reuters", "The Quay Ledger"]}),
    Case("The ferries would stop, the two owners said, according to a statement issued by the port authority.",
         "The ferries would stop", "the two owners",
         {"relays": ["a statement", "the port authority", "The Quay Ledger"]}),
    Case("The general reportedly said the siege was over.", "the siege was over", "The general",
         {"certainty": "possible", "relays": ["The Quay Ledger"]}),
    Case("In a statement, the refinery said the fire was out.", "the fire was out", "the refinery",
         {"venue": "a statement", "relays": ["a statement", "The Quay Ledger"]}),
)

SHARED = (
    Case("The mayor said not all hope was lost but warned that food was short.", "not all hope was lost", "The mayor"),
    Case("The mayor said not all hope was lost but warned that food was short.", "that food was short", "The mayor",
         {"act": "warning", "nested": False}),
    Case("The governor said the road was open and warned that the bridge was not.", "the road was open",
         "The governor"),
    Case("The governor said the road was open and warned that the bridge was not.", "that the bridge was not",
         "The governor", {"act": "warning"}),
    Case("The rebels had left, the governor told reporters, adding that schools would reopen.", "The rebels had left",
         "the governor"),
    Case("The rebels had left, the governor told reporters, adding that schools would reopen.",
         "that schools would reopen", "the governor"),
    Case("The minister and the union leader said they had reached a deal.", "they had reached a deal",
         "The minister and the union leader", {"speaker_kind": "group"}),
    Case("A European diplomat, who spoke on condition of anonymity, said the deal was dead.", "the deal was dead",
         "A European diplomat", {"speaker_kind": "anonymous"}),
)

EVERY = (
    *CLAUSES, *PARENTHETICAL, *DIRECT, *MIXED, *PHRASES, *ACTS, *UTTERANCES, *OPEN, *SURETY, *CHAINS, *SHARED,
)
