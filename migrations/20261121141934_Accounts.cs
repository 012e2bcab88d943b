using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "used_at",
                table: "api_tokens",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sign_in_tries",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_tries", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_users_display_name_id",
                table: "users",
                columns: new[] { "display_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_errands_id",
                table: "errands",
                column: "id",
                filter: "problem IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_verb_at_id",
                table: "audit_log",
                columns: new[] { "verb", "at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_tries_last_at",
                table: "sign_in_tries",
                column: "last_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sign_in_tries");

            migrationBuilder.DropIndex(
                name: "ix_users_display_name_id",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_errands_id",
                table: "errands");

            migrationBuilder.DropIndex(
                name: "ix_audit_log_verb_at_id",
                table: "audit_log");

            migrationBuilder.DropColumn(
                name: "used_at",
                table: "api_tokens");
        }
    }
}
