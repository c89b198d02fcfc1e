"""Turns of phrase that tell a wrong, by its pattern: a promise gone back on, kin in office, irony.

For words parted by spaces, as in `quoth.account.patterns`.
"""

from __future__ import annotations

import re

_THEIR = r"(?:its|his|her|their|your)"
_KIN = (
    r"(?:cousins?|nephews?|nieces?|brothers?|sisters?|sons?|daughters?|wife|husband|friends?|"
    r"cronies|in-laws?|brother-in-law|son-in-law|partners?|donors?)"
)
TURNS = re.compile(
    rf"\b(?:knew (?:that|it|this|about|of|perfectly|very) ?[^.;:]{{0,80}}? (?:and|when|but|yet)|"
    rf"knows that there (?:was|is|were|are) (?:no|none)|made sure that (?:we|nobody|no one|they|"
    rf"he|she)|"
    rf"sent? (?:us|them) the bill|for nothing and|word for word|without (?:ever |even |once |"
    rf"first |so much as )?(?:ask|tell|pay|consult|read|hear|"
    rf"inform|check|look|listen|warn|explain|notify|giv)ing|without (?:permission|consent|notice|"
    rf"explanation|scruple|shame|mercy|pity|proof|evidence|cause|reason|apology)|"
    rf"(?:hired?|hires|employ\w*|appoint\w*|promot\w*|installed|"
    rf"named) (?:\w+ )?(?:{_THEIR} (?:own )?"
    rf"{_KIN}|{_KIN} of {_THEIR})|{_THEIR} own (?:{_KIN}|pay|salar\w+|wages|fees|crimes?|failure)|"
    rf"let(?:s|ting)? (?:\w+ ){{1,4}}(?:rot|die|starve|drown|burn|decay|collapse|lapse|freeze|"
    rf"fall|"
    rf"suffer|perish|happen)|(?:had|having) (?:(?:the|{_THEIR}|our) \w+|it|him|her|them|"
    rf"us) (?:blown|"
    rf"turned off|shut|removed|torn|burn(?:ed|t)|cut|shot|hanged|beaten|arrested|taken|thrown|"
    rf"erased|deleted|struck|pulled|moved|locked|closed|silenced|destroyed)|"
    rf"(?:promised|pledged|vowed|swore|swears|guaranteed|undertook) [^.;:]{{3,90}}? (?:and then|"
    rf"but|"
    rf"only to|and never)|(?:swore|promised|vowed|pledged) (?:it|he|she|they|us)? ?(?:would|"
    rf"he would) "
    rf"(?:not|never)|the same promises?|(?:took|takes?|taking) (?:a |the )?bribes?|"
    rf"paid [^.;:]{{1,40}}? to (?:forget|lie|look away|keep (?:quiet|silent)|say)|"
    rf"for a favou?r|with (?:{_THEIR}|both) eyes (?:shut|closed)|bent the knee|shame on|"
    rf"(?:at|to) (?:our|the public's|other people's|everybody's) (?:expense|cost)|"
    rf"at the expense of|"
    rf"(?:only|sole) (?:crime|offence|fault) (?:was|is)|knowing (?:full well|perfectly well|that)|"
    rf"know(?:s|n)? to be (?:false|untrue|wrong)|knew to be \w+|full well|perfectly well|"
    rf"(?:cheered|laughed|applauded|clapped|gloated|smirked|grinned|danced|dined) "
    rf"(?:while)|(?:invent|made up|mak(?:es?|ing) up)\w* (?:\w+ ){{0,2}}(?:quot\w+|stor(?:y|"
    rf"ies)|tales?|figures?|reports?|enem\w+|evidence|charges?|rules?|clauses?)|"
    rf"(?:changes?|changed|changing) (?:its|his|her|their) (?:shape|story|tune|version|account|"
    rf"tale|explanation)|saw fit|thought (?:it )?fit|found (?:it|them|\w+) (?:convenient|cheaper)|"
    rf"good sense not to|had the (?:nerve|gall|cheek|effrontery|face) to|dares? to|"
    rf"would rather (?:\w+ )?(?:he|she|it|they|you) \w+|made out to (?:somebody|someone) else|"
    rf"drag(?:s|ged|ging)? (?:its|his|her|their) (?:feet|heels)|buri(?:ed|es) (?:the|a) report|"
    rf"(?:passed|passes|pass(?:ing)?) the buck|kept? (?:\w+ ){{1,3}}in the dark|"
    rf"play(?:s|ed|ing)? (?:\w+ ){{1,3}}for fools?|one law for|double standards?|"
    rf"(?:sold|sells|sell|selling) (?:us|them|the \w+) out|stab(?:s|"
    rf"bed)? (?:\w+ ){{1,3}}in the back|"
    rf"(?:turned|turns) (?:its|his|her|their) backs? on|(?:went|goes|gone) back on|"
    rf"has (?:the )?blood on|blood (?:is )?on (?:its|his|her|their) hands|"
    rf"(?:is|are|was|were) to blame for|(?:made|designed|meant|drafted|drawn|written|built|"
    rf"intended) "
    rf"to (?:\w+ )?(?:starve|break|silence|punish|divide|drive|exclude|frighten|hurt|harm|rob|"
    rf"deceive|mislead|hide|protect the|keep (?:us|them|the \w+) (?:out|down|away|quiet|poor)))\b",
    re.IGNORECASE,
)
