using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class WeighPatterns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_patterns_postmortem_count_number",
                table: "patterns");

            // Counted by the product from now on; the row's own version was a system column and needs no removal.
            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "patterns",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "acceptance_at",
                table: "patterns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "acceptance_by",
                table: "patterns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "acceptance_cost",
                table: "patterns",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "acceptance_ended_at",
                table: "patterns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "acceptance_postmortems",
                table: "patterns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "acceptance_reason",
                table: "patterns",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "acceptance_until",
                table: "patterns",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "dismissal_cost",
                table: "patterns",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "resurfaced_by",
                table: "patterns",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "weighed_assumed",
                table: "patterns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "weighed_belonging",
                table: "patterns",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "weighed_cost",
                table: "patterns",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "weighed_returning",
                table: "patterns",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "weighed_typical",
                table: "patterns",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "weight",
                table: "patterns",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.CreateIndex(
                name: "ix_patterns_weight_postmortem_count_number",
                table: "patterns",
                columns: new[] { "weight", "postmortem_count", "number" },
                descending: new[] { true, true, false },
                filter: "faded_at IS NULL");

            migrationBuilder.Sql("UPDATE patterns SET dismissal_cost = 0 WHERE dismissal_at IS NOT NULL;");
            migrationBuilder.Sql(
                """
                INSERT INTO errands (id, kind, created_at, not_before, attempts)
                SELECT gen_random_uuid(), 'patterns/recompute', now(), now(), 0 WHERE EXISTS (SELECT 1 FROM patterns);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_patterns_weight_postmortem_count_number",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "acceptance_at",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "acceptance_by",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "acceptance_cost",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "acceptance_ended_at",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "acceptance_postmortems",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "acceptance_reason",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "acceptance_until",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "dismissal_cost",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "resurfaced_by",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "weighed_assumed",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "weighed_belonging",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "weighed_cost",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "weighed_returning",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "weighed_typical",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "weight",
                table: "patterns");

            migrationBuilder.DropColumn(
                name: "version",
                table: "patterns");

            migrationBuilder.CreateIndex(
                name: "ix_patterns_postmortem_count_number",
                table: "patterns",
                columns: new[] { "postmortem_count", "number" },
                descending: new[] { true, false },
                filter: "faded_at IS NULL");
        }
    }
}
