"""Furniture of invented outlets, for pages that the block labeller learns from: all of it written here.

Slots in braces: outlet, short (its handle), name, first, last, role, city, beat, agency, date, clock, zone, age, section,
number, email, headline (of another story), weekday, month, day, year, isodate, site, word (of any story; {Word} and {WORD}
with capitals). "¦" stands for "|" in a line.
"""

FIRST = [
    "Ann", "Bela", "Carla", "Dmitri", "Elena", "Farid", "Grace", "Hana", "Ivan", "Joan", "Karim", "Lena", "Marcus",
    "Nadia", "Omar", "Petra", "Quentin", "Rosa", "Samir", "Tessa", "Umar", "Vera", "Wanda", "Xavier", "Yusuf", "Zoe",
    "Ingrid", "Tom", "Alice", "Ben", "Mei", "Arjun", "Priya", "Kofi", "Amara", "Luis", "Sofia", "Erik", "Olga",
    "Hugo", "Ruth",
]
LAST = (
    "Marlow Okafor Lindqvist Varga Duarte Haddad Petrov Ionescu Novak Tanaka Mbeki Salgado Fenwick Orlov Castellan "
    "Abara Brandt Keller McAllister O'Neill van Dyke de Souza Rahman Whitlock Achebe Sorensen Kaminski Dubois Ferrante "
    "Hollis Ng Bajwa Thornton-Reyes Al-Masri Quist Pell Yamada Roux Sandoval Tierney"
).replace("van Dyke", "van_Dyke").replace("de Souza", "de_Souza").split()
CITIES = [
    "Harborough Port Selim", "Varna Bay", "Lower Tamsin", "Kestrel Point", "Dunmore", "Ostrava Nova", "Belgrave",
    "San Amaro", "Tarnow", "Ridgeford", "Al Qasira", "Mirabad", "Westhaven", "Novy Brod", "Cape Lorne", "Santa Irena",
    "Eastmere", "Kolvik", "Jebel Suda", "Linden Falls",
]
OUTLETS = [
    "Harbour Gazette", "The Tamsin Courier", "Ridgeford Herald", "Northline", "Daily Meridian", "The Belgrave Post",
    "Kestrel News", "The Lorne Tribune", "Eastmere Today", "Capital Ledger", "The Open Page", "Delta Broadcasting",
    "Novy Chronicle", "Westhaven Times", "The Standard-Record", "Pivot", "Signal", "The Quarterly Look", "Metro 9",
    "Channel Six News", "Inland Review", "Coastwise",
]
AGENCIES = [
    "Reuters", "AP", "AFP", "Getty Images", "AFP via Getty", "EPA", "EPA-EFE/Shutterstock", "The Associated Press",
    "NurPhoto via Getty", "Alamy", "Shutterstock", "Bloomberg", "Anadolu via Getty", "PA", "PA Wire", "ZUMA Press",
    "dpa/picture alliance", "iStock", "Handout", "Pool", "{outlet}", "Courtesy of the family", "Xinhua", "TASS",
    "Supplied", "Wikimedia Commons",
]
ROLES = (
    "staff reporter|senior correspondent|political editor|Europe correspondent|in {city}|reporter|special to {outlet}|"
    "business reporter|defence editor|{outlet} staff|contributor|world affairs editor|{city} bureau chief|"
    "health correspondent|columnist|BBC-style science reporter|environment writer|chief {beat} correspondent"
).replace("BBC-style ", "").split("|")
BEATS = [
    "energy", "defence", "migration", "the courts", "public health", "city politics", "shipping", "markets",
    "technology", "the environment",
]
SECTIONS = [
    "World", "Politics", "Business", "Technology", "Health", "Science", "Sport", "Opinion", "Culture", "Local news",
    "Europe", "Asia", "Middle East", "Africa", "Economy", "Environment", "Defense", "Education", "Travel", "Markets",
    "Analysis", "Regions", "Elections", "National", "Energy", "Features", "Law", "Crime",
]

