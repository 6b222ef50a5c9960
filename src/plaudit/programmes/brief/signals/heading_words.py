"""What headings say: phrases, as regular expressions, that a whole heading matches."""

ENTRY = (
    r"(?:entr(?:y|ies|ants?)|submissions?|nominations?|applications?|nominees?|"
    r"applicants?|bids?|finalists?|winners?)"
)
"""What people send in, or who sends it."""

ELIGIBILITY = (
    (
        r"eligib\w*(?: (?:criteria|requirements?|rules|and entry rules|to enter|"
        r"for entry|checklist|for this award))?"
    ),
    (
        r"(?:so,? )?who (?:can|may|should|could|is able to|can't|cannot|"
        r"is allowed to) (?:enter|apply|be (?:nominated|entered|considered|"
        r"put forward)|nominate|take part|submit|win|this)\b.{0,40}"
    ),
    r"who(?:'s| is| are) eligible\b.{0,40}",
    r"who (?:can|may|should) (?:i|we|you) (?:nominate|enter|put forward)\b.{0,30}",
    r"who qualifies\b.{0,20}",
    r"who (?:we want|it's|is (?:this|it|the award|the category)).{0,30}\bfor",
    r"who we want.{0,30}",
    r"who should (?:enter|apply|nominate).{0,30}",
    r"(?:this (?:award|category) is )?open to",
    r"entry (?:requirements?|conditions|rules)",
    r"conditions of entry",
    r"qualif(?:ying|ication)s?(?: (?:criteria|period|rules|requirements))?",
    r"(?:am|are|is) (?:i|we|you|my .{1,20}|your .{1,20}|our .{1,20}) eligible(?: (?:to|for) .{1,30})?",
    r"(?:do|does) (?:i|we|you|my .{1,20}|your .{1,20}) qualify(?: .{1,20})?",
    r"(?:is|could) (?:this|it|the award) (?:be )?(?:for )?(?:me|you|us)",
    r"requirements? (?:to|for) (?:enter|entry)",
    r"rules of entry",
    r"(?:can|may|could|should) (?:i|we|you) (?:enter|apply|nominate|be nominated)",
    r"(?:nominee|entrant|applicant|candidate) (?:criteria|requirements|eligibility)",
    r"eligible (?:entrants|organisations|entries|nominees)",
    r"who.{0,3}s it for",
    r"who(?: it)? is (?:this|it) for",
    r"nominees",
    r"entrants",
    r"restrictions",
    r"(?:this (?:award|category) is )?for",
)

