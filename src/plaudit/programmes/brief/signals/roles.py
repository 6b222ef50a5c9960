"""What a heading or an opening sentence says its passage is about."""

from __future__ import annotations

import re
from enum import Enum

from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.measures import take_measures


class Role(Enum):
    """What a passage holds. CRITERIA is a frame around criteria; CRITERION is one of them."""

    INTRODUCTION = "introduction"
    ELIGIBILITY = "eligibility"
    CRITERIA = "criteria"
    CRITERION = "criterion"
    CONTACT = "contact"
    FURNITURE = "furniture"
    UNKNOWN = "unknown"


_ENTRY = r"(?:entr(?:y|ies|ants?)|submissions?|nominations?|applications?|nominees?|applicants?|bids?|finalists?|winners?)"
_HEADINGS: tuple[tuple[Role, str], ...] = (
    (
        Role.ELIGIBILITY,
        r"eligib\w*(?: (?:criteria|requirements?|rules|and entry rules|to enter|for entry|checklist|for this award))?|"
        r"(?:so,? )?who (?:can|may|should|could|is able to|can't|cannot|is allowed to) (?:enter|apply|be (?:nominated|entered|considered|put forward)|nominate|take part|submit|win|this)\b.{0,40}|who (?:is|are) eligible\b.{0,40}|who qualifies\b.{0,20}|who (?:we want|it's|is (?:this|it|the award|the category)).{0,30}\bfor|who we want.{0,30}|who should (?:enter|apply|nominate).{0,30}|"
        r"(?:this (?:award|category) is )?open to|entry (?:requirements?|conditions|rules)|conditions of entry|qualif(?:ying|ication)s?(?: (?:criteria|period|rules|requirements))?|"
        r"(?:are|is) (?:you|my \w+|your \w+) eligible|requirements? (?:to|for) (?:enter|entry)|rules of entry|are you eligible|can i enter|eligible (?:entrants|organisations|entries|nominees)|"
        r"who.{0,3}s it for|who(?: it)? is (?:this|it) for|nominees|entrants|restrictions|"
        r"(?:this (?:award|category) is )?for",
    ),
    (
        Role.CRITERIA,
        rf"(?:the |our |key |main |full |your |specific |detailed |all )*(?:(?:judging|assessment|award|entry|scoring|evaluation|marking|selection|category|submission|nomination|application|judges.?|award.s|written) )*(?:and )?"
        r"(?:criteria|criterion)(?: (?:and|&) (?:weightings?|scoring|marks|prompts|questions|word limits?))?(?: for (?:entry|judging|this award|this category|entries|all categories|success|assessment))?|"
        r"what (?:the |our |will the )?(?:judges?|panel|judging panel|jury|assessors?)\b.{0,50}|what (?:we|you) (?:are|re|'re|will be|want|need to|should|must|ll)\b.{0,40}|what we.?re looking for|what are (?:we|the judges)\b.{0,40}|"
        r"(?:the |our )?(?:judges?|panel|judging panel|jury|assessors?) (?:will|want|would|are|look|expect|should)\b.{0,120}|"
        rf"(?:your |the |an? |all |each |strong |successful |winning )*{_ENTRY} (?:should|must|will|needs? to|are|is|that)\b.{{0,30}}(?:address|demonstrat|cover|show|include|evidence|answer|respond|describe|explain|tell|judged|scored|assessed|marked|evaluated|set out|provide|outline|contain|considered).{{0,90}}|"
        r"(?:the )?(?:entry |application |nomination |submission |award )?questions(?: to answer| you(?:.ll| will) be asked| for this (?:award|category))?|"
        rf"how (?:will )?(?:your |the )?{_ENTRY} (?:are|will be|is|be) (?:judged|scored|assessed|marked|evaluated).{{0,30}}|how (?:we|it.s|it is|you.{{0,5}}) (?:judge|score|assess|scored|judged|mark|assessed).{{0,30}}|"
        rf"(?:what (?:to|should)|things to) (?:include|cover|write|address|tell us|submit)\b.{{0,40}}|(?:please )?(?:answer|address|respond to|complete) (?:all |each of )?(?:the|these|all) .{{0,60}}|"
        rf"(?:submission|entry|application|nomination) (?:requirements|content|format|form|structure|template|sections)|judging|scoring(?: (?:guide|matrix|scheme|framework|breakdown))?|assessment|marking (?:scheme|guide)|"
        r"(?:in your|within your) (?:entry|submission|nomination|application).{0,80}|you (?:should|must|will need to|need to|ll need to|will be asked to) .{0,60}|"
        r"we (?:want|are looking|will be looking|look|would like|re looking|'re looking)\b.{0,80}|criteria .{0,30}|the brief|your (?:entry|submission|nomination|application|story|answers)|the (?:entry|submission)|"
        r"(?:tell us|please (?:tell us|describe|provide|include|demonstrate|show|explain|cover))(?: about)?|to win.{0,60}",
    ),
    (
        Role.INTRODUCTION,
        r"(?:about|overview of|introduction to|background to) (?:this|the|our) (?:award|category|prize)|about(?: this)?|overview|introduction|(?:category |award )?description|(?:the )?(?:award|category)(?: (?:overview|summary|introduction|purpose|aim))?|"
        r"what (?:is )?(?:this|the) (?:award|category)(?: is)?(?: (?:about|for|recognises|celebrates))?|what is it|what it.?s about|what.s it (?:for|about)|purpose(?: of (?:the|this) (?:award|category))?|the award|this award|summary|background|why this (?:award|category)(?: matters)?",
    ),
    (
        Role.CONTACT,
        r"contacts?(?: (?:us|details|information|the team|the awards team|for this award|names?|points?))?|to find out more|find out more|further (?:information|details)|(?:for )?more information|(?:general |any )?enquiries|"
        r"(?:any |got |have |more )*(?:questions|queries)(?: or (?:questions|queries|comments))?|get in touch|need (?:some |more |any )?help|who to (?:contact|ask|call)|key contacts|(?:the |your |our )?(?:awards? )?(?:team|desk)|ask us|(?:help|support|talk to us|speak to us)(?: and (?:support|advice|contacts?))?|help\s?desk|contacts? .{0,30}|useful contacts",
    ),
    (
        Role.FURNITURE,
        rf"how (?:to|do i|do you|can i|can you) (?:apply|enter|submit|nominate|book|take part|get involved|register|sponsor)\b.{{0,40}}|(?:the |our )?(?:entry|application|nomination|judging|submission|awards?|selection) (?:process|timeline|timetable|fees?|deadlines?|dates|guide|pack|portal|platform|stages)|"
        r"(?:key|important|critical|event) (?:dates?|information|deadlines|facts|details|info)|dates?(?: for (?:your|the) diary)?|dates? (?:and|&) .{0,30}|deadlines?.{0,30}|closing date.{0,30}|timeline|timetable|timings|schedule|agenda|programme of events|fees?(?: and .{0,30})?|costs?(?: (?:to enter|of entry|of entering))?|prices?|pricing|entry prices?|price list|"
        r"(?:our |headline |category |award |event |the |with thanks to our )*(?:sponsors?|sponsorship|supporters|partners|award partners?)(?: (?:this award|opportunities|us|and supporters|of this award))?|sponsor(?:ed|ing)? (?:by|this)\b.{0,60}|supported by.{0,60}|in (?:association|partnership) with.{0,60}|brought to you by.{0,60}|headline (?:sponsor|partner).{0,60}|"
        r"terms(?: (?:and|&) conditions| of (?:use|entry))?|t ?& ?cs?|rules(?: and .{0,30})?|small print|faqs?|frequently asked questions|(?:previous|past|last year.?s|recent|20\d\d|former|our)? ?(?:winners?|finalists?|shortlists?)(?: (?:20\d\d|gallery|and .{0,30}|from .{0,20}))?|winners? .{0,4}20\d\d|"
        r"(?:meet )?(?:the |our |your )?(?:20\d\d )?(?:judges|judging panel|panel|jury|chair of judges)|downloads?(?: .{0,40})?|share(?: (?:this|on|page|via|it)\b.{0,30})?|related.{0,40}|follow us.{0,30}|newsletter.{0,30}|sign up.{0,60}|subscribe.{0,60}|cookies?.{0,40}|(?:your )?privacy.{0,40}|tickets?.{0,30}|book (?:a |your )?(?:table|tickets?|place).{0,30}|(?:the )?venue.{0,20}|(?:the )?(?:awards? )?(?:ceremony|dinner|gala|night|event)|"
        r"benefits.{0,40}|why (?:enter|apply|nominate|you should enter|take part).{0,40}|reasons to enter|(?:what (?:do )?)?(?:the )?winners? (?:get|receive|will receive).{0,30}|what (?:do )?you(?:.ll| will)? (?:win|get|receive).{0,30}|(?:the )?prizes?|(?:top |our |some |entry |entry-writing |writing |handy |helpful |judges.? )*(?:tips|hints|advice|do.?s and don.?ts).{0,40}|"
        r"(?:how to|ways to) (?:write|make|craft|improve|win)\b.{0,40}|(?:entry |entrant |entrants.? |general |writing )?(?:guidance|guidelines)(?: (?:notes?|for entrants))?|what happens (?:next|after|when).{0,30}|next steps|useful (?:links|resources|documents)|(?:other|more|all|browse|view all|see all|explore|our|the|20\d\d|award|awards)? ?(?:award )?categories(?: (?:include|in 20\d\d))?|(?:table of )?contents|(?:main )?(?:navigation|menu)|(?:site ?map)|quick links|in this section|on this page|"
        r"supporting (?:materials?|documents?|documentation|files)|attachments?|uploads?|file formats?|formatting|image requirements|logos?|checklist|entry checklist|before you (?:start|begin|submit).{0,30}|start your entry|(?:enter|apply|nominate|submit|register|vote|book)(?: (?:now|today|here|online|your entry|an? \w+|your \w+))?|ready to (?:enter|apply|nominate|start|submit).{0,20}|"
        r"testimonials?|what (?:our )?(?:previous |past )?(?:winners|entrants|people|others|they) (?:say|said).{0,30}|case stud(?:y|ies)|latest news|news|press|media|(?:image )?gallery|photos?|videos?|confidentiality|data protection|feedback|announcement|disclaimer|accessibility|log ?in|sign in|my account|search|"
        r"about (?:us|the (?:awards|organis\w+|programme|event|sponsor|judges|charity|company|publisher)|\w+ awards|our .{0,30})|editors? notes?|notes (?:to|for) editors?|the (?:awards|programme)|(?:the )?judging (?:day|process|stages?|rounds?|timeline)|(?:the )?(?:judging )?(?:stages?|rounds?) .{0,30}|stage (?:one|two|three|\d)\b.{0,40}|(?:scoring|score) (?:key|scale|descriptors?|bands?|legend)|how (?:we|to) score|score \d.{0,30}",
    ),
)
_PATTERNS = tuple((role, re.compile(rf"(?:{pattern})", re.I)) for role, pattern in _HEADINGS)
_ABOUT_SOMEBODY = re.compile(r"About (?!The |This |You|Our )(?:(?:[A-Z][\w&'-]*|and|of|the|&)(?: |$))+")
_NUMBERED = re.compile(r"^(?:(?:section|part|step)\s+(?:\d+|[a-z])\s*[:.–—-]\s*|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)", re.I)


