using Microsoft.Extensions.Configuration;
using Postmortems.Web.Ops;

namespace Postmortems.Tests.Ops;

public sealed class PostmortemsSettingsTests
{
    [Fact]
    public void Come_with_defaults_that_work()
    {
        var settings = Read();

        settings.ConnectionString.ShouldBeNull();
        settings.Address.ShouldBe("http://localhost:5080");
        settings.DataDirectory.ShouldEndWith("postmortems");
    }

    [Fact]
    public void Are_read_from_configuration()
    {
        var settings = Read(
            ("ConnectionStrings:Postmortems", "Host=db"), ("Postmortems:DataDirectory", "/srv/pm"), ("Postmortems:Address", "http://*:80;https://*:443"));

        settings.ConnectionString.ShouldBe("Host=db");
        settings.DataDirectory.ShouldBe("/srv/pm");
        settings.Address.ShouldBe("http://*:80;https://*:443");
    }

    [Fact]
    public void Follow_the_address_that_the_framework_is_told()
    {
        Read(("urls", "http://127.0.0.1:0")).Address.ShouldBe("http://127.0.0.1:0");
        Read(("http_ports", "8080;8081")).Address.ShouldBe("http://*:8080;http://*:8081");
        Read(("http_ports", "8080"), ("Postmortems:Address", "http://localhost:9")).Address.ShouldBe("http://localhost:9");
    }

    [Fact]
    public void List_every_fault_with_the_key_to_set()
    {
        var problem = Should.Throw<StartupProblemException>(() => Read(
            ("Postmortems:Adress", "x"), ("Postmortems:Address", "localhost"), ("Postmortems:DataDirectory", " "), ("Postmortems:Postgres", "/nowhere"), ("Postmortems:Embeddings", "ollama:11434")));

        problem.Message.Split(Environment.NewLine).ShouldBe(
        [
            "Postmortems__Adress is not a setting; there are Postmortems__DataDirectory, Postmortems__Address, Postmortems__Postgres, Postmortems__Embeddings, Postmortems__EmbeddingsModel, Postmortems__EmbeddingsKey and ConnectionStrings__Postmortems.",
            "There is no home directory to keep data in; set Postmortems__DataDirectory to a directory.",
            "There is no directory /nowhere; set Postmortems__Postgres to the folder that holds PostgreSQL's bin, lib and share.",
            "\"ollama:11434\" is not an address to ask; set Postmortems__Embeddings to one such as http://localhost:11434.",
            "No model is named to ask at ollama:11434; set Postmortems__EmbeddingsModel to one such as nomic-embed-text.",
            "\"localhost\" is not an address to listen on; set Postmortems__Address to one such as http://localhost:5080.",
        ]);
    }

    private static PostmortemsSettings Read(params (string Key, string Value)[] given) => PostmortemsSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(given.ToDictionary(g => g.Key, string? (g) => g.Value)).Build());
}