CRITERIA = (
    (
        r"(?:the |our |key |main |full |your |specific |detailed |all )*(?:(?:judging|"
        r"assessment|award|entry|scoring|evaluation|marking|selection|category|"
        r"submission|nomination|application|judges.?|award.s|"
        r"written) )*(?:and )?(?:criteria|criterion)(?: (?:and|&) (?:weightings?|"
        r"scoring|marks|prompts|questions|word limits?))?(?: for (?:entry|judging|"
        r"this award|this category|entries|all categories|success|assessment))?"
    ),
    (
        r"what (?:the |our |will the )?(?:judges?|panel|judging panel|jury|"
        r"assessors?)\b.{0,50}"
    ),
    (
        r"what (?:we|you)(?: |(?='))(?!(?:\w+ ){1,2}to (?:send|upload|attach|enclose|post)\b)"
        r"(?:are|re|'re|will be|want|need|would|'d|hope|ask|look|expect|like|should|must|ll)\b.{0,40}"
    ),
    rf"how to (?:structure|organi[sz]e|lay out|set out) (?:your|an?|the) {ENTRY}\b.{{0,20}}",
    r"what we.?re looking for",
    r"what are (?:we|the judges)\b.{0,40}",
    (
        r"(?:the |our )?(?:judges?|panel|judging panel|jury|assessors?) (?:will|want|"
        r"would|are|look|expect|should)\b.{0,120}"
    ),
    (
        rf"(?:your |the |an? |all |each |strong |successful |winning )*{ENTRY} "
        rf"(?:should|must|will|needs? to|are|is|that)\b.{{0,30}}(?:address|demonstrat|"
        rf"cover|show|include|evidence|answer|respond|describe|explain|tell|judged|"
        rf"scored|assessed|marked|evaluated|set out|provide|outline|contain|"
        rf"considered).{{0,90}}"
    ),
    (
        r"(?:the )?(?:entry |application |nomination |submission |"
        r"award )?questions(?: (?:to|you|we|for|that|all) .{2,40})?"
    ),
    (
        rf"how (?:will )?(?:your |the )?{ENTRY} (?:are|will be|is|be) (?:judged|scored|"
        rf"assessed|marked|evaluated).{{0,30}}"
    ),
    (
        r"how (?:we|it.s|it is|you.{0,5}) (?:judge|score|assess|scored|judged|mark|"
        r"assessed).{0,30}"
    ),
    (
        r"(?:what (?:to|should)|things to) (?:include|cover|write|address|tell us|"
        r"submit)\b.{0,40}"
    ),
    (
        r"(?:please )?(?:answer|address|respond to|complete) (?:all |each of )?(?:the|every|each|"
        r"these|all) .{0,60}"
    ),
    (
        r"(?:submission|entry|application|nomination) (?:requirements|content|format|"
        r"form|structure|template|sections)"
    ),
    rf"what (?:should|must|will|does|do) (?:my|your|our|the|a|an|i|we) .{{0,20}}{ENTRY}\b.{{0,40}}",
    r"what (?:should|must|do|will) (?:my|your|i|we) (?:nomination|entry|application|submission) .{2,40}",
    r"what will (?:i|we|you) (?:be asked|need to (?:say|tell|write))\b.{0,30}",
    r"judging",
    r"scoring(?: (?:guide|matrix|scheme|framework|breakdown))?",
    r"assessment",
    r"marking (?:scheme|guide)",
    r"(?:in your|within your) (?:entry|submission|nomination|application).{0,80}",
    r"you (?:should|must|will need to|need to|ll need to|will be asked to) .{0,60}",
    (
        r"we (?:want|are looking|will be looking|look|would like|re looking|"
        r"'re looking)\b.{0,80}"
    ),
    r"criteria .{0,30}",
    r"the brief",
    r"your (?:entry|submission|nomination|application|story|answers)",
    r"the (?:entry|submission)",
    (
        r"(?:tell us|please (?:tell us|describe|provide|include|demonstrate|show|"
        r"explain|cover))(?: about)?"
    ),
    r"to win.{0,60}",
)

INTRODUCTION = (
    (
        r"(?:about|overview of|introduction to|background to) (?:this|the|our) "
        r"(?:award|category|prize)"
    ),
    r"about(?: this)?",
    r"overview",
    r"introduction",
    r"(?:category |award )?description",
    r"(?:the )?(?:award|category)(?: (?:overview|summary|introduction|purpose|aim))?",
    (
        r"what (?:is )?(?:this|the) (?:award|category)(?: is)?(?: (?:about|for|"
        r"recognises|celebrates))?"
    ),
    r"what is it",
    r"what it.?s about",
    r"what.s it (?:for|about)",
    r"purpose(?: of (?:the|this) (?:award|category))?",
    r"the award",
    r"this award",
    r"summary",
    r"(?:summary|description|outline|aims?) of (?:the|this) (?:award|category|prize)",
    r"background",
    r"why this (?:award|category)(?: matters)?",
)

CONTACT = (
    (
        r"contacts?(?: (?:us|details|information|the team|the awards team|"
        r"for this award|names?|points?))?"
    ),
    r"to find out more",
    r"find out more",
    r"further (?:information|details)",
    r"(?:for )?more information",
    r"(?:general |any )?enquiries",
    (
        r"(?:any |got |have |more )*(?:questions|queries)(?: or (?:questions|queries|"
        r"comments))?"
    ),
    r"get in touch",
    r"need (?:some |more |any )?help",
    r"who (?:to|(?:can|do|should) (?:i|we|you)) (?:contact|ask|call|speak|talk|turn)\b.{0,20}",
    r"who can (?:help|answer)\b.{0,20}",
    r"(?:questions|queries|enquiries|entries|nominations|applications) to",
    r"(?:key|main|awards?) contacts?",
    r"(?:the |your |our )?(?:awards? )?(?:team|desk)",
    r"ask us",
    r"(?:help|support|talk to us|speak to us)(?: and (?:support|advice|contacts?))?",
    r"help\s?desk",
    r"contacts? .{0,30}",
    r"useful contacts",
)
