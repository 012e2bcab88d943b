namespace Postmortems.PatternEngine.Explaining;

/// <summary>Why two statements are alike, and what speaks against it.</summary>
internal sealed class SimilarReasons(Said asked, Said found, Dictionary<int, string> written, SharedTerms terms)
{
    public IReadOnlyList<string> SharedTerms => field ??= Explaining.SharedTerms.Between(written, asked.Vector, found.Vector);

    public IReadOnlyList<string> SharedConcepts => field ??= terms.Concepts(asked.Vector, found.Vector);

    public double ByMeaning => terms.ByMeaning(asked.Vector, found.Vector);

    public IReadOnlyList<Quote> Quotes => field ??= [terms.Passage(asked, found.Vector), terms.Passage(found, asked.Vector)];

    public IReadOnlyList<string> Against =>
        field ??= terms.Only(terms.Written(found.Statement.Text), found.Vector, term => Array.BinarySearch(asked.Vector.Terms, term) < 0);
}
