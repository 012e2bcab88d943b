using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class SettleActionItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_action_items_due_number",
                table: "action_items");

            migrationBuilder.DropIndex(
                name: "ix_action_items_owner_id_due_number",
                table: "action_items");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "settled_at",
                table: "action_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.Sql("UPDATE action_items SET settled_at = coalesce(decline_at, closure_at)");

            migrationBuilder.CreateIndex(
                name: "ix_action_items_due_number",
                table: "action_items",
                columns: new[] { "due", "number" },
                filter: "settled_at IS NULL AND deletion_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_action_items_owner_id_due_number",
                table: "action_items",
                columns: new[] { "owner_id", "due", "number" },
                filter: "settled_at IS NULL AND deletion_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_action_items_settled_at_number",
                table: "action_items",
                columns: new[] { "settled_at", "number" },
                descending: new bool[0],
                filter: "settled_at IS NOT NULL AND deletion_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_action_items_title",
                table: "action_items",
                column: "title")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:TsVectorConfig", "simple");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_action_items_due_number",
                table: "action_items");

            migrationBuilder.DropIndex(
                name: "ix_action_items_owner_id_due_number",
                table: "action_items");

            migrationBuilder.DropIndex(
                name: "ix_action_items_settled_at_number",
                table: "action_items");

            migrationBuilder.DropIndex(
                name: "ix_action_items_title",
                table: "action_items");

            migrationBuilder.DropColumn(
                name: "settled_at",
                table: "action_items");

            migrationBuilder.CreateIndex(
                name: "ix_action_items_due_number",
                table: "action_items",
                columns: new[] { "due", "number" },
                filter: "closure_at IS NULL AND decline_at IS NULL AND deletion_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_action_items_owner_id_due_number",
                table: "action_items",
                columns: new[] { "owner_id", "due", "number" },
                filter: "closure_at IS NULL AND decline_at IS NULL AND deletion_at IS NULL");
        }
    }
}
