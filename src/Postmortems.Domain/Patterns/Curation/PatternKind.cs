namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What the members have in common. Each asks for another remedy.</summary>
public enum PatternKind
{
    /// <summary>The same condition made it possible or worse: prevent or limit it.</summary>
    Mechanism,

    /// <summary>Users or alerts saw the same, mechanisms may differ: detect or limit it.</summary>
    Symptom,

    /// <summary>The same step by hand ended the impact: automate it.</summary>
    Response,

    /// <summary>Detection, coordination or knowledge was missing, in whatever service: change how we work.</summary>
    Gap,
}
