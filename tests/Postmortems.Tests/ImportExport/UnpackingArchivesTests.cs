using System.Text;
using Postmortems.Domain;
using Postmortems.Domain.ImportExport;

namespace Postmortems.Tests.ImportExport;

public class UnpackingArchivesTests
{
    [Fact]
    public void Gives_the_documents_of_an_archive_and_of_the_archive_in_it_by_their_places()
    {
        var inner = Zips.Of(("Queue stopped 0f1e2d3c4b5a69788796a5b4c3d2e1f0.md", "# Queue stopped"), ("__MACOSX/._Queue stopped.md", "x"), (".DS_Store", "x"));

        var files = Unpacked(("export.zip", Zips.Of(("Part-1.zip", inner), ("notes/disk.html", Encoding.UTF8.GetBytes("<h1>Disk full</h1>")))));

        files.Select(file => file.Name).ShouldBe(["export.zip/Part-1.zip/Queue stopped 0f1e2d3c4b5a69788796a5b4c3d2e1f0.md", "export.zip/notes/disk.html"]);
        files.ShouldAllBe(file => file.Problem == null);
        Encoding.UTF8.GetString(files[0].Bytes).ShouldBe("# Queue stopped");
    }

    [Theory]
    [InlineData("../../etc/cron.d/job.md")]
    [InlineData("notes/../../job.md")]
    [InlineData("..\\..\\job.md")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\share\\job.md")]
    [InlineData("C:\\Windows\\job.md")]
    [InlineData("c:job.md")]
    [InlineData("job.md\u0000.exe")]
    [InlineData("jo\u001Bb.md")]
    public void Never_reads_a_file_whose_name_leads_out_but_reads_the_others(string name)
    {
        var files = Unpacked(("a.zip", Zips.Of((name, "# Job"), ("good.md", "# Good"))));

        files[0].Problem!.ShouldContain("outside of the archive");
        files[0].Bytes.ShouldBeEmpty();
        files[1].Problem.ShouldBeNull();
    }

    [Fact]
    public void Follows_no_link() => Unpacked(("a.zip", Zips.Link("passwords.md", "/etc/passwd"))).Single().Problem!.ShouldContain("link to another file");

    [Fact]
    public void Takes_the_first_of_two_files_with_one_name()
    {
        var files = Unpacked(("a.zip", Zips.Of(("a.md", "# First"), ("a.md", "# Second"))));

        Encoding.UTF8.GetString(files[0].Bytes).ShouldBe("# First");
        files[1].Problem!.ShouldContain("another file of this name");
    }

    [Fact]
    public void Unpacks_no_archive_in_an_archive_in_an_archive()
    {
        var zip = Zips.Of(("deep.md", "# Deep"));

        for (var i = 0; i < 5; i++)
        {
            zip = Zips.Of(($"{i}.zip", zip));
        }

        Unpacked(("a.zip", zip)).Single().Problem!.ShouldContain("archive within an archive");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(400_000_000)]
    public void Believes_no_size_that_an_archive_tells(int told)
    {
        var honest = Zips.Of(("a.md", "# The queue stopped at noon and nobody saw it"));

        var file = Unpacked(("a.zip", Zips.Lying(honest, told))).Single();

        if (file.Problem is null)
        {
            Encoding.UTF8.GetString(file.Bytes).ShouldBe("# The queue stopped at noon and nobody saw it");
        }
        else
        {
            file.Problem.ShouldContain("damaged");
        }
    }

    [Fact]
    public void Stops_reading_a_file_that_swells()
    {
        var bomb = Zips.Bomb(files: 1, megabytesEach: 150);
        bomb.Length.ShouldBeLessThan(200_000);

        var allocated = Allocated(() => Unpacked(("a.zip", bomb)).Single().Bytes.Length.ShouldBeInRange(ImportLimits.LargestFile + 1, ImportLimits.LargestFile + 100_000));

        allocated.ShouldBeLessThan(40_000_000);
    }

    [Fact]
    public void Refuses_an_archive_that_is_too_much_in_sum_and_holds_one_file_at_a_time()
    {
        var bomb = Zips.Bomb(files: 60, megabytesEach: 5);
        var largest = 0;

        var refused = Should.Throw<RuleBrokenException>(() =>
        {
            foreach (var file in new UnpackedFiles().Of([new DroppedFile("a.zip", bomb)]))
            {
                largest = Math.Max(largest, file.Bytes.Length);
            }
        });

        refused.Message.ShouldContain("larger than 200 MB");
        largest.ShouldBe(5_000_000);
    }

    [Fact]
    public void Refuses_an_archive_of_many_files_before_it_lists_them()
    {
        var many = Zips.Empty(ImportLimits.MostZipEntries + 1);

        var allocated = Allocated(() => Unpacked(("a.zip", many)).Single().Problem!.ShouldContain("more than 20,000 files"));

        allocated.ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void Refuses_more_documents_than_an_import_takes() =>
        Should.Throw<RuleBrokenException>(() => Unpacked(("a.zip", Zips.Empty(ImportLimits.MostFiles + 1)))).Message.ShouldContain("more than 2,000 files");

    [Fact]
    public void Says_that_a_damaged_archive_is_damaged()
    {
        var whole = Zips.Of(("a.md", new string('a', 500) + "# Queue"));
        var random = new Random(311);

        Unpacked(("cut.zip", whole[..^30])).Single().Problem!.ShouldContain("damaged");
        Unpacked(("no.zip", "PK\u0003\u0004 and then nothing of a zip"u8.ToArray())).Single().Problem!.ShouldContain("damaged");

        for (var i = 0; i < 2000; i++)
        {
            var broken = (byte[])whole.Clone();
            broken[random.Next(4, broken.Length)] = (byte)random.Next(256);

            foreach (var file in Unpacked(("a.zip", broken)).Where(file => file.Problem is null))
            {
                file.Bytes.ShouldBe(Encoding.UTF8.GetBytes(new string('a', 500) + "# Queue"));
            }
        }
    }

    [Theory]
    [InlineData("[Content_Types].xml")]
    [InlineData("META-INF/MANIFEST.MF")]
    public void Knows_packed_documents_of_other_programs(string first) =>
        Unpacked(("a.docx", Zips.Of((first, "x"), ("word/document.xml", "x")))).Single().Problem!.ShouldContain("Office file or another packed document");

    private static List<DroppedFile> Unpacked(params (string Name, byte[] Bytes)[] files) => [.. new UnpackedFiles().Of(files.Select(file => new DroppedFile(file.Name, file.Bytes)))];

    /// <summary>What this thread asked of the memory meanwhile; other tests do not count.</summary>
    private static long Allocated(Action act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
