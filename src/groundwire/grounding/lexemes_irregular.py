"""Irregular English forms with their lemma, and pairs of British and American spellings that no rule covers.

Guarantee: every key is a form, every value a lemma that is no key itself.
"""

_VERBS = """
be am is are was were been being|have has had having|do does did done|go goes went gone|say said|get got gotten|make made
know knew known|think thought|take took taken|see saw seen|come came|give gave given|find found|tell told|become became
leave left|feel felt|bring brought|begin began begun|keep kept|hold held|write wrote written|stand stood|hear heard
let letting|mean meant|set setting|meet met|run ran running|pay paid|sit sat|speak spoke spoken|lie lain lying
lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn
break broke broken|spend spent|cut cutting|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen
seek sought|throw threw thrown|catch caught|deal dealt|win won winning|forget forgot forgotten|lay laid|sell sold
fight fought|teach taught|eat ate eaten|sing sang sung|strike struck stricken|hang hung|shake shook shaken|ride rode ridden
feed fed|shoot shot|drink drank drunk|hit hitting|arise arose arisen|fly flew flown|spread spreading|sleep slept
cause caused|dig dug|bear bore borne|bind bound|bite bit bitten|bleed bled|blow blew blown|breed bred|burn burnt
burst bursting|cast casting|cling clung|creep crept|dream dreamt|dwell dwelt|flee fled|fling flung|forbid forbade forbidden
forgive forgave forgiven|freeze froze frozen|grind ground|hide hid hidden|hurt hurting|kneel knelt|knit knitting|lean leant
leap leapt|learn learnt|lend lent|light lit|mistake mistook mistaken|overcome overcame|put putting|quit quitting|read reading
ring rang rung|shed shedding|shine shone|shrink shrank shrunk|shut shutting|sink sank sunk|slide slid|smell smelt|sow sown
spell spelt|spill spilt|spin spun|split splitting|spoil spoilt|spring sprang sprung|steal stole stolen|stick stuck|sting stung
swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|tear tore torn|tread trod|undergo underwent undergone
undertake undertook undertaken|uphold upheld|wake woke woken|weave wove woven|weep wept|wind wound|withdraw withdrew withdrawn
withhold withheld|withstand withstood|wring wrung|foresee foresaw foreseen|overthrow overthrew overthrown|overtake overtook overtaken
rebuild rebuilt|retell retold|rewrite rewrote rewritten|undo undid undone|prove proven|show shown|saw sawn|mow mown
shoe shod|slay slew slain|speed sped|stride strode|strive strove striven|outdo outdid|mislead misled|forecast forecasting
die died dies dying|tie tied ties tying|use used using|age ageing aging|quiz quizzes quizzed|bus buses bused
""".strip().replace("\n", "|")

_NOUNS = """
man men|woman women|child children|person people persons|foot feet|tooth teeth|mouse mice|goose geese|ox oxen|life lives|wife wives
knife knives|half halves|leaf leaves|shelf shelves|thief thieves|loaf loaves|wolf wolves|self selves|calf calves|crisis crises
analysis analyses|basis bases|thesis theses|hypothesis hypotheses|phenomenon phenomena|criterion criteria|medium media
datum data|bacterium bacteria|curriculum curricula|stimulus stimuli|nucleus nuclei|fungus fungi|alumnus alumni|index indices
appendix appendices|matrix matrices|news|species|series|policeman policemen|policewoman policewomen|spokesman spokesmen
businessman businessmen|fireman firemen|gunman gunmen|congressman congressmen|salesman salesmen|gas gases
""".strip().replace("\n", "|")

_SPELLINGS = """
centre center|theatre theater|metre meter|kilometre kilometer|centimetre centimeter|litre liter|fibre fiber|calibre caliber
sabre saber|spectre specter|manoeuvre maneuver|defence defense|offence offense|licence license|pretence pretense
judgement judgment|programme program|grey gray|cheque check|tyre tire|mould mold|plough plow|sceptic skeptic
sceptical skeptical|jewellery jewelry|moustache mustache|aeroplane airplane|aluminium aluminum|pyjamas pajamas
draught draft|enrol enroll|fulfil fulfill|instil instill|skilful skillful|wilful willful|practise practice|cosy cozy
artefact artifact|analyse analyze|paralyse paralyze|catalyse catalyze|catalogue catalog|dialogue dialog|analogue analog
towards toward|amongst among|whilst while|afterwards afterward|forwards forward|backwards backward|upwards upward
downwards downward|paediatric pediatric|anaesthetic anesthetic|anaemia anemia|foetus fetus|encyclopaedia encyclopedia
archaeology archeology|mediaeval medieval|haemorrhage hemorrhage|diarrhoea diarrhea|oestrogen estrogen|leukaemia leukemia
orthopaedic orthopedic|ageing aging|acknowledgement acknowledgment|counsellor counselor|traveller traveler|jeweller jeweler
woollen woolen|marvellous marvelous|likeable likable|sizeable sizable|liveable livable|mum mom|maths math|ton tonne
okay ok|advisor adviser|email e-mail|website web-site|percent per-cent|no-one nobody|anyone anybody|everyone everybody
someone somebody|storey story|vice-president vicepresident|cooperate co-operate|cooperation co-operation
coordinate co-ordinate|sen senator|gov governor|rep representative|gen general|lt lieutenant|col colonel|capt captain|prof professor
rev reverend|sgt sergeant|maj major|hon honourable|jr junior|coordination co-ordination|goodbye goodby|whisky whiskey|smoulder smolder|kerb curb
""".strip().replace("\n", "|")

LEMMAS: dict[str, str] = {
    form: line.split()[0] for line in f"{_VERBS}|{_NOUNS}".split("|") for form in line.split()[1:]
}
SPELLINGS: dict[str, str] = {line.split()[0]: line.split()[1] for line in _SPELLINGS.split("|")}
WHOLE: frozenset[str] = frozenset(line.split()[0] for line in f"{_VERBS}|{_NOUNS}".split("|"))
