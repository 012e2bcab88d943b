using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <summary>Triggers keep search_entries true to what it is made from, whoever writes there.</summary>
    public partial class FollowWhatIsWritten : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var step in new[] { "1-texts", "2-sources", "3-refresh", "4-triggers", "5-begin" })
            {
                migrationBuilder.Sql(ReadSql($"Search/{step}.sql"));
            }
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ReadSql("Search/undo.sql"));
        }

        internal static string ReadSql(string name)
        {
            using var stream = typeof(FollowWhatIsWritten).Assembly.GetManifestResourceStream(name);
            using var reader = new System.IO.StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
