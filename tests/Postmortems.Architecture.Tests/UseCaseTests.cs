using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;

namespace Postmortems.Architecture.Tests;

public class UseCaseTests
{
    [Fact]
    public void Every_use_case_takes_an_actor_first_or_says_why_not()
    {
        var useCases = Product.UseCases.ToList();

        useCases.Count.ShouldBeGreaterThan(20);
        useCases.Where(type => !TakesAnActor(type) && type.GetCustomAttribute<WithoutActorAttribute>() is null).ShouldBeEmpty();
    }

    [Fact]
    public void A_reason_for_taking_no_actor_is_a_sentence() =>
        Product.UseCases.Select(type => type.GetCustomAttribute<WithoutActorAttribute>()).OfType<WithoutActorAttribute>()
            .ShouldAllBe(without => without.Reason.Length > 20);

    [Fact]
    public void A_use_case_is_sealed_and_has_one_public_method() =>
        Product.UseCases.Where(type => !type.IsSealed || PublicMethods(type).Count() != 1).ShouldBeEmpty();

    [Fact]
    public void A_use_case_opens_its_own_context() =>
        Product.UseCases.Where(type => type.GetConstructors().SelectMany(made => made.GetParameters()).Any(needed => needed.ParameterType.IsAssignableTo(typeof(DbContext)))).ShouldBeEmpty();

    [Fact]
    public void Entities_change_by_verbs()
    {
        var open =
            from type in EntityTypes()
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            select $"{type.Name}.{property.Name}";

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_reads_the_wall_clock_but_through_a_time_provider()
    {
        var clocks = new Regex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

        Product.Sources(".cs", ".razor").Where(source => source.Path.StartsWith("src/", StringComparison.Ordinal) && clocks.IsMatch(source.Text))
            .Select(source => source.Path).ShouldBeEmpty();
    }

    private static bool TakesAnActor(Type type) =>
        type.GetMethods().Where(method => method.Name == "RunAsync").All(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor));

    private static IEnumerable<MethodInfo> PublicMethods(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName).DistinctBy(method => method.Name);

    private static IEnumerable<Type> EntityTypes() =>
        typeof(PostmortemsDb).GetProperties().Where(property => property.PropertyType.IsGenericType && property.PropertyType.Name.StartsWith("DbSet", StringComparison.Ordinal))
            .Select(property => property.PropertyType.GetGenericArguments()[0]).Where(type => type.Assembly == Product.Domain);
}
