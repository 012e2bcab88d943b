using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <summary>
    /// An index of letters, for titles that are found by a part of a word. Where the server does not hold the extension, or the
    /// database's user may not add it, such titles are still found, only slower.
    /// </summary>
    public partial class FindTitlesByAnyLetters : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DO $$
                BEGIN
                    CREATE EXTENSION IF NOT EXISTS pg_trgm;
                    CREATE INDEX ix_search_entries_title_letters ON search_entries USING gin (title gin_trgm_ops) WHERE part = 0;
                EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
                    RAISE NOTICE 'Titles are found by parts of words without an index: %', SQLERRM;
                END $$
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX IF EXISTS ix_search_entries_title_letters");
        }
    }
}