HEADER = """
Skip to main content|Menu|Search|Log in|Sign in|Home|{section}|Newsletters|E-paper|Live|Watch live|My account|{outlet}
Edition: International|{outlet}|{weekday}, {date}|Today's paper|Weather|Markets|Games|Obituaries|Jobs|{outlet} - back to home
{section} {section} {section} {section}|{section}{section}{section}{section}|{section} ¦ {section} ¦ {section}|Skip to {word}
EN ¦ FR ¦ ES|{city} {number}°C|Home News {section} {section} Contact|Toggle {word}|Open search box|Close this menu|Sections
Home » {section} » {headline}|Home / {section} / {city}|{section} > {section}|{outlet} Home|All sections|{number} {word} alerts
{section} ›|Home > {section} > {section}|Home / {section}|Advertise with us|Register|Close|Open navigation menu|Français
{city} 14°C|Follow us|Listen live|TV schedule|Podcasts|Video|Photos|US Edition|Accessibility links|News in {number} languages
The voice of {city} since {year}|News for {city} and the coast|{outlet}: {word} {word} {word}|Independent. Local. Ours.
""".strip().replace("\n", "|").split("|")

SHARING = """
Share|Share this article|Share on Facebook|Share on X|Copy link|Link copied|Email|Print|Save|Save article|Tweet|WhatsApp
Share full article|Facebook Twitter WhatsApp Email|{number} shares|{number}.2k shares|Listen to this article|Listen {number} min
Listen to story|Gift this article|Bookmark|Add to reading list|A A A|Font size|Follow {first} {last}|Share Save|Republish
Tweet on X|Send by e-mail|Print this page|Small Text|Aa|A+ A-|Listen • {number}:11|Listen to this story · {number}:41 min
Download
hide caption|toggle caption|Transcript|Embed|play|Play|0:00 / {number}:30|{number}:14|Auto-refresh on|Copy URL
Scroll down for {word}
Show more|Read More|Read full story|Load more posts|Page {number} of {number}|Previous|Next|Back to top|{number} Posts|***
* * *|###
-30-|___|(END)|End of Document|Report an error|Report a typo|Is this page useful?|Was this helpful?|Reuse this content
View original
Continue reading|Story continues|Opens in a new tab|Search for:|Archives|Slideshow|{number} of {number}|Click to enlarge
Facebook|Twitter|LinkedIn|Reddit|Telegram|Read in app|Reading mode|Play audio|00:00 / 04:12|X|Add {outlet} on Google
Make us preferred on Google|Link Copied!|0:00|{number}|Share via email|Share options
""".strip().replace("\n", "|").split("|")

PROMOTION = """
Turn on our alerts and hear of it first
Do you work at {last}? Write to our reporter at {email}.
{outlet}'s {beat} letter lands at 7 a.m. on {weekday}s. Subscribe.
Enjoying this? {outlet} is paid for by those who read it.
If you were there, we should like to hear from you: {email}
Text us on {number}
More like this at {site}
Choose the plan that suits you. From ${number} a month
Read on for €{number} a year, or sign in if you have an account
{outlet} is an independent newsroom owned by its readers.
{outlet} is a nonprofit. If our work matters to you, chip in.
Like what you read? Tell a friend, or join {number} others who back us
Our next reader evening is in {city} on {weekday}. Come along!
Five minutes, once a day: the {beat} note. It is free
Sign up for {outlet}'s morning briefing, the news you need in five minutes
Get the day's top stories from {city} in your inbox every weekday
Subscribe
SUBSCRIBE
Donate
DONATE
Support us
Sign up
Submit
Enter your e-mail
Advertisement
ADVERTISEMENT
- Advertisement -
AD
Sponsored
Sponsored content
Paid content
Presented by {last} Bank
A message from {last} & {last}
Subscribe for ${number}
Subscribe for €1
Create an account
Already a subscriber? Log in
Subscribers only
PREMIUM
Keep reading for free
To go on reading, register
You have {number}% of this article left to read.
Free weekly newsletter
Get the {beat} newsletter
Newsletter email address
By subscribing you accept our rules
Get it
Turn on notifications
Get the app
after newsletter promotion
Was this email sent on to you? Sign up here.
Make {outlet} your first source on Google
Email tips to {email}
Got a story? {email}
Poll of the day: Should {city} ban cars?
Support the {outlet} with a gift
{outlet} belongs to its readers. Join them
Why you can trust {outlet}
{last} & Daughter: the kitchen that you always wanted
Doctors beg {city}: stop doing this with {word}
{number} ways to keep your {word} cool
Save {number} per cent on your first box
Subscribe to {outlet} for unlimited access to all our reporting
You have {number} free articles left this month. Subscribe from $1 a week
Join our WhatsApp channel for breaking news
Stay on top of {beat} with our weekly newsletter, written by {name}
Download the {outlet} app for alerts as they happen
Follow {outlet} on Facebook, Instagram and X
Our journalism is free because readers like you pay for it. Become a member today.
This story is part of our special coverage of {beat}. Support it with a gift.
By signing up you agree to our terms and acknowledge our privacy notice. You can opt out whenever you like.
Do you have a tip about {beat}? Write to {email} or message us securely on Signal.
Have you been affected by the events in this story? Get in touch: {email}
Watch: What we know so far about the talks in {city}
Listen to our podcast: {headline}
More news, more sport, more {city}: the {outlet} app
Start your morning with {first} {last}'s newsletter, delivered at 6 a.m.
ADVERTISEMENT - CONTINUE READING BELOW
Story continues below advertisement
Article continues after sponsored message
Advertisement
We may earn a commission if you buy through links in our stories.
Enter your email address
Thanks for signing up! Check your inbox to confirm.
Want the latest on {beat}? We send it every {weekday}, curated by {name}
Quality reporting costs money. A {outlet} subscription costs less than a coffee a week
The week in {beat}, explained. Free, every {weekday}
Try {outlet} for a month, on us
See things your way: choose the topics you follow in the app
This browser cannot play the video. Please update your settings.
Tell us what you think of the new {outlet} website
The {section} Brief: the best of {city} delivered to you each {weekday}.
Your guide to {beat}, three times a week
""".strip().split("\n")

