using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class AskForZoneOfImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "lacks_zone",
                table: "import_files",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "problem",
                table: "import_files",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "same_as_id",
                table: "import_files",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "warnings",
                table: "import_files",
                type: "text[]",
                nullable: false,
                defaultValue: new List<string>());

            migrationBuilder.AddColumn<string>(
                name: "zone",
                table: "import_batches",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_files_same_as_id",
                table: "import_files",
                column: "same_as_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_batches_created_at",
                table: "import_batches",
                column: "created_at",
                filter: "confirmed_at IS NULL AND discarded_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_import_files_postmortems_same_as_id",
                table: "import_files",
                column: "same_as_id",
                principalTable: "postmortems",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_import_files_postmortems_same_as_id",
                table: "import_files");

            migrationBuilder.DropIndex(
                name: "ix_import_files_same_as_id",
                table: "import_files");

            migrationBuilder.DropIndex(
                name: "ix_import_batches_created_at",
                table: "import_batches");

            migrationBuilder.DropColumn(
                name: "lacks_zone",
                table: "import_files");

            migrationBuilder.DropColumn(
                name: "problem",
                table: "import_files");

            migrationBuilder.DropColumn(
                name: "same_as_id",
                table: "import_files");

            migrationBuilder.DropColumn(
                name: "warnings",
                table: "import_files");

            migrationBuilder.DropColumn(
                name: "zone",
                table: "import_batches");
        }
    }
}
