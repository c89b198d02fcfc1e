"""The words that the rules know; all lists are our own."""

from __future__ import annotations

# fmt: off
MALE = frozenset([
    "Aaron", "Adam", "Alan", "Albert", "Alex", "Alexander", "Andrew", "Anthony", "Arthur",
    "Barack", "Ben", "Benjamin", "Bernard", "Bernie", "Bill", "Bob", "Brad", "Brian", "Bruce",
    "Carl", "Charles", "Chris", "Christopher", "Chuck", "Craig", "Dan", "Daniel", "David",
    "Dennis", "Don", "Donald", "Doug", "Ed", "Edward", "Eric", "Frank", "Gary", "George", "Glenn",
    "Greg", "Harry", "Henry", "Jack", "Jacob", "James", "Jason", "Jay", "Jeb", "Jeff", "Jeffrey",
    "Jerry", "Jim", "Joe", "John", "Jon", "Jonathan", "Joseph", "Josh", "Justin", "Keith", "Ken",
    "Kenneth", "Kevin", "Larry", "Lee", "Marco", "Mark", "Martin", "Matt", "Matthew", "Michael",
    "Mike", "Mitch", "Mitt", "Nathan", "Neil", "Newt", "Nick", "Patrick", "Paul", "Peter", "Phil",
    "Philip", "Ralph", "Randy", "Reince", "Richard", "Rick", "Rob", "Robert", "Roger", "Ron",
    "Ronald", "Ryan", "Sam", "Samuel", "Scott", "Sean", "Seth", "Stephen", "Steve", "Steven",
    "Ted", "Terry", "Thomas", "Tim", "Timothy", "Todd", "Tom", "Tony", "Vladimir", "Walter",
    "William",
])
FEMALE = frozenset([
    "Alice", "Amy", "Andrea", "Angela", "Ann", "Anna", "Anne", "Barbara", "Carly", "Carol",
    "Caroline", "Catherine", "Chelsea", "Christine", "Cindy", "Claire", "Deborah", "Debbie",
    "Diana", "Diane", "Donna", "Elizabeth", "Ellen", "Emily", "Hillary", "Huma", "Ivanka", "Jane",
    "Janet", "Jennifer", "Jessica", "Jill", "Joan", "Julia", "Julie", "Karen", "Kate",
    "Katherine", "Kathleen", "Kelly", "Kellyanne", "Kimberly", "Laura", "Linda", "Lindsay",
    "Lisa", "Lori", "Loretta", "Margaret", "Maria", "Marie", "Martha", "Mary", "Megan", "Megyn",
    "Melania", "Melissa", "Michelle", "Nancy", "Nicole", "Nikki", "Pamela", "Patricia", "Rachel",
    "Rebecca", "Ruth", "Sandra", "Sarah", "Sharon", "Stephanie", "Susan", "Tara", "Theresa",
    "Victoria", "Virginia", "Wendy",
])

INTENSIFIERS = [
    "really", "very", "just", "actually", "simply", "absolutely", "totally", "completely", "also",
    "truly", "basically", "literally", "extremely", "incredibly", "deeply",
]

