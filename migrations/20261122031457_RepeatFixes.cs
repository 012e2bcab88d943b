using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class RepeatFixes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "automation_due",
                table: "patterns",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "automation_seen_by",
                table: "patterns",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "automation_stopped_by",
                table: "patterns",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "automation_wrong_premise",
                table: "patterns",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_of_fixes",
                table: "patterns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "automation_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pattern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ran_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_automation_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_automation_runs_patterns_pattern_id",
                        column: x => x.pattern_id,
                        principalTable: "patterns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pattern_fix_steps",
                columns: table => new
                {
                    pattern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strength = table.Column<double>(type: "double precision", nullable: false),
                    shared_terms = table.Column<List<string>>(type: "text[]", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pattern_fix_steps", x => new { x.pattern_id, x.entry_id });
                    table.ForeignKey(
                        name: "fk_pattern_fix_steps_patterns_pattern_id",
                        column: x => x.pattern_id,
                        principalTable: "patterns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pattern_fix_steps_timeline_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "timeline_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_automation_runs_pattern_id_ran_at",
                table: "automation_runs",
                columns: new[] { "pattern_id", "ran_at" });

            migrationBuilder.CreateIndex(
                name: "ix_automation_runs_pattern_id_run_id",
                table: "automation_runs",
                columns: new[] { "pattern_id", "run_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pattern_fix_steps_entry_id",
                table: "pattern_fix_steps",
                column: "entry_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "automation_runs");

            migrationBuilder.DropTable(
                name: "pattern_fix_steps");

            migrationBuilder.DropColumn(
                name: "automation_due",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "automation_seen_by",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "automation_stopped_by",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "automation_wrong_premise",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "is_of_fixes",
                table: "patterns");
        }
    }
}