def role_of_heading(text: str) -> Role:
    """The role a heading names, or UNKNOWN: the whole heading must match, so a criterion's title rarely does."""
    plain = squeeze(re.sub(r"[’‘]", "'", take_measures(text).text)).strip(" :?!.…–—-*#>»→")
    plain = _NUMBERED.sub("", plain)
    if _ABOUT_SOMEBODY.fullmatch(plain):
        return Role.FURNITURE
    for role, pattern in _PATTERNS:
        if pattern.fullmatch(plain):
            return role
    return Role.UNKNOWN


_ELIGIBLE = re.compile(
    r"\b(?:open to|eligible|ineligible|eligibility|"
    r"(?:entrants?|nominees?|applicants?|entries|nominations|candidates|submissions|teams|organisations|individuals)\s+(?:can|may|must|should|need to|are|have to)\s+(?:only\s+)?(?:be|come|have\b|only|working|based|operate|employed|nominate)\b|"
    r"(?:may|can|must) be (?:entered|nominated|submitted|made) by|(?:can|may) (?:enter|apply|be nominated)\b|"
    r"(?:entries|nominations|applications|submissions) (?:are |is )?(?:welcomed?|invited|accepted|encouraged|sought) from|"
    r"(?:we )?(?:welcome|invite|accept|encourage) (?:joint |all )?(?:entries|nominations|applications|submissions) from|(?:is|are) available to|to qualify|to enter,? you must|must be (?:based|registered|located|employed))",
    re.I,
)


