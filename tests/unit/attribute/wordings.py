"""More own sentences: garden paths around a cue, scenes, settings, quotations that a noun frames, transcripts."""

from __future__ import annotations

from tests.unit.attribute.sentences import Case

BORROWED = (  # the subject of what is said follows the cue as if it were its object
    Case("The envoy says the governor's complaints about late shipments from other valleys are baseless.",
         "the governor's complaints about late shipments from other valleys are baseless", "The envoy"),
    Case("Its study shows hill breeds, such as the Tarn and the Moss, lose more weight in drought.",
         "hill breeds, such as the Tarn and the Moss, lose more weight in drought", "Its study"),
    Case("The keeper explained the town's love of kites began when a trader brought silk home.",
         "the town's love of kites began when a trader brought silk home", "The keeper"),
    Case("Wardens observed the Holm exhibit holds and guards bowls of potter Ana Reyes.",
         "the Holm exhibit holds and guards bowls of potter Ana Reyes", "Wardens"),
    Case("The port said in an email that the cranes were idle.", "that the cranes were idle", "The port",
         {"relays": ["an email", "The Quay Ledger"]}),
    Case("His warning that the bridge might fall was ignored.", "that the bridge might fall", "His", {"act": "warning"}),
    Case("The union's demand that wages rise at once was rejected by the owners.", "that wages rise at once",
         "The union's", {"act": "demand"}),
    Case("The claim that the spill was small angered fishermen.", "that the spill was small", ""),
    Case("The rebels demanded the king make peace at once.", "the king make peace at once", "The rebels"),
    Case("The appeals court ruled that the town's practices could unfairly remove voters.",
         "that the town's practices could unfairly remove voters", "The appeals court", {"act": "directive"}),
)

SCENES = (  # what opens the sentence tells when the cue's own verb acts
    Case("In May, the union called for a ban on night flights.", "a ban on night flights", "the union", {"act": "demand"}),
    Case("In her sermon, Bishop Kael urged farmers to share their wells.", "farmers to share their wells", "Bishop Kael"),
    Case("In the end, the lender agreed to hand the bridge over, and the town put in money.", "to hand the bridge over",
         "the lender", {"act": "agreement"}),
    Case("Last week, she said, the river rose twice.", "Last week ... the river rose twice", "she"),
    Case("Nurses could win a rise, but only if they agree on a date, Senator Lind told the Harbour Post on Thursday.",
         "Nurses could win a rise, but only if they agree on a date", "Senator Lind"),
    Case("Prisons hold one adult in forty, half of whom have never been tried, according to the institute.",
         "Prisons hold one adult in forty, half of whom have never been tried", "the institute"),
    Case("But the gates held, the engineer said.", "the gates held", "the engineer"),
)

SETTINGS = (
    Case("The ministry said the dam was safe in a statement on Friday.", "the dam was safe", "The ministry",
         {"venue": "a statement", "relays": ["a statement", "The Quay Ledger"]}),
    Case("He told the mayor the port was shut in an interview on Sunday.", "the port was shut", "He",
         {"venue": "an interview"}),
    Case("She said he had lied in a letter to his wife.", "he had lied in a letter to his wife", "She"),
)

FRAMED = (
    Case("His answer was “never again.” The town has no roof left.", "“never again.”", "His", {"speaker_kind": "person"}),
    Case("“We will rebuild” was the message from Governor Adair on Monday.", "“We will rebuild”", "Governor Adair"),
    Case("Her message to voters was simple: “Stay home.”", "“Stay home.”", "Her"),
    Case("The verdict of the nurses: “Too little, too late.”", "“Too little, too late.”", "the nurses", {"act": "assessment"}),
    Case("In the words of one teacher, “the roof simply went away.”", "“the roof simply went away.”", "one teacher"),
    Case("“The roof simply went away,” as one teacher put it.", "“The roof simply went away,”", "one teacher"),
    Case("“We must act now,” reads the petition. “Tomorrow is too late.”",
         "“We must act now,” ... “Tomorrow is too late.”", "the petition", {"speaker_kind": "document"}),
    Case("The town has no coins. “Does anybody know where the money went?” Halden asked. “Neither do I.”",
         "“Does anybody know where the money went?” ... “Neither do I.”", "Halden"),
    Case('The minister will use the summit, said analyst Peer Kall: "I feel he has a surprise ready."',
         'The minister will use the summit ... "I feel he has a surprise ready."', "analyst Peer Kall", {"manner": "mixed"}),
    Case('"POHL: Where were you that night?\n"ADAIR: At home, Ena. I said so.\n"POHL: But nobody saw you there."',
         "Where were you that night?", "POHL"),
)