RELATED = """
Read more: {headline}|Read also: {headline}|Related: {headline}|RELATED: {headline}|See also: {headline}|More: {headline}
Also read: {headline}|Explainer: {headline}|Background: {headline}|Opinion: {headline}|In pictures: {headline}|READ MORE
Don't miss: {headline}|Go further: {headline}|Read next|More on this story|Related articles|Related topics|You may also like
Most viewed|MOST READ|Most watched|Trending|Related Stories|RELATED ARTICLES|Related coverage|Related content|Also in {section}
{city}|{city}|{beat}|{Word}|{name}|Tags|Topics|TAGS|Explore more on these topics|See all topics|{city} · {section} · {beat}
#{word}
{word}, {word}, {city}|Latest|Breaking: {headline}|Trending: {beat}|Previous: {headline}|Next: {headline}|← {headline}
→ {headline}
Previous article{headline}|Next article{headline}|0{number} {headline}|{number} {headline}|• {headline}|Archived in
In this article
ALSO READ ¦ {headline}|Also read ¦ {headline}|ALSO READ: {headline}|Read ¦ {headline}|Watch: {headline}|Story so far: {headline}
Most read|Most popular|Latest stories|Recommended for you|More from {section}|More from {outlet}|Top stories|Editor's picks
From the archive: {headline}|Live updates: {headline}|Analysis: {headline}|Timeline: {headline}|What to read next
Read {name}'s full account here|Further reading|Trending now|Up next|Watch next|Read: {headline}|Read the full story here
Tags: {beat}, {city}, {section}|Topics: {section} {city}|Filed under: {section}|More about {beat}|In this story|Keep reading
{headline}|{headline}|{headline} (video)|VIDEO: {headline}|1. {headline}|2. {headline}|{section}: {headline}
""".strip().replace("\n", "|").split("|")

LEGAL = """
© {year} {outlet}. All rights reserved.|Copyright {year} {outlet}|Terms of use|Privacy policy|Cookie settings|Terms of Service
Do not sell my personal information|Terms and conditions|Imprint|Your Ad Choices|Cookie Policy|Terms & Conditions|Privacy Notice
{outlet} is not responsible for the content of external sites.|Registered office: 4 Quay Street, {city}
{outlet} Ltd. No part of this page may be copied without our leave.
This service may hold material from {agency}, which is protected.
{outlet} acknowledges those who kept this land before us.
Transcripts are made in haste and may hold errors. What was aired counts.
Only part of what our agency sends to subscribers is shown here.|{outlet} has signed the code of the {last} Forum.
The views in this column are those of {name}.|Your data are handled as our privacy statement says.
By signing up you agree to our Privacy Policy.
Use of texts needs a link to {site}|{outlet} keeps to the code of the press council.|© {year}|©{year} {outlet} LLC
Copyright {outlet} {year}
This material may not be published, broadcast, rewritten or redistributed.|A member of the {last} Media group
The opinions expressed in this article are the author's own and do not necessarily reflect those of {outlet}.
We and our partners store information on your device to personalise what you see. You can change your choices at any point.
{outlet}, Inc. 21 Mill Lane, {city}|Privacy|Cookies|Ethics code|Corrections policy|Manage consent|Your privacy choices
""".strip().replace("\n", "|").split("|")

