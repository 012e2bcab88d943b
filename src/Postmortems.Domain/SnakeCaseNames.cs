using Microsoft.EntityFrameworkCore;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Postmortems.Domain;

/// <summary>Tables, columns, keys and indexes are named as people write SQL: action_items.owner_id.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder model, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in model.Metadata.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()));
            NameProperties(entity, prefix: "");

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Snake(key.GetDefaultName()));
            }

            foreach (var foreign in entity.GetForeignKeys())
            {
                foreign.SetConstraintName(Snake(foreign.GetDefaultName()));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Snake(index.GetDefaultDatabaseName()));
            }
        }
    }

    private static void NameProperties(IConventionTypeBase type, string prefix)
    {
        foreach (var property in type.GetProperties())
        {
            // The row version is PostgreSQL's own column and keeps its name.
            if (property.GetColumnName() is not "xmin")
            {
                property.SetColumnName(prefix + Snake(property.Name));
            }
        }

        foreach (var complex in type.GetComplexProperties())
        {
            NameProperties(complex.ComplexType, prefix + Snake(complex.Name) + "_");
        }
    }

    private static string? Snake(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var snake = new StringBuilder(name.Length + 8);

        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