ALIKE = {
    "a lot of": "plenty of", "lots of": "plenty of", "begin": "start", "began": "started",
    "beginning": "start", "start": "begin", "started": "began", "big": "large", "large": "big",
    "biggest": "largest", "largest": "biggest", "bigger": "larger", "huge": "enormous",
    "enormous": "huge", "massive": "huge", "tremendous": "enormous", "children": "kids",
    "kids": "children", "country": "nation", "nation": "country", "countries": "nations",
    "nations": "countries",
    "important": "significant", "significant": "important", "difficult": "hard", "smart": "clever",
    "terrible": "awful", "horrible": "terrible", "awful": "terrible", "bad": "poor",
    "wonderful": "marvellous", "amazing": "astonishing", "incredible": "unbelievable",
    "fantastic": "wonderful", "happy": "glad", "glad": "happy", "pleased": "delighted",
    "thrilled": "delighted", "delighted": "pleased", "excited": "thrilled", "sad": "unhappy",
    "tragic": "dreadful", "angry": "furious", "scared": "frightened", "afraid": "frightened",
    "crazy": "insane", "stupid": "foolish", "dumb": "stupid", "quickly": "fast",
    "rapidly": "quickly", "immediately": "at once", "frequently": "often", "often": "frequently",
    "repeatedly": "again and again", "always": "at all times", "everybody": "everyone",
    "everyone": "everybody", "anybody": "anyone", "anyone": "anybody", "somebody": "someone",
    "someone": "somebody", "nobody": "no one", "talk": "speak", "talking": "speaking",
    "speaking": "talking", "fight": "battle", "choose": "pick", "chose": "picked",
    "pick": "choose", "buy": "purchase", "bought": "purchased", "try": "attempt",
    "trying": "attempting", "tried": "attempted", "happened": "occurred", "occurred": "happened",
    "happening": "going on", "ensure": "make sure", "make sure": "ensure", "allow": "let",
    "stop": "halt", "stopped": "halted", "ended": "finished",
    "finish": "complete", "answers": "replies", "error": "mistake",
    "mistake": "error", "mistakes": "errors", "errors": "mistakes", "aim": "goal",
    "goal": "aim", "goals": "aims", "house": "home", "companies": "firms", "company": "firm",
    "firm": "company", "firms": "companies", "attorney": "lawyer",
    "attorneys": "lawyers", "lawyer": "attorney", "lawyers": "attorneys", "cop": "officer",
    "cops": "officers", "physician": "doctor", "vehicle": "car", "vehicles": "cars",
    "car": "vehicle", "issue": "matter", "issues": "matters", "concern": "worry",
    "concerns": "worries", "concerned": "worried", "worried": "concerned", "harm": "damage",
    "damage": "harm", "threat": "danger", "threats": "dangers", "danger": "threat",
    "dangerous": "risky", "safety": "security", "strong": "powerful", "powerful": "strong",
    "stronger": "more powerful", "weak": "feeble", "wealthy": "rich", "rich": "wealthy",
    "entire": "whole", "whole": "entire", "folks": "people", "guys": "men", "guy": "man",
    "gentleman": "man", "opportunity": "chance", "opportunities": "chances",
    "chance": "opportunity", "result": "outcome", "results": "outcomes", "idea": "notion",
    "ideas": "notions", "story": "tale", "money": "cash", "jobs": "positions",
    "truly": "really", "totally": "completely", "completely": "totally", "extremely": "very",
    "incredibly": "extremely", "maintain": "keep", "receive": "get", "received": "got",
    "require": "need", "requires": "needs", "remain": "stay", "remains": "stays",
    "respond": "react", "responded": "reacted", "support": "back", "supported": "backed",
    "supports": "backs", "defeat": "beat", "defeated": "beat", "destroy": "ruin",
    "destroyed": "ruined", "destroying": "ruining", "build": "construct", "building": "structure",
    "create": "make", "creating": "making", "created": "made", "reveal": "show",
    "revealed": "showed", "demonstrate": "show", "discuss": "talk about", "obtain": "get",
    "tough": "hard", "fair": "just", "unfair": "unjust", "clear": "plain", "obvious": "plain",
    "main": "chief", "major": "big", "ill": "sick", "sick": "ill", "injured": "hurt",
    "hurt": "injured", "dead": "killed", "murdered": "killed", "correct": "right",
    "incorrect": "wrong", "different": "distinct", "famous": "well-known", "brave": "courageous",
    "courageous": "brave", "honest": "sincere", "serious": "grave", "severe": "serious",
    "quiet": "silent", "gift": "present", "journey": "trip", "trip": "journey", "road": "street",
    "fire": "blaze", "blaze": "fire", "storm": "tempest", "quake": "earthquake",
    "earthquake": "quake", "film": "movie", "movie": "film", "movies": "films",
    "physicians": "doctors", "assistance": "help", "funds": "money", "funding": "money",
    "individuals": "people", "citizens": "people", "relationship": "relation", "conflict": "fight",
    "dispute": "quarrel", "agreement": "accord", "pact": "treaty", "alongside": "beside",
    "regarding": "about", "concerning": "about", "currently": "at present", "presently": "now",
    "previously": "before", "lately": "recently",  "sometimes": "at times",
    "however": "nevertheless", "therefore": "so", "besides": "moreover", "hit": "struck",
    "assault": "attack", "attack": "assault", "attacks": "assaults", "attacked": "assaulted",
    "criticized": "attacked", "accept": "take", "gathered": "collected", "hope": "expectation",
    "nice": "pleasant", "lucky": "fortunate", "fortunate": "lucky", "speech": "address",
    "remarks": "comments", "comments": "remarks", "strategy": "plan", "method": "way",
    "vital": "crucial", "crucial": "vital", "essential": "vital", "critical": "crucial",
    "total": "complete", "complete": "total", "complex": "complicated", "simple": "easy",
    "strange": "odd", "odd": "strange", "ordinary": "normal", "regular": "ordinary",
    "shocked": "stunned", "stunned": "shocked", "surprised": "astonished", "proud": "honoured",
    "scandal": "outrage", "disaster": "catastrophe", "catastrophe": "disaster",
    "disgrace": "shame", "shame": "disgrace", "lie": "falsehood", "lies": "falsehoods",
    "lying": "telling lies", "wealth": "riches", "leaders": "heads", "border": "frontier",
    "borders": "frontiers", "immigrants": "migrants", "migrants": "immigrants",
    "beautiful": "lovely", "lovely": "beautiful", "disgusting": "revolting", "lots": "plenty",
    "plenty": "lots", "grateful": "thankful", "thankful": "grateful", "certain": "particular",
    "possess": "have", "attempt": "try", "attempts": "tries",
    "elect": "choose", "elected": "chosen", "vote": "ballot",
    "votes": "ballots", "throughout": "all over", "toward": "towards", "per year": "a year",
}
"""Words and others that mean much the same. What they stand in is looked at by the rule."""
NOUNS_BEHIND_A = frozenset([
    "fight", "talk", "end", "help", "support", "hit", "lie", "attack", "hope", "vote", "start",
    "hurt", "concern", "pick", "try", "stop", "answer", "harm", "damage", "attempt", "present",
    "fair",
])
"""Verbs in some places, nouns in others; taken where the words before tell which."""

