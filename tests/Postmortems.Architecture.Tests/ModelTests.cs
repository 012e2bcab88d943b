using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Postmortems.Domain;
using Postmortems.Migrations.CompiledModel;
using Postmortems.Web.Ops;

namespace Postmortems.Architecture.Tests;

/// <summary>
/// What was written out ahead of time follows the mappings: dotnet ef makes both anew, see the README. Compared in a process that
/// asks no database, because models that have been used do not always tell themselves alike.
/// </summary>
public sealed class ModelTests
{
    private const MetadataDebugStringOptions WithoutAnnotations =
        MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations;

    [Fact]
    public void The_written_out_model_is_that_of_the_mappings()
    {
        using var fromMappings = FromMappings();

        using var writtenOut = new PostmortemsDb(Options(options => options.UsePostmortems("Host=localhost")));

        writtenOut.Model.ShouldBeSameAs(PostmortemsDbModel.Instance);
        Told(writtenOut.Model).ShouldBe(Told(fromMappings.Model));
    }

    [Fact]
    public void The_migrations_lead_to_the_mappings()
    {
        using var fromMappings = FromMappings();

        fromMappings.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    // Annotations differ in how they are kept; what they mean shows in the tables.
    private static string Told(IModel model) =>
        model.ToDebugString(WithoutAnnotations) + model.GetRelationalModel().ToDebugString(WithoutAnnotations);

    private static PostmortemsDb FromMappings() =>
        new(Options(options => options.UseNpgsql("Host=localhost", postgres => postgres.MigrationsAssembly(DatabaseOptions.Migrations))));

    private static DbContextOptions<PostmortemsDb> Options(Action<DbContextOptionsBuilder> choose)
    {
        var options = new DbContextOptionsBuilder<PostmortemsDb>();
        choose(options);
        return options.Options;
    }
}
