using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <summary>Single changes between the versions that are kept whole.</summary>
    public partial class WriteTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "kept_version",
                table: "documents",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("UPDATE documents SET kept_version = version");
            migrationBuilder.Sql(FollowWhatIsWritten.ReadSql("Search/7-follow-kept-texts.sql"));

            migrationBuilder.CreateTable(
                name: "document_changes",
                columns: table => new
                {
                    postmortem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    client = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_changes", x => new { x.postmortem_id, x.version });
                    table.ForeignKey(
                        name: "fk_document_changes_postmortems_postmortem_id",
                        column: x => x.postmortem_id,
                        principalTable: "postmortems",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_documents_written_at",
                table: "documents",
                column: "written_at",
                filter: "version > kept_version");

            migrationBuilder.CreateIndex(
                name: "ix_document_changes_postmortem_id_client_sequence",
                table: "document_changes",
                columns: new[] { "postmortem_id", "client", "sequence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(FollowWhatIsWritten.ReadSql("Search/7-undo.sql"));

            migrationBuilder.DropTable(
                name: "document_changes");

            migrationBuilder.DropIndex(
                name: "ix_documents_written_at",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "kept_version",
                table: "documents");
        }
    }
}