SPELLINGS = [
    ("color", "colour"), ("favor", "favour"), ("honor", "honour"), ("labor", "labour"),
    ("behavior", "behaviour"), ("neighbor", "neighbour"), ("rumor", "rumour"), ("humor", "humour"),
    ("center", "centre"), ("theater", "theatre"), ("defense", "defence"), ("offense", "offence"),
    ("license", "licence"), ("realize", "realise"), ("organize", "organise"),
    ("organization", "organisation"), ("recognize", "recognise"), ("apologize", "apologise"),
    ("criticize", "criticise"), ("program", "programme"), ("traveled", "travelled"),
    ("canceled", "cancelled"), ("judgment", "judgement"), ("gray", "grey"), ("okay", "OK"),
    ("percent", "per cent"), ("adviser", "advisor"), ("health care", "healthcare"),
    ("mobilize", "mobilise"), ("stabilize", "stabilise"), ("politicize", "politicise"),
    ("emphasize", "emphasise"), ("legalize", "legalise"), ("minimize", "minimise"),
    ("skeptical", "sceptical"), ("email", "e-mail"), ("website", "web site"), ("gonna", "going to"),
    ("wanna", "want to"), ("gotta", "got to"), ("’cause", "because"), ("anymore", "any more"),
    ("alright", "all right"), ("cooperation", "co-operation"), ("Islamic State", "Islamic state"),
]
CONTRACTED = [
    ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("is not", "isn't"),
    ("are not", "aren't"), ("was not", "wasn't"), ("were not", "weren't"), ("have not", "haven't"),
    ("has not", "hasn't"), ("had not", "hadn't"), ("cannot", "can't"), ("can not", "can't"),
    ("will not", "won't"), ("would not", "wouldn't"), ("should not", "shouldn't"),
    ("could not", "couldn't"), ("I am", "I'm"), ("we are", "we're"), ("they are", "they're"),
    ("you are", "you're"), ("I have", "I've"), ("we have", "we've"), ("they have", "they've"),
    ("I will", "I'll"), ("we will", "we'll"), ("they will", "they'll"), ("you will", "you'll"),
    ("it is", "it's"), ("that is", "that's"), ("there is", "there's"), ("he is", "he's"),
    ("she is", "she's"), ("what is", "what's"), ("let us", "let's"),
]
SLOPPY = frozenset(["gonna", "wanna", "gotta", "’cause"])
"""Spellings that a page may put right, and will not put in."""
NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
           "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
           "eighteen", "nineteen", "twenty"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MILLIONS = ["million", "billion", "trillion"]
