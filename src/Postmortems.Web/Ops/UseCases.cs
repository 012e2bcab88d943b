using FluentValidation;
using Postmortems.Domain;

namespace Postmortems.Web.Ops;

/// <summary>Finds what is to be registered by its shape, so that a new use case or rule needs no line elsewhere.</summary>
internal static class UseCases
{
    /// <summary>A use case is a class of the domain with a public RunAsync.</summary>
    public static void AddUseCases(this IServiceCollection services)
    {
        foreach (var useCase in typeof(PostmortemsDb).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true } && type.GetMethods().Any(method => method.Name == "RunAsync")))
        {
            services.AddTransient(useCase);
        }
    }

    /// <summary>A rule for a form is an IValidator of it.</summary>
    public static void AddRules(this IServiceCollection services)
    {
        foreach (var rules in typeof(UseCases).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IValidator))))
        {
            foreach (var validated in rules.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IValidator<>)))
            {
                services.AddSingleton(validated, rules);
            }
        }
    }
}
