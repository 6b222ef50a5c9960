"""What headings say over parts of a page that are never the brief."""

FURNITURE = (
    r"how (?:it|this|the awards?|(?:the )?judging|the process|the competition) works?",
    r"when(?:'s| is| are| do| does| will) .{2,40}|how much (?:does|do|is|will) .{2,30}",
    r"how (?:long|many words) (?:should|can|must|may|does|is|will) (?:my|your|our|the|an?|each|it|entries)\b.{0,40}",
    r"(?:please )?(?:note|remember)(?: that)?|notes|important(?: information| notes?)?",
    (
        r"how (?:to|(?:do|can|should) (?:i|we|you)) (?:apply|enter|submit|nominate|book|"
        r"take part|get involved|register|sponsor)\b.{0,40}"
    ),
    (
        r"(?:the |our )?(?:entry|application|nomination|judging|submission|awards?|"
        r"selection) (?:process|timeline|timetable|fees?|deadlines?|dates|guide|pack|"
        r"portal|platform|stages)"
    ),
    (
        r"(?:key|important|critical|event) (?:dates?|information|deadlines|facts|"
        r"details|info)"
    ),
    (
        r"(?:lodging|sending(?: in)?|submitting|returning|completing|making|uploading|posting|delivering|"
        r"entering|preparing) (?:your|an?|the) (?:\w+ )?(?:entr(?:y|ies)|nominations?|submissions?|applications?|"
        r"forms?|files?|documents?|bids?|payments?|evidence|statement|answers?|videos?|photos?|images?)\b.{0,30}"
    ),
    (
        r"what (?:to|(?:we|you) (?:will )?(?:need|have|must|ask)(?: you)?(?: to)?) "
        r"(?:send|attach|upload|enclose|submit)\b.{0,30}"
    ),
    r"dates?(?: for (?:your|the) diary)?",
    r"dates? (?:and|&) .{0,30}",
    r"deadlines?.{0,30}",
    r"closing date.{0,30}",
    r"timeline",
    r"timetable",
    r"timings",
    r"schedule",
    r"agenda",
    r"programme of events",
    r"fees?(?: and .{0,30})?",
    r"costs?(?: (?:to enter|of entry|of entering))?",
    r"prices?",
    r"pricing",
    r"entry prices?",
    r"price list",
    (
        r"(?:our |headline |category |award |event |the |"
        r"with thanks to our )*(?:sponsors?|sponsorship|supporters|partners|"
        r"award partners?)(?: (?:this award|opportunities|us|and supporters|"
        r"of this award))?"
    ),
    r"sponsor(?:ed|ing)? (?:by|this)\b.{0,60}",
    (
        r"(?:media|event|charity|official|knowledge|founding|trade|strategic|industry|our) "
        r"(?:partners?|sponsors?|supporters)"
    ),
    r"supported by.{0,60}",
    r"in (?:association|partnership) with.{0,60}",
    r"brought to you by.{0,60}",
    r"headline (?:sponsor|partner).{0,60}",
    r"terms(?: (?:and|&) conditions| of (?:use|entry))?",
    r"t ?& ?cs?",
    r"(?:the )?rules(?: and .{0,30})?",
    r"small print",
    r"faqs?",
    r"frequently asked questions",
    (
        r"(?:previous|past|last year.?s|recent|20\d\d|former|our)? ?(?:winners?|"
        r"finalists?|shortlists?)(?: (?:20\d\d|gallery|and .{0,30}|from .{0,20}))?"
    ),
    r"winners? .{0,4}20\d\d",
    (
        r"(?:meet )?(?:the |our |your )?(?:20\d\d )?(?:judges|judging panel|panel|"
        r"jury|chair of judges)"
    ),
    r"downloads?(?: .{0,40})?",
    r"share(?: (?:this|on|page|via|it)\b.{0,30})?",
    r"related.{0,40}",
    r"follow us.{0,30}",
    r"newsletter.{0,30}",
    r"sign up.{0,60}",
    r"subscribe.{0,60}",
    r"cookies?.{0,40}",
    r"(?:your )?privacy.{0,40}",
    r"tickets?.{0,30}",
    r"book (?:a |your )?(?:table|tickets?|place).{0,30}",
    r"(?:the )?venue.{0,20}",
    r"(?:the )?(?:awards? )?(?:ceremony|dinner|gala|night|event)",
    r"benefits.{0,40}",
    r"why (?:enter|apply|nominate|you should enter|take part).{0,40}",
    r"reasons to enter",
    r"(?:what (?:do )?)?(?:the )?winners? (?:get|receive|will receive).{0,30}",
    r"what (?:do )?you(?:.ll| will)? (?:win|get|receive).{0,30}",
    r"(?:the )?prizes?",
    (
        r"(?:top |our |some |entry |entry-writing |writing |handy |helpful |"
        r"judges.? )*(?:tips|hints|advice|do.?s and don.?ts).{0,40}"
    ),
    r"(?:how to|ways to) (?:write|make|craft|improve|win)\b.{0,40}",
    (
        r"(?:entry |entrant |entrants.? |general |writing )?(?:guidance|"
        r"guidelines)(?: (?:notes?|for entrants))?"
    ),
    r"what happens (?:next|after|when).{0,30}",
    r"next steps|after (?:you|we|that|the|entries|nominations)\b.{0,30}",
    r"useful (?:links|resources|documents)",
    (
        r"(?:other|more|all|browse|view all|see all|explore|our|the|20\d\d|award|"
        r"awards)? ?(?:award )?categories(?: (?:include|in 20\d\d))?"
    ),
    r"(?:more|other|our other|all our|see our other) (?:awards|prizes)",
    r"(?:table of )?contents",
    r"(?:main )?(?:navigation|menu)",
    r"(?:site ?map)",
    r"quick links",
    r"in this section",
    r"on this page",
    r"supporting (?:materials?|documents?|documentation|files)",
    r"attachments?",
    r"uploads?",
    r"file formats?",
    r"formatting",
    r"image requirements",
    r"logos?",
    r"checklist",
    r"entry checklist",
    r"before you (?:start|begin|submit|send|enter|apply|press|upload|hit|nominate).{0,30}",
    r"start your entry",
    (
        r"(?:enter|apply|nominate|submit|register|vote|book)(?: (?:now|today|here|"
        r"online|your entry|an? \w+|your \w+))?"
    ),
    r"ready to (?:enter|apply|nominate|start|submit).{0,20}",
    r"testimonials?",
    (
        r"(?:what|how) (?:our |the |last year's |previous |past |former )*(?:winners?|entrants|"
        r"people|others|they|judges|champions|clients|finalists)(?: .{0,20})? "
        r"(?:say|says|said|told us).{0,30}"
    ),
    r"(?:a word|hear|words?) from (?:our |the |last |a |previous |past ).{2,40}",
    r"don't (?:just )?take our word.{0,20}",
    r"(?:the )?judge(?:s|s'|'s) (?:view|verdict|comments?|words?|quotes?)",
    r"case stud(?:y|ies)",
    r"latest news",
    r"news",
    r"press",
    r"media",
    r"(?:image )?gallery",
    r"photos?",
    r"videos?",
    r"confidentiality",
    r"data protection",
    r"feedback",
    r"announcement",
    r"disclaimer",
    r"accessibility",
    r"log ?in",
    r"sign in",
    r"my account",
    r"search",
    (
        r"about (?:us|the (?:awards|organis\w+|programme|event|sponsor|judges|charity|"
        r"company|publisher)|\w+ awards|our .{0,30})"
    ),
    r"editors? notes?",
    r"notes (?:to|for) editors?",
    r"the (?:awards|programme)",
    r"(?:the )?judging (?:day|process|stages?|rounds?|timeline)",
    r"(?:the )?(?:judging )?(?:stages?|rounds?) .{0,30}",
    r"stage (?:one|two|three|\d)\b.{0,40}",
    r"(?:scoring|score) (?:key|scale|descriptors?|bands?|legend)",
    r"how (?:we|to) score",
    r"score \d.{0,30}",
)
