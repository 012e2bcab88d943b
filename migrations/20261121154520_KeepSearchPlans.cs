using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <summary>Most writes touch one row; search follows them with plans that are kept.</summary>
    public partial class KeepSearchPlans : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(FollowWhatIsWritten.ReadSql("Search/6-refresh-one.sql"));

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The functions answer the same; only their plans differ.
        }
    }
}
