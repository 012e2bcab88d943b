using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class HoldRetros : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "retros",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    group = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    cadence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    meets_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    zone = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    facilitator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scribe_id = table.Column<Guid>(type: "uuid", nullable: true),
                    window_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pack_built_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    good_catch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wheel_detail = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    unknowns = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    minutes = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    closing_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closing_by = table.Column<Guid>(type: "uuid", nullable: true),
                    quality_causes = table.Column<int>(type: "integer", nullable: true),
                    quality_incidents = table.Column<int>(type: "integer", nullable: true),
                    quality_postmortems = table.Column<int>(type: "integer", nullable: true),
                    quality_unknown = table.Column<int>(type: "integer", nullable: true),
                    quality_unreviewed = table.Column<int>(type: "integer", nullable: true),
                    quality_untagged = table.Column<int>(type: "integer", nullable: true),
                    run_began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    run_card = table.Column<int>(type: "integer", nullable: true),
                    run_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    run_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    run_step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    wheel_incident_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wheel_of = table.Column<int>(type: "integer", nullable: true),
                    wheel_place = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retros", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retro_cards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    retro_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pattern_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    why = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    seen_in_window = table.Column<int>(type: "integer", nullable: false),
                    seen_in_all = table.Column<int>(type: "integer", nullable: false),
                    cost_minutes = table.Column<double>(type: "double precision", nullable: false),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    at_night = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    revealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    decision_action_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_dissent = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decision_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    decision_more = table.Column<int>(type: "integer", nullable: true),
                    decision_until = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retro_cards", x => x.id);
                    table.ForeignKey(
                        name: "fk_retro_cards_action_items_action_item_id",
                        column: x => x.action_item_id,
                        principalTable: "action_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_retro_cards_patterns_pattern_id",
                        column: x => x.pattern_id,
                        principalTable: "patterns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_retro_cards_retros_retro_id",
                        column: x => x.retro_id,
                        principalTable: "retros",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "retro_pulses",
                columns: table => new
                {
                    retro_id = table.Column<Guid>(type: "uuid", nullable: false),
                    learned = table.Column<int>(type: "integer", nullable: false),
                    not_learned = table.Column<int>(type: "integer", nullable: false),
                    changes = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retro_pulses", x => x.retro_id);
                    table.ForeignKey(
                        name: "fk_retro_pulses_retros_retro_id",
                        column: x => x.retro_id,
                        principalTable: "retros",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "retro_seats",
                columns: table => new
                {
                    retro_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    has_answered_pulse = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retro_seats", x => new { x.retro_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_retro_seats_retros_retro_id",
                        column: x => x.retro_id,
                        principalTable: "retros",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_retro_seats_users_person_id",
                        column: x => x.person_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "retro_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    retro_id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retro_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_retro_comments_retro_cards_card_id",
                        column: x => x.card_id,
                        principalTable: "retro_cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_retro_comments_retros_retro_id",
                        column: x => x.retro_id,
                        principalTable: "retros",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_retro_comments_users_by",
                        column: x => x.by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "retro_votes",
                columns: table => new
                {
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    impact = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    change = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    learning = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retro_votes", x => new { x.card_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_retro_votes_retro_cards_card_id",
                        column: x => x.card_id,
                        principalTable: "retro_cards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_retro_votes_users_person_id",
                        column: x => x.person_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_retro_cards_action_item_id",
                table: "retro_cards",
                column: "action_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_retro_cards_pattern_id",
                table: "retro_cards",
                column: "pattern_id");

            migrationBuilder.CreateIndex(
                name: "ix_retro_cards_retro_id_part_pattern_id_action_item_id",
                table: "retro_cards",
                columns: new[] { "retro_id", "part", "pattern_id", "action_item_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_retro_comments_by",
                table: "retro_comments",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_retro_comments_card_id",
                table: "retro_comments",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "ix_retro_comments_retro_id",
                table: "retro_comments",
                column: "retro_id");

            migrationBuilder.CreateIndex(
                name: "ix_retro_seats_person_id",
                table: "retro_seats",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_retro_votes_person_id",
                table: "retro_votes",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_retros_meets_at_number",
                table: "retros",
                columns: new[] { "meets_at", "number" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_retros_number",
                table: "retros",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retro_comments");

            migrationBuilder.DropTable(
                name: "retro_pulses");

            migrationBuilder.DropTable(
                name: "retro_seats");

            migrationBuilder.DropTable(
                name: "retro_votes");

            migrationBuilder.DropTable(
                name: "retro_cards");

            migrationBuilder.DropTable(
                name: "retros");
        }
    }
}
