using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <summary>A document's row holds the text of the version that was kept last; what was typed since stands in the changes alone.</summary>
    public partial class StoreTextWhenKept : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                UPDATE documents SET text = kept.text FROM document_versions kept
                WHERE documents.version > documents.kept_version AND kept.postmortem_id = documents.postmortem_id AND kept.version = documents.kept_version
                """);
            migrationBuilder.Sql(FollowWhatIsWritten.ReadSql("Search/8-follow-kept-texts-by-row.sql"));
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DO $$ BEGIN
                    IF EXISTS (SELECT FROM documents WHERE version > kept_version) THEN
                        RAISE EXCEPTION 'Somebody wrote in the last seconds. Let the product keep it first: ten seconds after the last key.';
                    END IF;
                END $$
                """);
            migrationBuilder.Sql(
                """
                DROP TRIGGER search_updated ON documents;
                DROP FUNCTION search_follow_kept_text();
                CREATE TRIGGER search_updated AFTER UPDATE ON documents REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_documents();
                """);
        }
    }
}
