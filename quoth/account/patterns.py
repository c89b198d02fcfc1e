"""Turns of phrase that charge somebody, or give a cause or a motive; words parted by spaces."""

from __future__ import annotations

import re

LAPSES = re.compile(
    r"\b(?:fail(?:s|ed)? to|failing to|failure to|refus(?:e|es|ed|al) (?:to|of)|neglect(?:s|"
    r"ed)? to|forg[eo]t to|omit(?:s|ted)? to|too (?:busy|late|slow)|slow to|in (?:a|no) hurry|"
    r"no haste|look(?:s|ed|ing)? (?:away|the other way)|turn(?:s|ed|ing)? a (?:blind eye|"
    r"deaf ear)|wash(?:es|ed) (?:its|his|her|their) hands|(?:remain|go|went|gone)(?:s|"
    r"ed)? un\w+ed|(?:did|does|done) nothing|(?:said|say|says) nothing (?!of)|(?:kept|keeps?|"
    r"stayed|remain(?:s|ed)) (?:silent|quiet)|s[ai]ts? on (?:its|his|her|their) hands|(?:stood|"
    r"stands?) (?:idly )?by|\w+ no (?:need for haste|hurry|haste)|rais(?:e|es|ed) a hand|"
    r"not (?:once|lifted a finger)|(?:never|"
    r"not) bothered|(?:nobody|no ?one) (?:in|at|from) (?!particular)(?:the|its|his|her|their|"
    r"[A-Z]))",
    re.IGNORECASE,
)
"""What somebody should have done and has not."""
WRY = re.compile(
    r"\b(?:so(?: - |-| )called|self(?: - |-| )styled|not by mistake|"
    r"in cold blood|in secret|behind (?:our|their|his|her|your|the|"
    r"everybody's) (?:\w+ 's )?backs?|"
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
    r"(?:is|was|are|were) (?:afraid|ashamed|jealous|desperate|eager|anxious) (?:of|to|for|"
    r"that)|(?:hop|fear)(?:e|es|ed|s|ing) to|(?:anger|fear|greed|hatred|envy|spite|ambition|"
    r"malice) (?:from|out of) which|(?:because|since|as) (?:it|he|she|they|"
    r"you) (?:\w+ )?(?:think|thinks|thought|want|wants|wanted|fear|fears|feared|know|knows|"
    r"knew|hopes?|hoped|loves?|loved|likes?|liked|hates?|hated|needs?|needed|believed?s?|"
    r"(?:was|were|is|are) (?:afraid|short|jealous|eager|keen|ashamed|in love))|to (?:please|"
    r"spare|punish|teach|frighten|cover|appease|impress|silence|spite|flatter|reward|"
    r"humiliate|cling|make (?:us|them|him|her|it) look))\b",
    re.IGNORECASE,
)
"""Why somebody does something: aim, wish, fear, greed."""

ASKED = re.compile(
    r"^\W*(?:(?:and|but|so|or) )?(?:who ,? ?(?:then ,? )?(?:paid|signed|gave|let|sold|took|drew|"
    r"profit"
    r"ed|gained|ordered|hid|allowed|approved|gains|profits|pays|benefits|benefited|locked|burned|"
    r"knew|looked|stole|lied|decided)\b|why (?:did|has|have|does|do|was|were|is|are) (?!we |i |"
    r"n't "
    r"(?:we|i) )[^?]{1,60}? (?:not|never|n't|only|still|silent|silence|afraid|ashamed)\b|how many "
    r"more\b|how (?:much )?long(?:er)?\b|how dare|what (?:has|have|had|did|do|does) (?!we |i )"
    r"[^?]{1,40}? (?:to hide|to fear|done with|do with)\b|where (?:did|has|is) (?:the|our|"
    r"all)[^?]{1,"
    r"20}? (?:money|gone?|went)\b|(?:is|was) it (?:a )?(?:coincidence|chance))",
    re.IGNORECASE,
)
"""The beginning of a question that takes a wrong for granted."""
ELLIPTIC = re.compile(
    r"^(?:the |mr |mrs |dr )?(?!he |she |it |they |we |i |you |this |that )(?:\w+ ){1,4}(?:did|"
    r"does|has|have|do) (?:not|n't)$",
    re.IGNORECASE,
)
"""Somebody did not, and that is all the sentence says."""
MADE_SO = re.compile(
    r"^what (?!was|is|became|happened)(?:ha[sd] )?(?:\w+ed|\w+s|brought|drove|broke|"
    r"made) (?!us)(?:\w+ ){1,5}(?:was|is) |"
    r"(?:is|was) what (?:\w+ed|\w+s|made|brought|drove|broke) |it (?:is|was) (?:the )?"
    r"[\w ]{2,30} that (?:brought|killed|ended|broke|made|saved|ruined|drove|emptied|turned)|"
    r"made (?:it|this|that|them|us|him|her) (?:\w+ )?(?:possible|impossible|necessary|easier|"
    r"harder)|"
    r"(?:has|have|had) done (?:this|that|the rest|the harm)|did the rest|"
    r"put [\w ]{1,30} out of work",
    re.IGNORECASE,
)
"""That it was one thing that brought about another."""
