using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class ForgetTheDayOfTheImport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // An import settled items at the very instant at which it made them, a time that no document stated.
            migrationBuilder.Sql("UPDATE action_items SET closure_at = '-infinity', settled_at = '-infinity' WHERE closure_at = created_at AND closure_evidence = 'Marked as done in the imported document.'");
            migrationBuilder.Sql("UPDATE action_items SET decline_at = '-infinity', settled_at = '-infinity' WHERE decline_at = created_at AND decline_reason = 'Marked as not to be done in the imported document.'");
            migrationBuilder.Sql("UPDATE action_items SET started_at = '-infinity' WHERE started_at = created_at AND EXISTS (SELECT FROM postmortems p WHERE p.id = postmortem_id AND p.template = 'imported')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE action_items SET closure_at = created_at WHERE closure_at = '-infinity'");
            migrationBuilder.Sql("UPDATE action_items SET decline_at = created_at WHERE decline_at = '-infinity'");
            migrationBuilder.Sql("UPDATE action_items SET started_at = created_at WHERE started_at = '-infinity'");
            migrationBuilder.Sql("UPDATE action_items SET settled_at = coalesce(decline_at, closure_at) WHERE settled_at = '-infinity'");
        }
    }
}
