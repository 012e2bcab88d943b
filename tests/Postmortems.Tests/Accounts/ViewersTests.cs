using System.Reflection;
using System.Text.RegularExpressions;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Retros;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class ViewersTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    /// <summary>What everybody may change: what is their own, and their part in a retro.</summary>
    private static readonly Type[] OfOnesOwn =
    [
        typeof(ChangePassword), typeof(DescribeAccount), typeof(EndSessions), typeof(MakeApiToken), typeof(RevokeApiToken),
        typeof(TakePart), typeof(CastVote), typeof(SayInRetro), typeof(TakeBackRetroComment), typeof(AnswerPulse),
    ];

    public static TheoryData<Type> Writes => [.. UseCases().Where(Writing).Except(OfOnesOwn)];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Change_nothing(Type useCase)
    {
        var eve = new Actor(app.Eve.Id, Role.Viewer);

        foreach (var run in useCase.GetMethods().Where(method => method.Name == "RunAsync"))
        {
            var refused = await Should.ThrowAsync<RuleBrokenException>(() => CallAsync(useCase, run, eve));

            refused.Code.ShouldBeOneOf("account/may-not-edit", "account/may-not-administer");
        }
    }

    [Fact]
    public void Are_tried_on_every_write() => Writes.Count.ShouldBeGreaterThan(6);

    private Task CallAsync(Type useCase, MethodInfo run, Actor actor)
    {
        var given = run.GetParameters().Select((parameter, index) => index == 0 ? actor : Anything(parameter.ParameterType)).ToArray();
        return (Task)run.Invoke(app.Services.GetService(useCase), BindingFlags.DoNotWrapExceptions, binder: null, given, culture: null)!;
    }

    private static object? Anything(Type type) => type == typeof(string) ? "anything" : type.IsValueType ? Activator.CreateInstance(type) : null;

    private static IEnumerable<Type> UseCases() =>
        typeof(PostmortemsDb).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsAbstract: false } && type.GetMethod("RunAsync") is { } run && run.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor));

    /// <summary>By what its source does, so that a new use case needs no line here.</summary>
    private static bool Writing(Type useCase)
    {
        var folder = useCase.Namespace!["Postmortems.Domain.".Length..].Replace('.', '/');
        var source = File.ReadAllText(Path.Combine(SourceTree.Root, "src/Postmortems.Domain", folder, $"{useCase.Name}.cs"));
        return Regex.IsMatch(source, "SaveChanges|SaveAndTell|ExecuteUpdate|ExecuteDelete|ExecuteSql|COPY", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