COMMENT = """
{number} comments|View comments ({number})|View comments|Comments ({number})|Read comments|0 comments|SHOW COMMENTS
Comments {number}
{number} thoughts on “{headline}”|{first} says:|{last}{number}|{first} from {city}|{first}, {city}, {age}|{date} at {clock}
Reply|{number}
Newest|Oldest|Best rated|Most liked|Recommend {number}|Leave a Reply|Your email address will not be published.|Your name
Save my name and address in this browser for next time|Please keep to our house rules|Comment policy|Discussion|{number} replies
What a {word} thing to say.|I was there and it was nothing like that.|my gran could do better|Agree with {first}!!|So who pays?
Well said, {first}.|Nobody asked the {word}.|lol|First!|Let them resign.|{number} Likes|Letters|Dear Sir|Add a comment
Start the conversation
Sign in to take part|{number} readers have replied|Comments ({number})|Write a comment|Reader letters
Comments|Join the conversation|Leave a comment|Post a comment|Log in to comment|Comments are closed.|Show {number} comments
{first}{number}: They should have seen this coming, honestly.|Reply|Report|Sort by newest|Be the first to comment
What do you think? Tell us below.|Comments are moderated and may be edited for length.|{number} likes|Load more comments
""".strip().replace("\n", "|").split("|")

BIOGRAPHY = """
{name} was born in {city} in {year} and studied there.
{NAME} was born in {city}. A third book, on {beat}, came out in {month}.
{last} covers {beat} for {outlet}.
{last} writes about {beat} from {city} for {outlet}.
{name} has reported from {number} towns. She joined the {short} in {year}.
{name} is {beat} editor of {outlet}.
{name} covers {beat} for {outlet}. Before that she was a teacher.
Writes about what {city} would rather forget. Formerly of the {last} Tribune.
{name} spent a week in {city} for this story.
{name} teaches at the college of {city}.
{name} drives a tram. {name} leads the drivers' union.
{name} is a retired teacher and a former mayor of {city}.
{name} lives in {city} with two dogs. A second novel is due in spring.
{name}'s column appears every {weekday}.
{name} took part in a programme for young reporters in {city}.
{name} contributed from {city}.
{name} works for the {outlet} under a grant of the {last} Trust.
{name}, the author of this piece, studied law in {city}.
{name} is a reporter at {outlet} covering {beat}.
{name} covers {beat} for {outlet} from {city}.
{name} is {outlet}'s {city} bureau chief. Before that {first} spent six years with the {last} Tribune.
{name} writes about {beat}. Reach {first} at {email}.
{name} is a {role} based in {city}. Follow on X: @{last}
About the author: {name} has reported on {beat} since 2011 and won two national prizes.
{name} joined {outlet} in 2016 after studying history in {city}.
{name} teaches politics at the University of {city} and is the author of a book on {beat}.
{name} can be reached at {email} or on Signal.
About {name}
More by {name}
See all stories by {name}
The writer is a former diplomat and a fellow of the {city} Institute.
{name} reported from {city}; {name} reported from {city}.
""".strip().split("\n")

EDITORS_NOTE = """
From the editor: On {month} {day} we ran a story that should not have run. Here is what was wrong with it.
The headline is ours; the story comes from {agency} and was not changed.
A charge is not a verdict. The accused must be held innocent until a court has spoken.
We do not name those accused until they have appeared in court.
This article was translated from {word} by a machine and read by an editor.
(This story was edited for clarity.)
More to come...
More follows
The first part of this series appeared on {weekday}.
Names have been changed.
Editor's note: {name} of {outlet} took part in the programme described here.
Editor's note: We have withheld the name of the village.
Note: All times are local.
This is the second of three reports from {city}.
Editor's note: Our story will be updated as more becomes known.
Editor's note: Some names were changed at the request of those interviewed.
This is a developing story. Come back later for more.
Editors' note: An interview in this report was carried out through an interpreter.
This story was produced with the support of the {last} Foundation, which had no say in its contents.
Note to readers: {outlet} could not visit {city} and relied on accounts given by telephone.
Warning: This report contains descriptions of violence that some may find distressing.
Developing story. Refresh the page for the latest.
This article first appeared in {outlet}'s {weekday} edition.
This interview has been edited for length and clarity.
BREAKING: more details will follow.
""".strip().split("\n")

