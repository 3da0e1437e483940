using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Register;

public class SearchWordsTests
{
    [Theory]
    [InlineData("ICT managed services", "ict managed services")]
    [InlineData("riverside-ict", "ict riverside")]
    [InlineData("St. Mary's & St. Mary’s", "marys st")]
    [InlineData("Café Ŵyr", "cafe wyr")]
    [InlineData("Straße", "stra00dfe")]
    [InlineData("2024/25 ~ #1?", "1 2024 25")]
    [InlineData(" ?! ", "")]
    public void Words_are_small_letters_and_digits(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.In(text)));

    [Fact]
    public void Words_are_no_longer_and_no_more_than_rows_can_be()
    {
        Assert.Equal(new string('a', 32), Assert.Single(SearchWords.In(new string('a', 33))));
        Assert.Equal(SearchWords.Most, SearchWords.In(Enumerable.Range(0, 100).Select(i => $"w{i}")).Count);
    }

    [Theory]
    [InlineData("ict", "ict")]
    [InlineData("serv ict", "services")]
    [InlineData("s", "services")]
    [InlineData("ict other", null)]
    [InlineData("vices", null)]
    public void Each_word_sought_begins_one_that_the_contract_has(string sought, string? word) =>
        Assert.Equal(word, SearchWords.Fit(["ict", "managed", "services", "systems"], [.. sought.Split(' ')]));
}
