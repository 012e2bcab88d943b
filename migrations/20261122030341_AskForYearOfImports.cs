using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Postmortems.Migrations
{
    /// <inheritdoc />
    public partial class AskForYearOfImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "lacks_year",
                table: "import_files",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "begun_at",
                table: "import_batches",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "begun_by",
                table: "import_batches",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "year",
                table: "import_batches",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_batches_begun_by",
                table: "import_batches",
                column: "begun_by");

            migrationBuilder.AddForeignKey(
                name: "fk_import_batches_users_begun_by",
                table: "import_batches",
                column: "begun_by",
                principalTable: "users",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_import_batches_users_begun_by",
                table: "import_batches");

            migrationBuilder.DropIndex(
                name: "ix_import_batches_begun_by",
                table: "import_batches");

            migrationBuilder.DropColumn(
                name: "lacks_year",
                table: "import_files");

            migrationBuilder.DropColumn(
                name: "begun_at",
                table: "import_batches");

            migrationBuilder.DropColumn(
                name: "begun_by",
                table: "import_batches");

            migrationBuilder.DropColumn(
                name: "year",
                table: "import_batches");
        }
    }
}
