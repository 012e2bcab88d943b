namespace Postmortems.Language;

/// <summary>High and medium are shown while writing; low only to those who asked to be coached.</summary>
public enum Severity
{
    Low,
    Medium,
    High,
}
