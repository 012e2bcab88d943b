using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class TellHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "authorships",
                columns: table => new
                {
                    postmortem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    told = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authorships", x => new { x.postmortem_id, x.version });
                    table.ForeignKey(
                        name: "fk_authorships_postmortems_postmortem_id",
                        column: x => x.postmortem_id,
                        principalTable: "postmortems",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sittings",
                columns: table => new
                {
                    postmortem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_version = table.Column<int>(type: "integer", nullable: false),
                    last_version = table.Column<int>(type: "integer", nullable: false),
                    began = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    writers = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    words_added = table.Column<int>(type: "integer", nullable: false),
                    words_taken_out = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sittings", x => new { x.postmortem_id, x.first_version });
                    table.ForeignKey(
                        name: "fk_sittings_postmortems_postmortem_id",
                        column: x => x.postmortem_id,
                        principalTable: "postmortems",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "authorships");

            migrationBuilder.DropTable(
                name: "sittings");
        }
    }
}
