using Postmortems.Domain.Causes;
using Postmortems.PatternEngine;
using Shouldly;

namespace Postmortems.Tests.Causes;

public class SuggestedLeafTests
{
    [Fact]
    public void Whatever_a_concept_suggests_is_in_the_taxonomy() =>
        Concept.All.Where(concept => !concept.IsFix && concept.Leaf is not null && Taxonomy.Find(concept.Leaf) is null).Select(concept => $"{concept.Id}: {concept.Leaf}").ShouldBeEmpty();
}
