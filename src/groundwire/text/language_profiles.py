"""The commonest function words of the languages written in Latin letters that news come in; the profiles of `language`.

Words that several languages share (`de`, `a`, `in`) stand in each: what counts is which list covers more of a text.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_PROFILES = {
    "en": "the of and to a in that is was for on with as at by it be are from his he have has had were this an or not but they "
    "which who their its been would will said after more about one than into when there also other out up we she her i you my our me",
    "de": "der die das und in zu den von mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie "
    "nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch",
    "fr": "le la les de des du un une et à en est que qui dans pour par sur au aux avec ce se ne pas plus il elle son sa ses ont été "
    "d'un d'une l'on c'est qu'il n'est mais ou cette sont ces leur comme après être fait avait nous selon",
    "es": "el la los las de del y en a que un una es por con para se no al lo su sus como más ha o pero fue este esta ser son también "
    "entre sobre desde hasta dos años cuando han sin según está todo contra muy ya le había",
    "it": "il lo la i gli le di del della dei delle e in a da dal un una che è per con si non al alla nel nella sono come più anche "
    "ha dell'ex ma su sul questo questa o se stato hanno essere tra dopo dalla degli ai ad ed suo sua",
    "pt": "o a os as de do da dos das e em no na nos nas que um uma é por com para se não ao à mais como foi ser são mas ou seu sua "
    "pelo pela também já está até entre sobre anos depois segundo tem há ele ela quando muito foram",
    "nl": "de het een en van in te dat die is op zijn voor met niet aan er om ook als dan maar bij of uit door naar heeft hij ze werd "
    "worden was over tot wordt nog hebben deze meer kan zich na geen dit wel ik jaar volgens",
    "pl": "w i na z się do nie że to jest o jak za od po przez dla ale co są tym oraz już był może przed pod jego tylko było być ze "
    "który która które także będzie roku ma tego jej ich czy lub gdy",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var sig från vi så kan när år under också efter "
    "eller nu där vid mot skulle hade ut mycket alla ska blir säger",
    "da": "og i at det er en til på som af for med den der de ikke har et han om var men sig fra vi kan år efter også eller ved mod "
    "skulle havde ud blev være siger nu hun jeg ville blevet meget kun",
    "no": "og i å det er en til på som av for med den at de ikke har et han om var men seg fra vi kan år etter også eller ved mot "
    "skulle hadde ut ble være sier nå hun jeg ville blitt mye bare",
    "fi": "ja on ei että oli hän se myös kun mutta ovat tai niin kuin vuonna jos sen joka ole nyt vain mukaan sitä jo hänen sekä "
    "ollut voi vielä jälkeen kanssa siitä tämä olisi mitä ennen",
    "cs": "a v na se je že s z o do to i k ve za pro jsou by ale po od jako které která který byl tak jeho podle při jeho už může bude "
    "nebo jen také před až si ze byla bylo mezi",
    "hu": "a az és hogy nem is egy van meg volt de ez csak már még szerint mint el ha azt ki vagy lesz között pedig után majd sem "
    "amely aki kell ezt több lehet arra miatt",
    "ro": "și în de la a cu pe că din o un nu se pentru este care mai au fost ce sau sunt prin după dar ca lui al ai ale cei cele "
    "această acest va fi le până despre către fiind",
    "tr": "ve bir bu da de için ile çok daha gibi olarak olan en ancak kadar sonra ne var o ise değil ya göre her mi türkiye oldu "
    "olduğu dedi tarafından iki yeni ki şu hem",
    "id": "yang dan di ini itu dengan untuk dari dalam pada tidak akan ke oleh juga adalah ada kata telah sebagai karena bisa kepada "
    "saat lebih tersebut mereka orang tahun dia atau sudah para saya antara",
    "vi": "và của là có được trong cho các không với những một này người đã đến khi từ về ra như để cũng tại ngày vào theo trên năm "
    "đó việc phải sau lại",
    "hr": "i u je na da se su za od s ne o koji će kako što to iz ali bi sa nije samo ili kao jer bio koja nakon još po do već biti "
    "koje prema kad tako može",
    "ca": "el la els les de del i en a que un una és per amb no al es seva seu com més ha però aquest aquesta són també entre fins "
    "sobre des dels als pel han dos anys quan",
}
FUNCTION_WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {language: frozenset(words.split()) for language, words in _PROFILES.items()}
)