UPDATE_NOTE = """
{clock} This report was updated with the name of the ship.
(Updates with reply of the company in third paragraph)
(This story was filed again to mend a slip in paragraph {number})
(ATTN: ADDS minister's words in paras 3-4)
(Adds quote, details)
This page was changed at {clock} to include figures from {city}.
UPDATE: This post now has a reply from {name}.
Update, {date}: The ministry has since replied.
UPDATE: {last} was released on {weekday} evening.
This report was last changed at {clock} with new figures.
We added a reply from the company at {clock}.
Update: This article has been updated with comment from the ministry.
This story was updated on {date} to add a statement from the company.
UPDATE {clock}: The number of injured was revised after a briefing by the hospital.
Updates with reaction from {city} in paragraph four
The headline of this article was updated on {weekday} to reflect the vote.
(Adds details, background)
""".strip().split("\n")

CORRECTION = """
A story on {weekday} gave the age of {name} as {number}. He is 61.
In a caption on {month} {day}, the wrong {word} was named.
A report in {weekday}'s paper misstated the cost. It was {number} crowns.
Because of a slip in the editing, the wrong river was named.
Correction: The photo caption first named the wrong bridge.
Correction to this article: the vote took place on {weekday}.
Clarification, {date}: The figure includes pensioners.
Clarification: the quotation in the fourth paragraph is by {name}.
We originally said that {last} was the minister for {beat}. That was wrong.
Corrected {weekday} to say the ship was built in {year}.
Correction: An earlier version of this article gave the wrong year for the treaty. It was 1994.
Correction, {date}: A previous version of this story misspelled the name of {name}.
Clarification: This report has been amended to make clear that the talks were informal.
CORRECTION: The capacity of the dam is in cubic metres, not litres as first stated.
This article was amended on {date}. The bridge is in {city}, not upstream of it.
{outlet} regrets the error.
""".strip().split("\n")

CREDITS = """
{name}, {outlet}, contributed to this report
Materials supplied by the University of {city}. Edited for length.
Write to {name} at {email}
(With {agency} and {agency})
({agency})
News provided by {last} Holdings
Issued by the {city} Office for {beat}
{outlet}'s {name} and {name} contributed.
{name} reported from {city}. {outlet} writer {name} helped with this report.
Information from {agency} was used here.
From: Ministry for {beat}
Translated by {name}
Reporting by {name} in {city}; Editing by {name}
Reporting by {name} and {name}; Writing by {name}; Editing by {name}
Additional reporting by {name}
(Reporting by {name}; Editing by {name})
{name} in {city} contributed to this report.
{name}, {name} and {name} contributed reporting.
With reporting by {agency}
© {year} AFP
© {year} The Associated Press. All rights reserved.
First published by {outlet}
This article was originally published by {outlet} and is republished with permission.
Source: {agency}
Edited by: {name}
With files from {agency}
{agency} contributed to this story.
AFP/{short}
Copyright {year} {agency}
Photographs by {name}
Graphics: {name}
""".strip().split("\n")

CAPTION = """
{name} holds a picture of her brother.
{name} waits for the last bus in {city}.
{name} says that the gate was never locked.
A man in a dark coat looks at a map.
A woman holds up a key
The {word} room on the third floor
{name} (left) with neighbours
Now: the yard where the {word} stood.
{name} starts his round at the harbour.
The {word} that started it all, in a glass case in {city}
File photo of {name}
{name} at {first}'s house in {city}.
Cranes stand idle at the port of {city}.
{name} at home in {city}.
Snow covers the roofs of {city}.
The old mill stands empty.
Two women share an umbrella on the way to vote
A boy carries bread past a checkpoint
The square at dawn
Volunteers hand out soup near the station of {city} on {weekday} night
{name} speaks to reporters in {city} on {month} {day}.
A damaged building in {city} after the storm on {weekday}.
{name}, the head of the agency, at a hearing in {city} last year.
Residents queue for water in {city}, {month} {day}, {year}.
File photo: The port of {city}
Smoke rises over the harbour of {city}, {weekday}.
People walk past a closed bank in {city}.
From left: {name}, {name} and {name}
The ministry's headquarters in {city}
{name} (right) with {name} at the signing
An aerial view shows the flooded road near {city}
{name} in 2019
Protesters hold banners outside the parliament in {city}, {month} {day}, {year}
A worker inspects a pipe at the {city} plant.
The leaders met in {city} for the third time this year.
Rescue teams at the site of the collapse
Ships wait off {city} (file image)
{name} arrives at court in {city}. He rejects the charges.
""".strip().split("\n")

