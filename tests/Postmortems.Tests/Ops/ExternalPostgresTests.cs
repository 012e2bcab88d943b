using System.Net;
using System.Net.Sockets;
using Npgsql;
using Postmortems.Tests.Testing;
using Postmortems.Web.Ops;

namespace Postmortems.Tests.Ops;

public sealed class ExternalPostgresTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Is_used_as_it_stands_in_the_connection_string()
    {
        await using var prepared = await PrepareAsync(database.ConnectionString);

        prepared.ConnectionString.ShouldBe(database.ConnectionString);
    }

    [Fact]
    public async Task That_cannot_be_reached_is_named_without_the_password()
    {
        var port = ClosedPort();

        var problem = await RefusalAsync($"Host=127.0.0.1;Port={port};Database=pm;Username=ada;Password=hush");

        problem.Message.ShouldBe($"PostgreSQL at 127.0.0.1:{port}, database \"pm\", cannot be reached (Connection refused); check ConnectionStrings__Postmortems.");
    }

    [Fact]
    public async Task Without_such_a_database_is_named_with_its_own_words()
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "nowhere" };

        var problem = await RefusalAsync(elsewhere.ConnectionString);

        problem.Message.ShouldContain("database \"nowhere\" does not exist");
        problem.Message.ShouldNotContain(elsewhere.Password.ShouldNotBeNull());
    }

    [Theory]
    [InlineData("postgres://ada:hush@db/pm")]
    [InlineData("Host=db;Port=many;Password=hush")]
    [InlineData("Host=db;Password=hush;hush2=x")]
    public async Task That_cannot_be_understood_is_refused_with_the_form_to_write(string connectionString)
    {
        var problem = await RefusalAsync(connectionString);

        problem.Message.ShouldBe("The connection string in ConnectionStrings__Postmortems cannot be read; write it as Host=…;Port=5432;Database=…;Username=…;Password=….");
    }

    [Fact]
    public async Task Needs_a_host() =>
        (await RefusalAsync("Database=pm")).Message.ShouldBe("The connection string in ConnectionStrings__Postmortems names no Host.");

    private static Task<DatabaseAtStart> PrepareAsync(string connectionString) =>
        Database.PrepareAsync(new PostmortemsSettings { ConnectionString = connectionString }, new Progress(TextWriter.Null));

    private static Task<StartupProblemException> RefusalAsync(string connectionString) =>
        Should.ThrowAsync<StartupProblemException>(() => PrepareAsync(connectionString));

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
