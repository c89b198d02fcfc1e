"""Turns of phrase that charge somebody, or give a cause or a motive; words parted by spaces."""

from __future__ import annotations

import re

LAPSES = re.compile(
    r"\b(?:fail(?:s|ed)? to|failing to|failure to|refus(?:e|es|ed|al) (?:to|of)|neglect(?:s|"
    r"ed)? to|forg[eo]t to|omit(?:s|ted)? to|too (?:busy|late|slow)|slow to|in (?:a|no) hurry|"
    r"no haste|look(?:s|ed|ing)? (?:away|the other way)|turn(?:s|ed|ing)? a (?:blind eye|"
    r"deaf ear)|wash(?:es|ed) (?:its|his|her|their) hands|(?:remain|go|went|gone)(?:s|"
    r"ed)? un\w+ed|(?:did|does|do|done|doing) nothing|not (?:once|lifted a finger)|(?:never|"
    r"not) bothered|(?:nobody|no ?one) (?:in|at|from) (?:the|its|his|her|their|[A-Z]))",
    re.IGNORECASE,
)
"""What somebody should have done and has not."""
WRY = re.compile(
    r"\b(?:so(?: - |-| )called|self(?: - |-| )styled|on purpose|deliberately|knowingly|"
    r"in cold blood|in secret|behind (?:our|their|his|her|your|the|everybody's) (?:\w+ 's )?backs?|"
    r"hand in hand|in the pay of|without (?:a )?(?:tender|trial|warning|warrant)|pretend\w*|"
    r"would (?:like|have) (?:us|you|the public) (?:to )?believe|(?:cook(?:s|ed)?|"
    r"cooking) the books|(?:gave|given|giv(?:es|ing)|sign(?:s|ed)|throw(?:s|n)?|threw) away|"
    r"out of work|pick(?:s|ed) on|hold(?:s|ing)? back|held back|wav(?:e|ed|ing) (?:it |them |"
    r"\w+ \w+ )?through|the till|(?:put|set)(?:s)? (?:a |no )?spies|puts? profit|put(?:s|"
    r"ting)? (?:\w+ ){1,2}before|(?:its|his|her|their) (?:own )?(?:cronies|cousins|pockets?)|"
    r"(?:broke|broken|break(?:s|ing)?) (?:its|his|her|their|every|the|this|"
    r"that) (?:\w+ )?(?:word|promises?|pledges?|oath|agreement|law|rules?)|word for word|"
    r"at gunpoint|opened fire|fired (?:on|upon|into|at)|took bribes|line(?:s|d)? (?:its|his|"
    r"her|their) pockets?|who (?:paid|gained|profited)|like all (?:its|his|her|their))\b",
    re.IGNORECASE,
)
"""Turns that tell a wrong without a word for one."""
BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|thanks to|as a result|in consequence|on account of|"
    r"by reason of|stem(?:s|med)? from|caused by|brought about|led (?:straight |directly )?to|"
    r"leads to|(?:this|that|which) is why|(?:is|was|are|were) the (?:result|product|fault|"
    r"work|consequence) of|made the difference|drove \w+ to|turn(?:s|ed)? \w+ into)\b",
    re.IGNORECASE,
)
"""That one thing brought about another."""
IN_ORDER = re.compile(
    r"\b(?:in order (?:to|that)|so as (?:not )?to|lest|for fear of|for the sake of|"
    r"in the hope|so that [^.;:]{1,40}? (?:need|can|could|may|might|shall|should|will|would|"
    r"must)|out of (?:fear|spite|greed|pity|hatred|envy|revenge|love|habit|pride|shame|"
    r"loyalty|malice|vanity|cowardice|ambition)|with (?:the|an) (?:aim|intention|purpose|eye|"
    r"object)|in pursuit of|in (?:its|his|her|their) own interests?|(?:has|have|had) in mind|"
    r"(?:is|was|are|were) (?:afraid|ashamed|jealous|desperate|eager|anxious|out) (?:of|to|for|"
    r"that)|(?:hop|fear)(?:e|es|ed|s|ing) to|(?:anger|fear|greed|hatred|envy|spite|ambition|"
    r"malice) (?:from|out of) which|(?:because|since|as) (?:it|he|she|they|"
    r"you) (?:\w+ )?(?:think|thinks|thought|want|wants|wanted|fear|fears|feared|know|knows|"
    r"knew|hopes?|hoped|loves?|loved|likes?|liked|hates?|hated|needs?|needed|believed?s?|"
    r"(?:was|were|is|are) (?:afraid|short|jealous|eager|keen|ashamed|in love))|to (?:please|"
    r"spare|punish|teach|frighten|hide|cover|appease|impress|silence|spite|flatter|reward|"
    r"humiliate|cling|make (?:us|them|him|her|it) look))\b",
    re.IGNORECASE,
)
"""Why somebody does something: aim, wish, fear, greed."""