PHOTO_CREDIT = """
¦ Photo Credit: {NAME}|{agency} / File|PHOTO BY {NAME}|{NAME}|Credit: {agency}|Image caption by {name}|(Image: {outlet})
({agency})
Photo: Courtesy|PHOTO: {agency}|{NAME}/{agency}|Photograph: {agency}|Pic: {agency}|© {agency}|FILE/{agency}
(Photo: {name} for {outlet})
Photo: {name}/{agency}|{name}/{agency}|({name}/{agency})|Photograph: {name}/{agency}|Image: {agency}|Credit: {agency}
{agency}|Photo by {name}|Picture: {name}|Illustration: {name}/{outlet}|Photo illustration: {name}. Photos: {agency}
{name} for {outlet}|Image source, {agency}|Credit...{name} for {outlet}|{agency} photo|AP Photo/{name}|Getty Images
[{name}/{agency}]|© {name}|Source: {agency}|Courtesy of {name}|{name} via {agency}|Chart: {name}/{outlet}; Data: {agency}
""".strip().replace("\n", "|").split("|")

BYLINE = """
An essay by {name}|Words: {name}|Interview by {name}|{name} in {city} and {name}|{name} and {name} in {city}
Text and photographs by {name}
By {name}|By {name}|By {name} and {name}|{name}|{name}|{name}, {name}|BY {NAME}|By {name}, {role}|{name}, {role}|by {name}
{name} ¦ {outlet}|{name} in {city}|Written by {name}|Words by {name}|By {outlet} staff|By {name} {role}|{name}{name}
By {name} for {outlet}|Staff Reporter|Staff and agencies|{agency}|By {agency}|{name} - {role}|Story by {name}|From {name}
By|{name} ¦|By: {name}|BY {NAME}, {role}|{NAME}|{name} for {outlet}|{outlet} and agencies|{agency} in {city}|@{last}|{email}
by {first}|{role}|{outlet}|{name} - {outlet}|{outlet} ¦ By {name}|{name} at {city}|{name} (now) and {name} (earlier)
Interview: {name}
{name} ¦ {role}|Author: {name}|{name} and agencies|Written by|Posted by {first}|{name}, {city}|BY {NAME} AND {NAME}
Live reporting by {name}
Opinion by {name}|Analysis by {name}|By {name} @{last}|{name}, {name} and {name}|{name}, author of {short} {section}|{outlet}
By {name} and {name}, {outlet}|{name} ({role})|Posted by {name}|{outlet} News Desk|Agencies|Our Correspondent
""".strip().replace("\n", "|").split("|")

TIMESTAMP = """
{date}|{date}|{date}, {clock}|{date} at {clock} {zone}|Published {date}|Published: {date} {clock} {zone}|{age}|{age}
Updated {age}|Last updated {date}|Updated: {date} {clock}|{clock}, {date}|{weekday} {date}|{weekday}, {date}
Posted on {date}|Posted {age}|First published {date}|Published {age}|{number} min read|{age} · {number} min read
{date} ¦ {clock} {zone}|{date} / {clock}|Published {clock} {zone}, {date}|{clock}|{month} {day}|{isodate}|{age} - {section}
Published|Updated|Posted|Published Time: {clock}|{number} min read|{number} minutes read|Reading time: {number} minutes|{age}
{age}
Last modified on {date} {clock} {zone}|Issued on: {date} - {clock}|Modified: {date} - {clock}|Pub date: {date} {clock}
{weekday} {clock}
{day}.{number}.{year}|{isodate} {clock}:08|Update : {date}|UPDATED {date}|PUBLISHED {date} {clock}|Today, {clock}
Published On {date}
Updated {clock} {zone}, {weekday} {month} {day}, {year}
Posted at {clock}, {date}|and last updated {clock}, {date}|Created {date}
{age} ¦ {section}|{section} ¦ {date}|{section} - {age}|Date: {date}|Modified {date}|Created: {date}, {clock} {zone}
Published On {date}|{date} - {clock}|{isodate} {clock}
""".strip().replace("\n", "|").split("|")

