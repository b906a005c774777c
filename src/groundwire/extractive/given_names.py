"""Given names that tell a gender in most of the languages that use them. Guarantee: no name stands in both sets."""

from typing import Final


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


HE_NAMES: Final = _names(
    """aaron abdul abdullah abraham adam ahmad ahmed alan albert alberto alejandro aleksandr alexander alexei alfred ali allan
    anders anatoly andrei andrew andriy anthony anton antonio arthur barack benjamin bernard bill bob boris brad brandon brian
    bruce carl carlos charles chris christopher claude colin craig dan daniel darren dave david dennis diego dmitri dmitry
    dmytro donald doug douglas edward emmanuel enrique eric erik ernest evgeny fernando francisco frank fred frederick gary
    gavin george gerald gerard gianni giorgio giovanni giuseppe gordon graham greg gregory guy hamid hans harold harry hassan
    heinrich henry howard hugh hugo hussein ian ibrahim igor ivan jack jacob jacques jakob james jason javier jeff jeffrey
    jeremy jerry jim joachim joe joel johan johannes john jonathan jorge jose joseph joshua juan justin karl keith ken kenneth
    kevin khalid klaus konstantin lars larry leonard lewis luis lukas malcolm manuel marcus mario mark markus martin matthew
    mehmet michael mick miguel mike mikhail mohamed mohammad mohammed muhammad mustafa nathan neil nicholas nick nigel nikolai
    olaf oleg oleksandr oliver omar oscar otto pablo patrick paul pavel pedro peter petr philip phillip pierre piotr rafael
    ralph ramon ravi ray raymond recep ricardo richard rick robert roberto rodrigo roger roland ronald rory roy russell ryan
    salman samuel scott sean sebastian sergei sergey sergio simon stanley stefan stephen steve steven stuart ted terry theodore
    thomas tim timothy tobias tom tomas tony trevor victor viktor vincent vladimir volodymyr walter wayne werner wilhelm william
    xavier yuri yusuf zachary zoran abel adrian alain alistair andre angus armin axel ben bernd bruno carsten cyril declan derek dieter dominic ed emil felix finn florian gabriel gerhard gustav hector helmut ignacio isaac ivo jamal jürgen kofi kwame leo leon leroy liam lorenzo luca luke marco mathias max miles milan moritz murray nelson noah norbert oskar owen pascal pierce rainer reza rolf rudolf rupert sam sanjay sven theo tariq umberto uwe vijay wolfgang yannick"""
)
SHE_NAMES: Final = _names(
    """abigail agnes aisha alexandra alice alicia alison amanda amelia amy ana anastasia angela angelina anita ann anna anne
    annette annie antonia astrid barbara beatrice beatriz bella beth betty birgit brenda bridget camilla carla carmen carol
    caroline catherine cecilia charlotte cheryl christina christine claire clara claudia cynthia daniela deborah debra denise
    diana diane dolores donna doris dorothy edith eileen elaine elena eleanor elisabeth elizabeth ella ellen elsa emily emma
    erica erika esther eva eve fatima fiona florence frances gabriela gemma gertrude gloria grace greta hannah harriet heather
    heidi helen helena helga hilary hillary ida inga ingrid irene irina isabel isabella jacqueline jane janet janice jennifer
    jenny jessica jill joan joanna josephine joyce judith julia julie karen karin kate katherine kathleen kathryn katie katja
    kimberly kirsten kristin laura lauren lena leila linda lisa louise lucia lucy luisa lydia madeleine magdalena mary margaret
    maria marie marina marion marta martha martina mathilda maureen megan melanie melissa mercedes michelle miriam molly monica
    nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma olga olivia oksana pamela patricia paula pauline
    petra phyllis priya rachel rebecca rita rosa rose rosemary roxana ruth sabine sally samantha sandra sara sarah sharon sheila
    shirley silvia sofia sonia sophia sophie stella stephanie susan susanne suzanne svetlana sylvia tamara tanya tatiana teresa
    theresa tina ulrike valentina valerie vanessa vera veronica victoria virginia wendy yolanda yulia yvette yvonne zoe sonya sonja katharina katarina ingeborg ursula anja antje brigitte chloe danielle delia eliza gwen holly imogen ivana ivanka kamala kirsty lorraine lynn mia monika nikki noor pippa raquel sabrina saskia tracy ulla"""
)
