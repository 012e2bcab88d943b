using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Postmortems.Domain;
using Postmortems.Domain.Ops;

namespace Postmortems.Web.Ops;

/// <summary>Keeps the keys of cookies and antiforgery tokens in the database, so that any instance reads what another sealed.</summary>
internal sealed class ProtectionKeys(IDbContextFactory<PostmortemsDb> databases, DatabaseAddress address) : IXmlRepository
{
    /// <summary>By hand, because the program waits for it at its start and EF's first query takes a while.</summary>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = new NpgsqlConnection(address.ConnectionString());
        connection.Open();
        using var command = new NpgsqlCommand("SELECT xml FROM protection_keys", connection);
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();

        while (reader.Read())
        {
            keys.Add(XElement.Parse(reader.GetString(0)));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }
}
