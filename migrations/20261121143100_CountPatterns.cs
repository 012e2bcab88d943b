using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class CountPatterns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "postmortem_count",
                table: "patterns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "seen_at",
                table: "pattern_members",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.CreateIndex(
                name: "ix_patterns_postmortem_count_number",
                table: "patterns",
                columns: new[] { "postmortem_count", "number" },
                descending: new[] { true, false },
                filter: "faded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_members_pattern_id_seen_at",
                table: "pattern_members",
                columns: new[] { "pattern_id", "seen_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_patterns_postmortem_count_number",
                table: "patterns");

            migrationBuilder.DropIndex(
                name: "ix_pattern_members_pattern_id_seen_at",
                table: "pattern_members");

            migrationBuilder.DropColumn(
                name: "postmortem_count",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "seen_at",
                table: "pattern_members");
        }
    }
}
