using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class RememberMeanings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<List<string>>(
                name: "shared_concepts",
                table: "patterns",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "statement_vectors",
                columns: table => new
                {
                    model = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    numbers = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statement_vectors", x => new { x.model, x.text_hash });
                });

            // Patterns that are there already get their sentences.
            migrationBuilder.Sql("INSERT INTO errands (id, kind, created_at, not_before, attempts) SELECT gen_random_uuid(), 'patterns/recompute', now(), now(), 0 WHERE EXISTS (SELECT FROM patterns)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "statement_vectors");

            migrationBuilder.DropColumn(
                name: "shared_concepts",
                table: "patterns");
        }
    }
}
