using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Tests.Writing.Templates;

public class SuggestingATemplateTests
{
    private static readonly ServiceChoice Checkout = new(Guid.CreateVersion7(), "checkout");

    private static readonly TemplateRules Rules = new([new ServiceTemplate(Checkout, "howie")], new Dictionary<Severity, string> { [Severity.Sev1] = "google-sre" }, "plain");

    private static readonly string[] Known = [.. Template.All.Select(template => template.Key)];

    [Fact]
    public void A_service_goes_before_a_severity() =>
        Rules.Suggest(Known, [Guid.CreateVersion7(), Checkout.Id], Severity.Sev1).ShouldBe(new("howie", "Chosen because checkout was affected."));

    [Fact]
    public void A_severity_goes_before_the_usual_one() =>
        Rules.Suggest(Known, [], Severity.Sev1).ShouldBe(new("google-sre", "Chosen because the incident is SEV 1."));

    [Fact]
    public void Everything_else_begins_with_the_usual_one() =>
        Rules.Suggest(Known, [Guid.CreateVersion7()], Severity.Sev4).ShouldBe(new("plain", "Chosen because it is the team's usual one."));

    [Fact]
    public void A_rule_for_a_template_that_is_gone_counts_for_nothing() =>
        Rules.Suggest([.. Known.Where(key => key != "howie")], [Checkout.Id], Severity.Sev1).Template.ShouldBe("google-sre");

    [Fact]
    public void Without_rules_the_first_one_stands_there_and_nobody_claims_a_reason() =>
        new TemplateRules([], new Dictionary<Severity, string>(), null).Suggest(Known, [Checkout.Id], Severity.Sev1).ShouldBe(new(Template.All[0].Key, null));
}
