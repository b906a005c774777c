import pytest

from groundwire.text.language import detect_language

SAMPLES = {
    "en": "The minister said on Monday that the talks with the union have not ended and will go on.",
    "de": "Der Minister sagte am Montag, dass die Gespräche mit der Gewerkschaft noch nicht zu Ende sind.",
    "fr": "Le ministre a dit lundi que les discussions avec le syndicat ne sont pas terminées dans le pays.",
    "es": "El ministro dijo el lunes que las conversaciones con el sindicato no han terminado en el país.",
    "it": "Il ministro ha detto lunedì che i colloqui con il sindacato non sono ancora finiti nel paese.",
    "pt": "O ministro disse na segunda-feira que as conversas com o sindicato ainda não terminaram no país.",
    "nl": "De minister zei maandag dat de gesprekken met de vakbond nog niet zijn afgerond in het land.",
    "pl": "Minister powiedział w poniedziałek, że rozmowy ze związkiem nie są jeszcze zakończone i to się nie zmieni.",
    "sv": "Ministern sade på måndagen att samtalen med facket inte är avslutade och att det är för tidigt.",
    "ru": "Министр сказал в понедельник, что разговоры с профсоюзом ещё не закончены.",
    "uk": "Міністр сказав у понеділок, що розмови з профспілкою ще не завершені.",
    "bg": "Министърът каза в понеделник, че разговорите със синдиката още не са приключили.",
    "ar": "قال الوزير يوم الاثنين إن المحادثات مع النقابة لم تنته بعد",
    "fa": "وزیر روز دوشنبه گفت که گفتگو با اتحادیه هنوز پایان نیافته است",
    "zh": "部长星期一说，与工会的谈判还没有结束，现在下结论太早。",
    "ja": "大臣は月曜日、組合との話し合いはまだ終わっていないと述べた。",
    "ko": "장관은 월요일 노조와의 대화가 아직 끝나지 않았다고 말했다.",
    "tr": "Bakan pazartesi günü görüşmelerin daha bitmediğini ve bunun için çok erken olduğunu söyledi.",
    "he": "השר אמר ביום שני כי השיחות עם האיגוד עדיין לא הסתיימו.",
    "el": "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες δεν έχουν τελειώσει.",
    "hi": "मंत्री ने सोमवार को कहा कि बातचीत अभी समाप्त नहीं हुई है।",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_a_sentence_of_news_tells_its_language(language: str) -> None:
    """One ordinary sentence is enough for each of the languages that news come in."""
    assert detect_language(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "12 345", "Oslo, Bergen", "Ann Roe", "GDP +3.4%"])
def test_too_little_text_has_no_language(text: str) -> None:
    """A guess from a name or a number would be a guess."""
    assert detect_language(text) is None


ENGLISH = [
    "President Lukashenko met Chancellor Merkel and Prime Minister Conte in Berlin on Tuesday to discuss gas.",
    "Real Madrid beat Paris Saint-Germain 3-1 at the Santiago Bernabéu on Wednesday night.",
    "I never wanted to make a career in politics.",
    "Die Zeit and Le Monde reported that the de facto leader of El Salvador had left for La Paz.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_is_never_another_language(text: str) -> None:
    """Foreign names do not make an English sentence foreign; undecided is allowed, wrong is not."""
    assert detect_language(text) in {"en", None}
