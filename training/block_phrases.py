"""Words of the blocks of page_blocks.py, with the slots of page_phrases.py; all of it written here."""
from __future__ import annotations


def _list(text: str) -> list[str]:
    return [part for line in text.strip().split("\n") for part in line.split("|")]


THREAD_HEADS = _list("""
{number} responses to “{headline}”|{number} Responses|{number} Comments|Comments|Comments ({number})|COMMENTS
{number} thoughts on “{headline}”
Reader comments|What readers say|Join the talk|Discussion about this|Community|Conversation ({number})|Reactions|Your views
Guest book
One response to {headline}|Have your say|Top comments|All {number} comments|Latest comments|{number} Replies|Talkback
Readers' posts
""")
THREAD_RULES = _list("""
Log in to join in|Sort by|Newest first|Oldest|Best rated|Most liked|Closed|Be kind.|Comments are read before they appear.
Please keep to the point. House rules apply.|You must be logged in to reply.|We have closed this thread.|Recent|Most replied
The views here are those of readers, not ours.|Show all|Follow this thread|Your name|Your comment|Name (required)|Website
""")
THREAD_ENDS = _list("""
Load more|Show {number} more comments|View all {number}|Leave a reply|Post a comment|Reply to this thread|More comments below
This thread is closed.|Log in to reply|Add yours|Read the rest|Notify me of new comments by email.|Submit
""")
THREAD_ORDERS = _list("""
who when words|who when words button|both words|both words button|who words|who words when|words who when
who words button button
both words button button|words both|who when words button button|words
""")
THREAD_BUTTONS = _list("""
Reply|Like|{number}|Report|Share|Recommend {number}|{number} likes|Flag|Quote|Upvote|{number} replies|Reply {number}|Helpful
+{number}|0
Thumb up {number}|Permalink|Log in to Reply|View reply|Like Reply
""")
READERS = _list("""
{first}|{name}|{first}{number}|{word}_{word}|{Word}{Word}|{word}{number}|{first} from {city}|{last} {first}|A. {last}
{first} {last}, {city}
Guest|Anonymous|{first} says:|{name} says|@{word}{last}|{Word} of {city}|The {Word}|mr{word}|{first} B.|Old {Word}
{word} {word}|Posted by {first}
""")
READER_TIMES = _list("""
{age}|{date} at {clock}|{date}|{clock}|{isodate} {clock}|{date}, {clock}|{month} {day}, {year} at {clock}|{age} (edited)
on {date}
""")
READERS_AT_TIMES = _list("""
{first}, {city}, {age}|{name} · {age}|{first} {date}|{name} on {date} at {clock}|{first}{number} • {age}|{name}, {date}
{word}{number} ¦ {clock}
{first} ({city}) - {date}|Posted by {name}, {city} on {date}|By {first}{number} at {clock}
{first} • {month} {day}, {year} at {clock}
""")
OPINIONS = _list("""
I have lived in {city} all my life and never seen the like.|Who pays for this? We do.|About time.
So sad. Thoughts with the family.
My neighbour said as much in {month} and nobody listened.|Not a word about the {word}, I notice.
Good article, thank you {last}.|lol
They had {number} years to mend it!|This is what you get when you vote for {last}.|Ask yourself who gains by it...
Same every year
As a nurse I can tell you it is worse than they say.|I don't believe a word of it.|Where can I send {word}?|Rubbish.|Brilliant
Please do not forget the {word}s, they suffer too.|my dad worked there {number} years, they never once checked|Great news!!!
How is it that nobody was asked?|It will be {word} next, mark my words|Bring back the old {word}|What about {city}?
No comment ha ha
I was on that {word}. It was not like that at all.|Does anybody proofread here?|{first}, you are wrong on all counts.
God bless them.
The minister should go, and take {last} along.|Simple solution: close it.|If only they would spend that on schools.|Hear hear
You can't make it up|It was {number} in my day.|Sorry but no.|@{first} exactly what I said|Thank you for printing this.|Shame!
""")
RANK_HEADS = _list("""
Most read|Most viewed|Most popular|Top five|Read most this week|Trending|Trending now|Popular|Most shared|Most watched
In demand|MOST READ
What others read|Hot now|Read by many|The week's most read|Most commented|Top stories|Top 10|Don't miss|In case you missed it
""")
TOPICS = _list("""
{Word}|{city}|{section}|{name}|{Word} {Word}|{Word} and {word}|{section} news|{city} {word}|{WORD}|#{word}|{word}|{beat}
{outlet}
""")
TOPIC_HEADS = _list("""
Topics|Topics:|Tags|Tags:|Related topics|More on|In this story|Keywords|Subjects|Explore these topics|Filed under|Related tags
TAGS|Places
On these subjects|Follow topics|More about|Story tags
""")
MENU = _list("""
Home|News|Sport|Weather|Opinion|Obituaries|Photos|Video|Live|Shop|Games|Puzzles|Jobs|Motoring|Letters|Archive|Contact|About
Events|Radio|TV
Podcasts|Money|Property|Schools|Courts|Fashion|Food|Books|Film|Music|Stage|Art|History|Columns|Cartoons|Investigations
Long reads|Fact check
Magazine|E-paper|Announcements|Classified|Horoscope|Faith|Farming|Fishing|Ports|Roads|People|Places|Data|Maps|For you|Just in
All news
""")
LONG_MENU = _list("""
{Word}|{Word}|{Word} {Word}|{Word} & {Word}|Best {Word} {Word}|All {Word}|{Word} {word}|{city}|{Word} of {city}
{Word} and {Word}|The {Word}|{Word} {Word} {Word}|Find a {Word}|{Word} for {Word}|{section}|{section} {Word}|{WORD}
Top {Word}|My {Word}|{Word} Guide
Best {Word} for {Word} {Word}|{Word} {number}|{Word} near {city}|How to {word}|{Word} vs {Word}|{Word} Index
""")
MONTHS = _list("""
{month} {year}|{month} {year} ({number})|{month} {year} ({number})|{year} ({number})|{year}
""")
FORM = (
    (_list("""
{outlet} Daily|The {word} letter|{Word} Notes|Newsletter|NEWSLETTERS|Our letters|The {beat} briefing|{section} Weekly
The Morning {Word}
Get our letter|Sign up|Stay in touch|{city} this week|The week in {beat}
"""), 0.8),
    (_list("""
All that matters on {beat}, each {weekday}.|A letter on {beat} for people in a hurry.
The stories behind {beat}, in your mail on {weekday}s.
What happened, what it means, what comes next. Free.|Get {outlet} in your inbox.|Join {number},000 readers.
Five stories, five minutes, every morning.
The best of {outlet}, picked by our editors.|Written by {name}, sent twice a week.|We will not fill your inbox.
"""), 0.8),
    (_list("""
Email|Your email|E-mail address|Enter your email address|Email (required)|First name|Your e-mail|example@mail.example
Enter email|Postcode
"""), 0.6),
    (_list("""
Subscribe|Sign up|Sign me up|Submit|Join|Send|I subscribe|Get it|SUBSCRIBE|Count me in|Yes, send it|SIGN UP
"""), 0.7),
    (_list("""
Thanks! Look in your inbox.|You are signed up.|Something went wrong. Try again later.|You can leave at any time.
Your first letter is on its way.
See all newsletters|Check your mail to confirm.|No thanks
"""), 0.35),
)
FORM_RULES = _list("""
By signing up you agree to our terms and our privacy policy.|I agree to the use of my data as set out here.
We keep your address safe. See our privacy notice.
Your information is handled as our privacy statement says.|By giving your e-mail you accept the Terms of Use.
This form is protected against robots; privacy terms apply.
Newsletters may hold advertisements and content paid for by others. See our Privacy Policy.
""")
WALL = _list("""
This story is for subscribers|Subscribe to read on|€{number} a month|${number} for a year|First month free
Already a subscriber? Log in|Log in|See all offers
Choose your plan|Digital|Digital + print|Best value|Cancel when you like|Unlimited reading on all devices
Try {outlet} for {number} weeks|Continue
You have read your free stories for {month}.|Create a free account to go on|Support reporting from {city}|Have you got a code?
Read this one for free
Become a member|Why am I seeing this?|Buy this article|Gift a subscription|Register in a minute
Members read without advertisements
""")
AUTHOR_HEADS = _list("""
About the author|About the writer|Author|The author|Written by|More from this writer|About|Contributor|Who wrote this|Reporter
""")
LIVES = _list("""
NAME is a reporter in {city}.|NAME covers {beat} for {outlet}.|NAME writes on {beat} and lives in {city} with two dogs.
NAME joined {outlet} in {year}.
NAME is {role} at {outlet}. Before that she worked in {city}.|NAME teaches {word} at the University of {city}.
NAME was an adviser to the mayor of {city} from {year}.
NAME has reported from {number} countries. He has won prizes for his work on {beat}.
NAME is the author of “The {Word}”, out in {month}.
NAME, a former diplomat, is a fellow of the {Word} Institute.|NAME runs a bakery in {city} and a choir.
Send tips to NAME at {email}.
NAME is a freelance journalist who writes about {beat}.|NAME is an intern on the {section} desk.
NAME has been with us since {year}; her beat is {beat}.
""")
BOX_HEADS = _list("""
Background|At a glance|Fact box|In numbers|In figures|The facts|What we know|Who is who|Timeline|Key dates|The rules|Practical
Details|Good to know
Who is {name}?|What is the {word}?|How it works|The story so far|Need to know|Results|Where and when|The candidates|Sources
What happens next?
By the numbers|The plan in short|Teams|Scorers|Advice|What to do|Who, what, where|How to help|The {word} in brief
What to look out for|FACTS
""")
FACTS = _list("""
{number} {word}s, {number} of them in {city}|Founded in {year}|Built in {year}, mended in {year}
{number} per cent of the {word}|Seat: {city}
Area: {number} square kilometres|Opening hours: {weekday} to {weekday}|Tickets: {number} crowns
Where: {city}, {Word} Street {number}|When: until {date}
Director: {name}|Cast: {name}, {name}|{name}, {number}, {role}|Height: {number} metres|Road to {city} closed
Schools shut until {weekday}
Stay indoors and shut the windows|Do not touch the {word}|Call {number} if you see it|Bring water and a lamp
The ferry to {city} does not run
{name}: {number} votes|Cost: {number} million|Owner: {last} & {last}|{city}: {number} dead|{Word} for {number} people
More {word}, less {word}
No change in {city}|A rise of {number} per cent|Trains every two hours|The {word} must be {word} by {month}|Free of charge
Not for children under {number}
""")
MOMENTS = _list("""
{year}: the {word} is built|{month} {year}: {name} resigns|{number} min {last} scores from a corner
{number} min Red card for {last}|{clock} First call
{year} – {city} joins|{date}: talks begin in {city}|{clock}: police arrive|{number}' {last} ({city})
{month} {day}: the {word} falls|{year}-{year}: {name}
{number} min {last} levels|{clock} - Doors open|{weekday}: vote in {city}
""")
SAYINGS = _list("""
We had {number} minutes, and we used {number} of them|Nobody asked the {word}|You learn to live with the {word}
It is not a {word}. It is a warning
I never wanted to be {role}|We were told to wait, so we waited|A {word} is a promise that somebody else has to keep
If you lose the {word}, you lose the town
They look at you as if you were {word}|I could hear it before I could see it|The {word} will still be here when we are gone
Money was never the point
We buried {number} of them and kept the list|There was no plan, there was only {first}|It took me {number} years to say that
I would do it again tomorrow
""")
SPEAKERS = _list("""
{name}|— {name}|– {name}, {role}|{name}, {number}, of {city}|{NAME}|{first}, {city}|{name}, mayor of {city}|- {name}, survivor
{name} on the {word}
""")
ACCOUNTS = _list("""
— {name} (@{last}{number}) {date}|@{last}{number}, {date}|{name} on X, {date}|A post shared by {first} (@{word}{last})
{outlet} (@{short}) {month} {day}, {year}
""")
TABLE_TITLES = _list("""
{Word} by {word}, {year}|Prices in {city}|Results in {number} wards|League table|How {city} voted|{Word} per head|Standings
Rates at {clock}|{section} in figures
""")
COLUMNS = _list("""
Name|Party|Votes|%|Change|Year|City|Price|Points|Played|Won|Lost|Seats|Time|Height|Date|Grade|High|Low|State|Region|Total|Dead
Hurt|Share
""")
ROW_NAMES = _list("""
{city}|{name}|{Word}|{last}|{city} North|{Word} {Word}|{year}|{month}|{number}. {last}|{Word} party|{number}|Total|Others
LOCATION|DEPTH|Wind|{weekday}
""")
CELLS = _list("""
{number}|{number}.{number}|+{number}|-{number}%|{number}%|–|n/a|{clock}|{number},{number}|{Word}|{number} m|{city}
{number}-{number}|{day} {month}|unch
""")
TABLE_SOURCES = _list("""
Source: {Word} office|Source: {outlet} research|Data: {Word} Institute|Source: {agency}|Graphic: {name}|Chart: {outlet}
Figures: ministry of {word}
""")
PLAYER = _list("""
{clock}|00:00|0:{day}|1x|1.5x|Play|Pause|Play video|Watch|Listen|Listen {number} min|Video Player is loading.
Current time 0:00|Duration {number}:11|Unmute|Mute
Live|Skip ad|Watch again|Share video|Close|Full screen|Captions off|{number}:14|Now playing|Up next
This video can not be played|Audio|Download (mp3)
Speed|{number} sec|Read aloud|Listen to this article|Playback rate|{number} WPM|Volume|Embed|More videos|Autoplay on
00:{day}:11
""")
FOOT = _list("""
About us|Contact|Careers|Advertise|Help|FAQ|Sitemap|Press|Newsroom|Staff|Our standards|Feedback|Accessibility|RSS|Facebook
Instagram|X|YouTube|LinkedIn
Telegram|WhatsApp|Mobile apps|Archive|Newsletters|Work with us|Editorial office|Subscriptions|Print edition|Terms of use
Privacy|Cookies|Imprint
Back to top|Get the paper|Language|Country|Sections|More|Follow us|Resources|Investor relations|Where to buy
Contact the newsroom|Send us a letter
""")
RIGHTS = _list("""
© {year} {outlet}|© {outlet} {year}. All rights reserved.|Copyright {year} {outlet}. No part may be used without our leave.
{outlet} is published by {last} Media Ltd.
Registered in {city} no. {number}{number}|{outlet} is not responsible for what other sites hold.|All rights reserved|Terms
Privacy policy|Cookie settings
{outlet}, {Word} Street {number}, {city}|Editor responsible: {name}|Member of the press council
We may earn a share of what you buy through links on this page.
{outlet} pays respect to the first people of this land.|This page may hold material of agencies that must not be copied.
Do not sell my data|ISSN {number}-{number}
Licensed under Creative Commons|The views of writers are their own.|Re-use only with our written consent.
{outlet} keeps to the press code.
""")
SEEN = _list("""
A man in a hat holds a {word}.|Two women look at a {word} by a road.|A {word} lies on a table.|The {word} at {city}
{name} at home in {city}|{name} with {first}
{name} says that the {word} was never shut.|The {word} in {month}|People wait by a {word} in {city}.
{name} begins the day with a {word}.|An empty {word}
A dog looks through a {word}|From left: {name}, {name} and {name}|{name}, seen here in {year}
{city} at dusk. The {word} is shut.|Smoke over {city}|A map of {city}
The {word} weighs {number} kilos and has to be carried by hand.|{name} keeps the {word}s of {city}.
A child on a {word} near {city}, where the road ends|[{word}.jpg]
{name} has not left the {word} since {weekday}.|Screenshot of a {word}|Close-up of a {word} on grey ground
The old {word}, {year}|Workers mend the {word}.
""")
HOLDERS = _list("""
{name}|{outlet}/{name}|({agency}: {name})|Image: {name}|PHOTO: {name}|Photo by {name}|{agency}|{NAME}|© {name}
Photograph: {name}/{agency}|Picture: {outlet}
({outlet}: {name})|{name} / {agency}|Supplied|{name} for {outlet}|Courtesy of {name}|{agency} / {name}|FILE PHOTO
{name} ({agency})|Credit: {name}|Archive
""")