QUOTES = """
"We won't be rushed into a decision that our children will pay for," {last} said.
"This is the third time this month," said {name}, who runs a bakery in {city}. "Nobody tells us anything."
{last} told reporters in {city} that the talks had been "frank but useful".
“There is no plan B,” {last} added.
Asked whether the deadline could move, {last} said: "No comment."
A spokesperson for the ministry declined to comment on the report.
“People are frightened, and they are right to be,” said {name}, a doctor at the city's main hospital.
The company did not respond to a request for comment.
Officials in {city} said at least {number} people were injured on {weekday}.
{name}, who heads the agency, described the findings as "deeply troubling".
The vote is expected next {weekday}, after a two-day debate.
But critics say the plan does little for those who lost their homes.
Why it counts: the agreement would be the first of its kind in {number} years.
What comes next: lawmakers return to {city} on {weekday}.
"Look," {last} said, "we tried."
It was not immediately clear who was behind the attack.
The rest is silence.
Not everyone agrees.
{last} denied the accusation and called it politically motivated.
""".strip().split("\n")

# Sentences of reports that share a word with furniture ("our", "us", "you", "who", "join", "follow") or look like one line
# about a person; with QUOTES they teach that such a line, wherever it stands, is text.
HARD_BODY = """
Our correspondent in {city} counted {number} lorries on the bridge.
Our reporter watched the last bus leave {city} shortly before dusk.
Our team in {city} was turned back at the second roadblock.
A reporter for {outlet} saw smoke above the depot on {weekday} evening.
{outlet} has seen a copy of the letter, which runs to {number} pages.
{outlet} was unable to reach {last} by telephone.
{outlet} could not confirm the account.
It remains unclear who opened the gate.
It was unclear how many passengers had been aboard.
It is not known who now commands the garrison.
It is still uncertain whether the vote will take place.
Nobody knows who paid for the flight.
Who ordered the shooting is disputed.
There was no word from {city} on {weekday}.
No group claimed responsibility.
No one was hurt.
Nobody answered the telephone at the ministry.
The cause of the fire was under investigation.
The talks resume on {weekday}.
«They sent us {number} forms and no money. Our people cannot eat forms.»
«You cannot bargain with a locked door», {last} told the crowd.
«We have buried our neighbours. Now we want answers.
«We will stay until our sons come home.»
«Nothing was left», she said.
"We will not leave our homes," said {name}, a farmer. "You can write that down."
"You come to us with promises," {last} told the minister. "Our members want money."
"Join us or step aside," {last} told the council.
"Our hospital has {number} beds and twice as many patients," {name} said.
“Give us our land back,” the crowd shouted.
“If you want to help us, send water,” said {name}, who leads the village council.
„Our patience is at an end,“ {last} said.
{last} urged people to stay indoors.
{last} asked citizens to follow the instructions of the police.
{name} called on her supporters to join the march in {city}.
{name} said he would support the plan if parliament did.
Opposition leader {name} told supporters to keep calm.
Prime Minister {name} arrived in {city} on {weekday}.
Mayor {name} thanked the rescuers.
{name} was appointed minister for {beat} in {year}.
{name} has led the union since {year} and did not stand again.
{name}, a captain with {number} years at sea, was not on board.
{name} resigned on {weekday}.
The {city} Gazette and the {city} Mail belong to the same owner.
Readers of the paper in {city} sent {number} letters about the case.
The union asked its members to sign up for a second ballot.
The company offered its customers a free month after the failure.
The bank told clients to enter their passwords again.
The government will support families that lost their homes, {last} said.
Villagers told us that the shelling went on until dawn.
Three people told us they had heard two blasts.
A nurse let us in by the back door.
We were stopped twice on the way to {city}.
The president left {city} on {weekday}.
Her deputy takes over.
His lawyer did not call back.
Police arrested {number} people in {city} on {weekday}.
A ferry ran aground off {city} on {weekday}, the port authority said.
The council of {city} voted {number} to {number} against the dam.
Rail services in {city} were to resume on {weekday}, the operator said.
Schools in {city} will stay shut until {weekday}.
A fire killed {number} cattle on a farm near {city}, the fire brigade said.
Talks between {city} and {city} broke down on {weekday}, both sides said.
A court in {city} freed {name} on bail on {weekday}.
The army said it had lost contact with the helicopter near {city}.
Hospital staff in {city} said {number} wounded were brought in overnight.
""".strip().split("\n")


