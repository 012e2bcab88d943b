namespace Postmortems.Language.Tests;

/// <summary>A document tells its language by its commonest words; who knows better says it.</summary>
public class TongueTests
{
    [Theory]
    [InlineData("Der Ausfall begann um zehn Uhr und wurde nicht bemerkt. Das war menschliches Versagen.", "de")]
    [InlineData("La caída empezó a las diez y se notó por los avisos del panel. Fue un error humano.", "es")]
    [InlineData("The outage began at ten and was seen on the dashboard. It was human error.", "en")]
    public void Is_read_from_the_text(string text, string language) =>
        LanguageCheck.Of(text).ShouldHaveSingleItem().Rule.Language.ShouldBe(language);

    [Fact]
    public void Is_what_the_settings_say()
    {
        LanguageCheck.Of("Menschliches Versagen.", CheckSettings.Default with { Language = "de" }).ShouldHaveSingleItem();
        LanguageCheck.Of("Menschliches Versagen.").ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_few_words_that_could_be_any_is_English() =>
        LanguageCheck.Of("Pods die: human error.").ShouldHaveSingleItem().Rule.Language.ShouldBe("en");
}
