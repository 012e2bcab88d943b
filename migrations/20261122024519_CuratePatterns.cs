using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class CuratePatterns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "confirmation_at",
                table: "patterns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "confirmation_by",
                table: "patterns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "definition",
                table: "patterns",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dismissal_at",
                table: "patterns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "dismissal_by",
                table: "patterns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "dismissal_postmortems",
                table: "patterns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dismissal_reason",
                table: "patterns",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dismissal_resurfaces",
                table: "patterns",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "patterns",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "patterns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "pinned_at",
                table: "patterns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "resurfaced_at",
                table: "patterns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "split_from_id",
                table: "patterns",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "pattern_ledger",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pattern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_in = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    engine = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    strength = table.Column<double>(type: "double precision", nullable: true),
                    shared_terms = table.Column<List<string>>(type: "text[]", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    merge_of = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pattern_ledger", x => x.id);
                    table.ForeignKey(
                        name: "fk_pattern_ledger_causes_cause_id",
                        column: x => x.cause_id,
                        principalTable: "causes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pattern_ledger_patterns_pattern_id",
                        column: x => x.pattern_id,
                        principalTable: "patterns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pattern_suggestions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pattern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: true),
                    causes = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    rank = table.Column<double>(type: "double precision", nullable: false),
                    shared_terms = table.Column<List<string>>(type: "text[]", nullable: false),
                    first_quote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_quote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    against = table.Column<List<string>>(type: "text[]", nullable: false),
                    runner_up_id = table.Column<Guid>(type: "uuid", nullable: true),
                    runner_up_terms = table.Column<List<string>>(type: "text[]", nullable: false),
                    engine = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answer_is_accepted = table.Column<bool>(type: "boolean", nullable: true),
                    answer_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pattern_suggestions", x => x.id);
                    table.ForeignKey(
                        name: "fk_pattern_suggestions_patterns_pattern_id",
                        column: x => x.pattern_id,
                        principalTable: "patterns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_patterns_merged_into_id",
                table: "patterns",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_patterns_split_from_id",
                table: "patterns",
                column: "split_from_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_ledger_cause_id_at",
                table: "pattern_ledger",
                columns: new[] { "cause_id", "at" },
                filter: "by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_ledger_pattern_id_at_id",
                table: "pattern_ledger",
                columns: new[] { "pattern_id", "at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_pattern_suggestions_pattern_id",
                table: "pattern_suggestions",
                column: "pattern_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_suggestions_rank_id",
                table: "pattern_suggestions",
                columns: new[] { "rank", "id" },
                descending: new[] { true, false },
                filter: "answer_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_patterns_patterns_merged_into_id",
                table: "patterns",
                column: "merged_into_id",
                principalTable: "patterns",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "fk_patterns_patterns_split_from_id",
                table: "patterns",
                column: "split_from_id",
                principalTable: "patterns",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            // What was found before waits in the inbox too.
            migrationBuilder.Sql("INSERT INTO errands (id, kind, created_at, not_before, attempts) SELECT gen_random_uuid(), 'patterns/recompute', now(), now(), 0 WHERE EXISTS (SELECT FROM patterns)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_patterns_patterns_merged_into_id",
                table: "patterns");

            migrationBuilder.DropForeignKey(
                name: "fk_patterns_patterns_split_from_id",
                table: "patterns");

            migrationBuilder.DropTable(
                name: "pattern_ledger");

            migrationBuilder.DropTable(
                name: "pattern_suggestions");

            migrationBuilder.DropIndex(
                name: "ix_patterns_merged_into_id",
                table: "patterns");

            migrationBuilder.DropIndex(
                name: "ix_patterns_split_from_id",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "confirmation_at",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "confirmation_by",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "definition",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "dismissal_at",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "dismissal_by",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "dismissal_postmortems",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "dismissal_reason",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "dismissal_resurfaces",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "pinned_at",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "resurfaced_at",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "split_from_id",
                table: "patterns");
        }
    }
}
