using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Postmortems.Domain.Accounts;

namespace Postmortems.Tests.Accounts;

public class PasswordTests
{
    private const string Good = "a quiet heron at noon";

    [Theory]
    [InlineData("nine char", "at least 10")]
    [InlineData("", "at least 10")]
    [InlineData("password123", "first that are guessed")]
    [InlineData("P@ssw0rd2026!", "first that are guessed")]
    [InlineData("qwertyuiop", "first that are guessed")]
    [InlineData("0123456789", "first that are guessed")]
    [InlineData("zzzzzzzzzzzz", "first that are guessed")]
    [InlineData("abcabcabcabc", "first that are guessed")]
    [InlineData("Welcome2026!!", "first that are guessed")]
    [InlineData("Lovelace1815", "little more than your name")]
    [InlineData("kestrel-2026", "little more than your name")]
    [InlineData("Postmortems!1", "first that are guessed")]
    public void That_is_guessed_first_is_refused(string password, string because) =>
        PasswordRule.ProblemWith(password, "ada@kestrel.example", "Ada Lovelace").ShouldNotBeNull().ShouldContain(because);

    [Theory]
    [InlineData(Good)]
    [InlineData("lowercaseandnothingelse")]
    [InlineData("          x")]
    [InlineData("пароль на каждый день")]
    [InlineData("🦆🦉🦅🐧🐦🦜🐓🦢🦩🕊")]
    [InlineData("73920184665")]
    public void Of_any_characters_is_fine(string password) =>
        PasswordRule.ProblemWith(password, "ada@kestrel.example", "Ada Lovelace").ShouldBeNull();

    [Fact]
    public void Of_up_to_128_characters_counts_to_the_last()
    {
        var longest = string.Concat(Enumerable.Range(0, 64).Select(i => (char)('a' + (i * 7 % 26)) + "é"));
        var hash = Password.HashOf(longest);

        PasswordRule.ProblemWith(longest).ShouldBeNull();
        PasswordRule.ProblemWith(longest + "x").ShouldNotBeNull();
        Password.Compare(hash, longest).ShouldBe(PasswordMatch.Yes);
        Password.Compare(hash, longest[..^1]).ShouldBe(PasswordMatch.No);
        Password.Compare(hash, longest.ToUpperInvariant()).ShouldBe(PasswordMatch.No);
    }

    [Fact]
    public void Is_kept_as_a_hash_of_sha512_with_as_many_iterations_as_advised()
    {
        var kept = Convert.FromBase64String(Password.HashOf(Good));

        kept[0].ShouldBe((byte)1);
        BinaryPrimitives.ReadUInt32BigEndian(kept.AsSpan(1)).ShouldBe(2u, "HMAC-SHA512");
        BinaryPrimitives.ReadUInt32BigEndian(kept.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000u);
    }

    [Fact]
    public void Hashed_with_fewer_iterations_is_known_as_old()
    {
        var old = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })).HashPassword(null!, Good);

        Password.Compare(old, Good).ShouldBe(PasswordMatch.YesButHashIsOld);
        Password.Compare(null, Good).ShouldBe(PasswordMatch.No);
    }
}