def speaks_of_eligibility(sentence: str) -> bool:
    """Whether a sentence says who may enter."""
    return bool(_ELIGIBLE.search(sentence))


_INTRODUCES_CRITERIA = re.compile(
    r"\b(?:judges?|judging panel|panel|jury|assessors?)\b.{0,40}\b(?:look|looking|want|expect|assess|score|consider|mark|seek|like to see|judge)\b|"
    r"\bcriteria\b|\b(?:following|these|below)\b.{0,30}\b(?:questions|points|areas|headings|sections|prompts|aspects|themes|topics)\b|"
    rf"\b{_ENTRY}\b.{{0,40}}\b(?:should|must|need to|will|are|is)\b.{{0,40}}\b(?:address|demonstrat\w+|cover|show|include|evidence|answer|describe|explain|tell us|judged|scored|assessed|set out|provide|outline|contain|marked|evaluated)\b|"
    r"\b(?:tell us|describe|explain|demonstrate|show us|address|cover|answer|include|you should|you must|you will need to|asked to|questions|looking for|consider|evidence of|judged on|judged against|assessed on|assessed against|scored on|scored against)\b[^.?!]*:$",
    re.I,
)


def introduces_criteria(text: str) -> bool:
    """Whether a sentence leads in to a list of criteria or prompts."""
    return bool(_INTRODUCES_CRITERIA.search(text))