HANDS = (
    Case('The Coast Post quoted Orlova as saying the talks were "dead."', 'the talks were "dead."', "Orlova",
         {"relays": ["The Coast Post", "The Quay Ledger"]}),
    Case("The general, quoted by state radio, said his men were ready.", "his men were ready", "The general",
         {"relays": ["state radio", "The Quay Ledger"]}),
    Case("State television said the king had fled, citing a palace statement.", "the king had fled", "a palace statement",
         {"speaker_kind": "document", "relays": ["State television", "The Quay Ledger"]}),
    Case("Radio Sarn, quoting the army, said the pass was open.", "the pass was open", "the army",
         {"relays": ["Radio Sarn", "The Quay Ledger"]}),
    Case("The Coast Broadcaster reported that the talks had failed, citing the ministry.", "that the talks had failed",
         "the ministry"),
    Case("The mayor said crime had fallen, citing police figures.", "crime had fallen", "The mayor"),
    Case("The court closed the mine, citing a threat to the river.", "a threat to the river", "The court"),
    Case("The talks had failed, state television quoted Lund as saying.", "The talks had failed", "Lund",
         {"relays": ["state television", "The Quay Ledger"]}),
    Case("A memo leaked to Radio Sarn says the ministry knew of the fire.", "the ministry knew of the fire",
         "A memo", {"speaker_kind": "document", "relays": ["Radio Sarn", "The Quay Ledger"]}),
    Case("Mr. Quill was accused of using the money for a yacht.", "Mr. Quill ... using the money for a yacht", "",
         {"act": "accusation"}),
    Case("It emerged on Monday that the minister had known of the leak.", "that the minister had known of the leak", ""),
    Case("He voiced support for the strike.", "the strike", "He", {"utterance": "attitude"}),
    Case("Younger voters have expressed doubts about the plan.", "the plan", "Younger voters"),
    Case("The mayor spoke about her ties to the river towns.", "her ties to the river towns", "The mayor"),
)

SEVERAL = (
    Case("The minister, Ida Holm, and the union leader, Peer Kall, said the strike was over.", "the strike was over",
         "The minister, Ida Holm, and the union leader, Peer Kall",
         {"speaker_kind": "group", "speaker_name": "Ida Holm and Peer Kall"}),
    Case("Ida Holm, the minister, and Peer Kall, the union leader, said the strike was over.", "the strike was over",
         "Ida Holm, the minister, and Peer Kall", {"speaker_name": "Ida Holm and Peer Kall"}),
    Case("The crisis was over, said President Lund and Chancellor Abel Quist in a joint statement.", "The crisis was over",
         "President Lund and Chancellor Abel Quist", {"relays": ["a joint statement", "The Quay Ledger"]}),
    Case("Ms Adair says she expects to win, but she knows that the hills will vote blue.",
         "she expects to win, but she knows that the hills will vote blue", "Ms Adair"),
    Case("The river may climb, the ministry warned, and it asked people to stay away.", "people to stay away", "it"),
    Case("The river may climb, the ministry warned, and it asked people to stay away.", "The river may climb", "the ministry"),
    Case("Minister Danyliv said the quarry at Sarn would shut, according to the Tarn Post.", "the quarry at Sarn would shut",
         "Minister Danyliv", {"relays": ["Tarn Post", "The Quay Ledger"], "nested": False}),
)

CARRIED = (
    Case('The mayor said the flood was over. "We can all go home now."', '"We can all go home now."', "The mayor",
         {"manner": "direct"}),
    Case('The mayor said the flood was over. "We can all go home now."', "the flood was over", "The mayor"),
    Case("Halden called the plan unsafe. “It will not hold for a year.”", "“It will not hold for a year.”", "Halden"),
    Case('The reeve of Sarn, Ida Holm, toured the town. "Nobody told us that it would come."',
         '"Nobody told us that it would come."', "", {"speaker_kind": "unspecified"}),
    Case('"The umpire will be fair," Lund said during a rally in Kenna, N.C., "but many will watch. The reason is plain."',
         '"The umpire will be fair," ... "but many will watch. The reason is plain."', "Lund"),
    Case("Lund made the following comment:\n“The town is safe and the mills are open.”",
         "“The town is safe and the mills are open.”", "Lund"),
    Case("The mayor reports:\n“The town is safe and the mills are open.”", "“The town is safe and the mills are open.”",
         "The mayor"),
)

JOINED = (
    Case("Lund told staff to “go to your mill” and then “go and look at the next one.”",
         "to “go to your mill” and then “go and look at the next one.”", "Lund"),
    Case("She promised “jobs for all,” “lower rents” and “a boat for every child.”",
         "“jobs for all,” “lower rents” and “a boat for every child.”", "She", {"act": "offer"}),
    Case("The plan is “dead” and “buried,” the clerk said.", "The plan is “dead” and “buried,”", "the clerk"),
    Case("“We won,” Lund posted on Facebook, adding: “Thank you all.”", "“We won,”", "Lund"),
    Case("“We won,” Lund posted on Facebook, adding: “Thank you all.”", "“Thank you all.”", "Lund"),
    Case("The bridge is safe, says the mayor; few people cross it.", "The bridge is safe", "the mayor"),
    Case("The mayor, speaking on local radio, warned residents to stay indoors.", "residents to stay indoors", "The mayor",
         {"venue": "local radio", "relays": ["local radio", "The Quay Ledger"]}),
    Case("The town had been taken, two officials briefed on the matter said.", "The town had been taken", "two officials"),
    Case("A spokesperson for the rebels said over the phone that the town had been taken, but residents said fighting went on.",
         "fighting went on", "residents", {"relays": ["The Quay Ledger"]}),
)

MORE = (*BORROWED, *SCENES, *SETTINGS, *FRAMED, *HANDS, *SEVERAL, *CARRIED, *JOINED)