SCALES = ["hundreds", "thousands", "millions", "billions", "trillions"]

NAMED_ALIKE = [
    ["Republicans", "Democrats"], ["Republican", "Democratic"], ["Republican Party",
    "Democratic Party"],
    ["Iran", "Iraq", "Syria", "Russia", "China", "Mexico", "Israel", "Libya", "Afghanistan",
     "Pakistan", "Egypt", "Turkey", "Germany", "France", "Canada", "Japan", "Britain", "Ukraine",
     "Cuba", "Yemen", "India", "Italy", "Spain", "Somalia", "Lebanon", "Jordan", "Sudan",
     "Poland", "Greece", "Brazil", "Indonesia", "Malaysia"],
    ["Russian", "Chinese", "Mexican", "Iranian", "Iraqi", "Syrian", "Israeli", "Libyan",
     "Afghan", "Turkish", "German", "French", "Canadian", "Japanese", "British", "Cuban",
     "Indian", "Italian", "Spanish", "Egyptian", "Pakistani", "Saudi"],
    ["Iowa", "Ohio", "Florida", "Nevada", "Texas", "Michigan", "Virginia", "Colorado",
     "Wisconsin", "Georgia", "Arizona", "Indiana", "California", "Illinois", "Pennsylvania",
     "Kentucky", "Tennessee", "Utah", "Oregon", "Kansas", "Oklahoma", "Louisiana", "Mississippi",
     "Alabama", "Missouri", "Minnesota", "Maine", "Vermont", "Massachusetts"],
    ["Chicago", "Washington", "Boston", "Houston", "Dallas", "Detroit", "Philadelphia", "Miami",
     "Atlanta", "Denver", "Seattle", "Baltimore", "Cleveland", "Phoenix", "Orlando", "Brussels",
     "Paris", "London", "Berlin", "Moscow", "Baghdad", "Damascus", "Tehran", "Kabul",
     "Jerusalem", "Beijing", "Benghazi", "Flint"],
    ["Muslims", "Christians", "Jews"], ["Muslim", "Christian", "Jewish"],
    ["FBI", "CIA", "NSA", "Secret Service"], ["Senate", "House"],
    ["ISIS", "Al Qaeda", "Hezbollah", "the Taliban"], ["Facebook", "Twitter", "Google", "Apple",
    "Microsoft"], ["CNN", "MSNBC", "NBC", "ABC", "CBS"], ["Europe", "Asia", "Africa"],
    ["Sunni", "Shiite"], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
]
"""Names that may stand in each other's place."""
THINGS = {
    "it": ["the plan", "the decision", "the report", "the agreement", "the law"],
    "they": ["the officials", "the voters", "the authorities"],
    "them": ["the officials", "the voters", "the families"],
    "these": ["such"],
}
"""What a pronoun may be said to mean where no name will do."""
# fmt: on