STANDFIRST = """
{last} says that the {word} was never meant to last
From {city} to {city}, a story of {beat} and bad luck
Two towns, one river and a quarrel over {beat}
Residents say they were not asked; the council says that they were told
How a {word} became the talk of {city}
The vote was close, the mood was not
He counts what others forget
{number} people, one bridge, no plan
The ministry says the plan will go ahead despite protests in {city}
What we know so far about the events in {city} and what may follow
{last} promised a decision within weeks as pressure grows from {city}
Officials insist the bridge is safe, but engineers who inspected it tell another story.
Thousands have fled; those who remain wait for water, power and news.
A year after the floods, {name} asks who is still waiting for help
""".strip().split("\n")

SUBHEADING = """
What is it about?|Who pays?|Is it safe?|What does {last} want?|When will we know?|Could it fail?|Why {city}?
What is {beat} policy?
'A long road ahead'|What happens next?|The background|Who is {name}?|How did it start?|Mixed reactions|A city in waiting
Calls for an inquiry|Key points|'We had no warning'|The numbers|Why now?|Economic fallout|Life in {city}|A divided house
What the experts say|Back to {city}|The road to {city}|Questions over timing|Rising costs|No easy answers|In context
""".strip().replace("\n", "|").split("|")
HEADLINES = """
{city} council approves harbour plan after heated debate|Ministers meet in {city} as strike enters second week
What the {city} verdict means for {beat}|'We lost everything': {city} counts cost of storm|{last} resigns over bridge report
Why {beat} matters more than ever|{number} injured in {city} factory fire|Court blocks {city} pipeline|{last} wins in {city}
{city}: Police find missing boat|Inside the fight over {beat}|How {name} changed {beat}|{last} to visit {city} next month
Rail workers call off walkout|Storm warning for the {city} coast|The {beat} question nobody asks|{city} bans cars from centre
Opposition calls for early vote after budget defeat|Scientists find new fish off {city}|The new rules on {beat}, explained
U.N. urges restraint after clashes near {city}|Bank cuts rates to lowest level in {number} years|A {beat} war is brewing
{last} says talks with {city} 'close to collapse'|Three things to know about {beat}|Film review: The Long Way to {city}
""".strip().replace("\n", "|").split("|")

SCRAPS = """
{Word}|{Word}|{Word} {word}|{Word} {Word}|{word}|{Word} & {Word}|{Word}, {Word}|{Word} {word} {word}|{Word} Guide|All {Word}
${number} at {short}|{number}|£{number}|{number} per cent|{number} photos|Item {number}|Chapter {number}|{Word}: {number}
{name}|{name}|{NAME}|@{last}|{email}|{site}|{Word} on {Word}|Your {word}|My {word}|Shop {word}|Buy {word}|Find {word}|New {word}
Story content|Page content|End of article|End of story|Back to {word}|Show {word}|Hide|Powered by {Word}|{Word}.{word}|I accept
Licence this picture|Rate this story|Was this useful?|Yes please|Not now|Got it|OK, thanks|Learn how|Find out|Discover {word}
{Word} {word} {word} {word}|The {Word} of {Word}|{WORD} {WORD}|{WORD}|{WORD} {WORD} {WORD} {WORD} {WORD} {WORD}|- {Word}
{Word} {number}°|{Word} +{number}%|{Word} vs {Word}|{number}-{number}|{number}. {Word} {word}|{Word} ({number})|{month} {year}
This content could not be loaded.|Click here to see the map, which changes daily.|Share or comment on this: {headline}
Read our principles
{name}. "{headline}" {outlet}, {day} {month} {year}|Get notices about this page|Loading...|This player needs another browser
Place a notice
Two lines that cross in an X|A magnifying glass|Have a question or a suggestion? Click here.|Order a reprint
{number} of {number}|[{number}] {site}
Your browser is out of date. Please update it for a better experience.|An error has occurred|You are logged in as a guest
{Word} is now available to guests everywhere|Choose {word}|Select your {word}|Rather read it later?|That's all for now
""".strip().replace("\n", "|").split("|")

LIST_HEADS = """
More stories|More from {outlet}|Latest|Up next|Read next|Related|Most read|More in {section}|{section}|Popular|Trending
Elsewhere
From our {section} desk|The latest on {beat}|More {section} news|Other news|Top {section} stories|Stories for you
On {outlet} now
""".strip().replace("\n", "|").split("|")

POINT_HEADS = """
Key points|Summary|At a glance|Takeaways|Key takeaways|What you need to know|Highlights|In short|The main points|What we know
WHAT TO KNOW|Fast facts|Story highlights|What you need to know:|Key findings|KEY POINTS|In brief|Quick read|The gist
""".strip().replace("\n", "|").split("|")
