using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class GatherStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_pattern_members",
                table: "pattern_members");

            migrationBuilder.DropIndex(
                name: "ix_pattern_ledger_cause_id_at",
                table: "pattern_ledger");

            migrationBuilder.RenameColumn(
                name: "causes",
                table: "pattern_suggestions",
                newName: "members");

            migrationBuilder.AlterColumn<Guid>(
                name: "cause_id",
                table: "pattern_members",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "statement_id",
                table: "pattern_members",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "entry_id",
                table: "pattern_members",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "cause_id",
                table: "pattern_ledger",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "entry_id",
                table: "pattern_ledger",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "statement_id",
                table: "pattern_ledger",
                type: "uuid",
                nullable: true);

            migrationBuilder.Sql("""
                UPDATE pattern_members SET statement_id = cause_id;
                UPDATE pattern_ledger SET statement_id = cause_id;

                INSERT INTO pattern_members (pattern_id, statement_id, entry_id, strength, shared_terms, seen_at)
                SELECT pattern_id, entry_id, entry_id, strength, shared_terms, seen_at FROM pattern_fix_steps;

                -- What people had confirmed is theirs from now on, as it is with causes; the rest the engine had put there.
                INSERT INTO pattern_ledger (id, pattern_id, statement_id, entry_id, is_in, by, engine, strength, shared_terms, reason, at)
                SELECT gen_random_uuid(), s.pattern_id, s.entry_id, s.entry_id, TRUE, p.confirmation_by,
                    CASE WHEN p.confirmation_by IS NULL THEN 'words and concepts 4' END,
                    CASE WHEN p.confirmation_by IS NULL THEN s.strength END,
                    CASE WHEN p.confirmation_by IS NULL THEN s.shared_terms ELSE '{}' END,
                    CASE WHEN p.confirmation_by IS NULL THEN '' ELSE 'Confirmed with the pattern.' END,
                    coalesce(p.confirmation_at, p.created_at)
                FROM pattern_fix_steps s JOIN patterns p ON p.id = s.pattern_id;

                INSERT INTO errands (id, kind, created_at, not_before, attempts)
                SELECT gen_random_uuid(), 'patterns/recompute', now(), now(), 0 WHERE EXISTS (SELECT FROM pattern_fix_steps);

                ALTER TABLE pattern_members ALTER COLUMN statement_id SET NOT NULL;
                ALTER TABLE pattern_ledger ALTER COLUMN statement_id SET NOT NULL;
                """);

            migrationBuilder.DropTable(
                name: "pattern_fix_steps");

            migrationBuilder.AddPrimaryKey(
                name: "pk_pattern_members",
                table: "pattern_members",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_members_entry_id",
                table: "pattern_members",
                column: "entry_id",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_pattern_members_one_statement",
                table: "pattern_members",
                sql: "statement_id = coalesce(cause_id, entry_id) AND num_nonnulls(cause_id, entry_id) = 1");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_ledger_cause_id",
                table: "pattern_ledger",
                column: "cause_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_ledger_entry_id",
                table: "pattern_ledger",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_ledger_statement_id_at",
                table: "pattern_ledger",
                columns: new[] { "statement_id", "at" },
                filter: "by IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_pattern_ledger_one_statement",
                table: "pattern_ledger",
                sql: "statement_id = coalesce(cause_id, entry_id) AND num_nonnulls(cause_id, entry_id) = 1");

            migrationBuilder.AddForeignKey(
                name: "fk_pattern_ledger_timeline_entries_entry_id",
                table: "pattern_ledger",
                column: "entry_id",
                principalTable: "timeline_entries",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_pattern_members_timeline_entries_entry_id",
                table: "pattern_members",
                column: "entry_id",
                principalTable: "timeline_entries",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_pattern_ledger_timeline_entries_entry_id",
                table: "pattern_ledger");

            migrationBuilder.DropForeignKey(
                name: "fk_pattern_members_timeline_entries_entry_id",
                table: "pattern_members");

            migrationBuilder.DropPrimaryKey(
                name: "pk_pattern_members",
                table: "pattern_members");

            migrationBuilder.DropIndex(
                name: "ix_pattern_members_entry_id",
                table: "pattern_members");

            migrationBuilder.DropCheckConstraint(
                name: "ck_pattern_members_one_statement",
                table: "pattern_members");

            migrationBuilder.DropIndex(
                name: "ix_pattern_ledger_cause_id",
                table: "pattern_ledger");

            migrationBuilder.DropIndex(
                name: "ix_pattern_ledger_entry_id",
                table: "pattern_ledger");

            migrationBuilder.DropIndex(
                name: "ix_pattern_ledger_statement_id_at",
                table: "pattern_ledger");

            migrationBuilder.DropCheckConstraint(
                name: "ck_pattern_ledger_one_statement",
                table: "pattern_ledger");

            migrationBuilder.CreateTable(
                name: "pattern_fix_steps",
                columns: table => new
                {
                    pattern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    shared_terms = table.Column<List<string>>(type: "text[]", nullable: false),
                    strength = table.Column<double>(type: "double precision", nullable: false)
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

            migrationBuilder.Sql("""
                INSERT INTO pattern_fix_steps (pattern_id, entry_id, strength, shared_terms, seen_at)
                SELECT pattern_id, entry_id, strength, shared_terms, seen_at FROM pattern_members WHERE entry_id IS NOT NULL;

                DELETE FROM pattern_members WHERE entry_id IS NOT NULL;
                DELETE FROM pattern_ledger WHERE entry_id IS NOT NULL;
                DELETE FROM pattern_suggestions s USING patterns p WHERE p.id = s.pattern_id AND p.is_of_fixes;
                """);

            migrationBuilder.DropColumn(
                name: "statement_id",
                table: "pattern_members");

            migrationBuilder.DropColumn(
                name: "entry_id",
                table: "pattern_members");

            migrationBuilder.DropColumn(
                name: "entry_id",
                table: "pattern_ledger");

            migrationBuilder.DropColumn(
                name: "statement_id",
                table: "pattern_ledger");

            migrationBuilder.RenameColumn(
                name: "members",
                table: "pattern_suggestions",
                newName: "causes");

            migrationBuilder.AlterColumn<Guid>(
                name: "cause_id",
                table: "pattern_members",
                type: "uuid",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "cause_id",
                table: "pattern_ledger",
                type: "uuid",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_pattern_members",
                table: "pattern_members",
                columns: new[] { "pattern_id", "cause_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pattern_ledger_cause_id_at",
                table: "pattern_ledger",
                columns: new[] { "cause_id", "at" },
                filter: "by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pattern_fix_steps_entry_id",
                table: "pattern_fix_steps",
                column: "entry_id",
                unique: true);
        }
    }
}
