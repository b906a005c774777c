"""Furniture in German, Spanish, French, Italian, Dutch and Portuguese: whole lines, by forms that no sentence of an article has.

Guarantee: a pattern here matches a line to its end, and begins with words that head such lines only.
"""

import re
from typing import Final

APPEAL: Final = re.compile(
    r"(?:suscríb(?:e|a)(?:te|se)|abonnez-vous|inscrivez-vous|inscr[íi]bete|reg[íi]strate|s[íi]guenos|suivez-nous|rejoignez-nous|únete a|jetzt (?:abonnieren|anmelden|registrieren|testen)"
    r"|abonnieren sie|folgen sie uns|melden sie sich|unterstützen sie|haz(?:te)? soci[oa]|apoya (?:el|nuestro)|soutenez|seguici|iscriviti|abbonati|volg ons|schrijf je in|abonneer je"
    r"|assine|inscreva-se|siga-nos)\b.{0,160}|(?:unser |el |la |le |il )?(?:newsletter|bolet[íi]n|lettre d[’']information|nieuwsbrief)\s?[:|–—-]\s.{1,160}"
    r"|.{0,140}\b(?:kostenlos|jetzt|gratis) (?:anmelden|abonnieren|testen)!?",
    re.IGNORECASE,
)
TOOL: Final = re.compile(
    r"(?:teilen|compartir|comparte|partager|condividi|delen|compartilhar|drucken|imprimir|imprimer|stampa|merken|kommentieren|comentar|commenter)(?:\s?[:|,·•/].{0,80}|\s(?:cet article|(?:este|el) art[íi]culo|(?:esta|la) noticia|diesen (?:artikel|beitrag)|questo articolo|l[’']articolo|dit artikel))?"
    r"|(?:escucha(?:r)?|écouter|ascolta|beluister|ouça)\s(?:la|el|l[’']|le|het|de|o|a)?\s?(?:noticia|art[íi]culo|article|articolo|artikel|podcast|not[íi]cia|matéria)\s?(?:\(.{1,20}\))?"
    r"|(?:artikel|beitrag) (?:anhören|merken|teilen|drucken)(?:\s?\(.{1,20}\))?|(?:lesezeit|lesedauer|tiempo de lectura|temps de lecture|tempo di lettura|leestijd|tempo de leitura)\s?:?.{0,20}"
    r"|\d{1,3}\s?min(?:uten?|utos?|utes?|uti)?\.?\s(?:lesezeit|de lectura|de lecture|di lettura|leestijd|de leitura)"
    r"|(?:archivado en|etiquetas|temas|schlagw[öo]rter|schlagworte|themen|mots-clés|thèmes|argomenti|onderwerpen)\s?:.{1,160}"
    r"|zum (?:inhalt|seitenanfang|artikel)(?: springen)?|(?:ir|saltar) al contenido|aller au contenu|startseite|inicio|accueil|menü|menú|suche|buscar|rechercher",
    re.IGNORECASE,
)
COUNTER: Final = re.compile(
    r"[\d., ]{1,12}\s?(?:aufrufe|mal gelesen|leser|lecturas|lectores|visitas|visualizaciones|lectures|vues|partages|visualizzazioni|weergaven|leituras)"
    r"|(?:aufrufe|lecturas|visitas|vues|lectures|visualizzazioni)\s?:\s?[\d., ]{1,12}",
    re.IGNORECASE,
)
COMMENTS: Final = re.compile(
    r"(?:[\d.,]{1,9}\s)?(?:kommentare?|comentarios?|commentaires?|commenti|reacties|comentários?)(?:\s?\(\d{1,7}\)|\s?:?\s?\d{1,7})?"
    r"|(?:jetzt kommentieren|kommentar schreiben|deja (?:un|tu) comentario|laisser un commentaire|lascia un commento)",
    re.IGNORECASE,
)
RIGHTS: Final = re.compile(
    r".{0,120}\b(?:alle rechte vorbehalten|todos los derechos reservados|tous droits réservés|tutti i diritti riservati|alle rechten voorbehouden|todos os direitos reservados)\b.{0,60}"
    r"|(?:impressum|datenschutz|aviso legal|mentions légales|note legali|pol[íi]tica de (?:privacidad|cookies))(?:\s?[|·•,].{0,120})?",
    re.IGNORECASE,
)
COOKIES: Final = re.compile(
    r".{0,80}\b(?:(?:wir|diese (?:web)?seite) (?:verwende[nt]|nutz(?:en|t)|benutz(?:en|t)) cookies|(?:utilizamos|usamos) cookies|(?:este sitio|esta web) (?:utiliza|usa) cookies"
    r"|nous utilisons des cookies|ce site utilise des cookies|alle akzeptieren|aceptar todas|tout accepter)\b.{0,200}",
    re.IGNORECASE,
)
CREDIT: Final = re.compile(
    r"(?:quelle|quellen|fuente|fuentes|fonte|fonti|bron)\s?:\s?.{1,80}|(?:mit material von|con información de|avec|con) (?:der |la |l[’']|agencias?|agences?)?\s?(?-i:[A-Z]{2,5}(?:(?:,| und| y| et) [A-Z]{2,5}){0,3})"
    r"|\((?:con )?agencias\)|(?:mit )?(?:material|informationen) (?:von|der) (?:dpa|afp|ap|reuters)\b.{0,40}",
    re.IGNORECASE,
)
ADVERTISEMENT: Final = re.compile(
    r"(?:anzeige|werbung|publicidad|publicité|pubblicità|advertentie|publicidade|contenido patrocinado|gesponsert)",
    re.IGNORECASE,
)
GOES_ON: Final = re.compile(
    r"[(\[]?(?:mehr in kürze|wird fortgesetzt|(?:diese meldung|dieser artikel) wird (?:laufend )?(?:aktualisiert|ergänzt)|habrá ampliación|seguirá ampliación|noticia en (?:ampliación|desarrollo)"
    r"|plus d[’']informations à (?:venir|suivre)|suite à venir|seguono aggiornamenti)[)\].…]{0,3}",
    re.IGNORECASE,
)
