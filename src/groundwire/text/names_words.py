"""Words around names: titles before them, connectors inside them, openers of sentences that are no names."""

_TITLES = (
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Rev Reverend Fr Father Sister Rabbi Imam Sheikh Ayatollah"
    " Pope Cardinal Archbishop Bishop Pastor President Vice Prime Minister Premier Chancellor Secretary Senator Sen"
    " Representative Rep Congressman Congresswoman Governor Gov Mayor Councillor Judge Justice Attorney Ambassador"
    " General Gen Lieutenant Lt Colonel Col Major Maj Captain Capt Sergeant Sgt Corporal Private Admiral Commander"
    " Officer Detective Inspector Chief Chairman Chairwoman Chairperson CEO Director King Queen Prince Princess Duke"
    " Duchess Emperor Sultan Emir Deputy Acting Former MP Jr Sr Herr Frau Monsieur Madame Señor Señora Coach"
)
TITLES: frozenset[str] = frozenset(_TITLES.split())

_CONNECTORS = (
    "of the for de da do dos das del della di du la le les van von der den ter ten al el bin ibn ben zu zum"
    " und et für"
)
CONNECTORS: frozenset[str] = frozenset(_CONNECTORS.split())

_DIRECTIONS = (
    "north south east west northern southern eastern western central new old united upper lower great san santa saint"
    " st los las el port fort mount lake cape"
)
DIRECTIONS: frozenset[str] = frozenset(_DIRECTIONS.split())

_OPENERS = (
    "a about above according across actually add additionally after afterward afterwards again against ago all almost"
    " along already also although always among amongst an and another any anyone anything apart are around as ask asked"
    " at away back basically be because been before behind being below beside besides between beyond both but by can"
    " certainly clearly come could currently days despite did do does doing don’t don't down due during each earlier either"
    " else english even eventually ever every everybody everyone everything except few finally first firstly following for"
    " former fortunately four five from further furthermore generally get give given go good had has have having he hello"
    " hence her here hers herself hey hi him himself his historically hopefully how however if in indeed initially"
    " inside instead into is it its itself just last lastly lately later latest least less let like likewise look"
    " made mainly make many maybe me meanwhile might mine more moreover most mostly much must my myself near nearby"
    " nearly neither never nevertheless new next nine no nobody none nonetheless nor normally not nothing notably now"
    " obviously of off officials often oh ok okay on once one only onto or originally other others otherwise our ours out"
    " outside over overall own particularly people perhaps please police previously prior probably put quite rather"
    " really recent recently regarding right said same say says second secondly see seemingly seven several she should"
    " similarly since six so some somebody someone something sometimes somewhere soon still subsequently such suddenly"
    " ten than thank thanks that that’s that's the their theirs them themselves then there thereafter therefore these they third"
    " thirdly this those though three through throughout thus till to today together tomorrow tonight too toward towards"
    " traditionally two typically ultimately under unfortunately unless unlike until up upon us use usually very via"
    " was we well were what whatever when whenever where whereas wherever whether which whichever while who whoever"
    " whom whose why will with within without would yes yesterday yet you your yours yourself hundreds thousands millions"
    " dozens eight eleven twelve twenty thirty eyewitnesses witnesses critics supporters experts scientists researchers"
    " residents authorities investigators analysts observers local military i i'm i’m it's it’s he's he’s she's she’s we're"
    " we’re they're they’re you're you’re there's there’s what's what’s let's let’s i've i’ve i'd i’d i'll i’ll we've we’ve"
)
OPENERS: frozenset[str] = frozenset(_OPENERS.split()) - {"us", "english"}
