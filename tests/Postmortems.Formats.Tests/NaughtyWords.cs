namespace Postmortems.Formats.Tests;

/// <summary>Words that break programs which do not expect them. Written for this suite.</summary>
public static class NaughtyWords
{
    public static IReadOnlyList<(string What, string Text)> All { get; } =
    [
        ("right to left", "queue \u202Egpj.exe\u202C and \u2067hidden\u2069 words"),
        ("Hebrew and Arabic", "השרת נפל בשעה 10 وعاد الخادم للعمل"),
        ("zero width", "qu\u200Beue\u200C sto\u200Dpp\u2060ed\uFEFF"),
        ("joined emoji", "on call 👩‍🔧 👨‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 👍🏽"),
        ("combining marks", "q" + new string('\u0301', 400) + "ueue " + new string('\u0489', 300)),
        ("beyond the basic plane", "𝒬𝓊ℯ𝓊ℯ 𐍈 🂡 \U0010FFFD"),
        ("composed and not", "Sto\u0308rung Störung ﬁle ＳＥＶ１"),
        ("dotless", "İstanbul ıssız QUEUE ſ ß ẞ"),
        ("script", "<script>alert('queue')</script></script><!-- x --><img src=x onerror=alert(1)>"),
        ("script in a link", "[logs](javascript:alert(1)) ![p](data:text/html,<script>1</script>) <svg/onload=alert(1)>"),
        ("end of a data block", "]]> </style> </textarea> </title> --> <!-- <![CDATA["),
        ("SQL", "'); DROP TABLE incidents; -- \" OR 1=1 /* */"),
        ("spreadsheet", "=HYPERLINK(\"http://example.org\",\"x\") and +1 -1 @SUM(A1)"),
        ("shell", "$(reboot) `reboot` ; reboot | reboot && ${PATH} %PATH% !! \\"),
        ("templates", "{{ 7 * 7 }} ${7*7} <%= 7*7 %> #{7*7} {% raw %} {0} %s %n"),
        ("paths", "../../etc/passwd C:\\Windows\\system.ini \\\\server\\share file:///etc/hosts CON NUL aux.txt"),
        ("YAML", "key: [1, 2] # no comment: yes & *alias !!tag | > ? - no: on: ~ null 0x1F 1_000 12:30:45"),
        ("JSON", "{\"__proto__\": {\"admin\": true}, \"constructor\": null} \\u0000 \\n"),
        ("Markdown", "**bold _mixed** text_ `` ` `` [x][y] \\[ \\* ~~a~~ | a | b | * - + 1."),
        ("numbers", "1e309 -0 NaN Infinity 0x80000000 1/0 １２３ ٣:٤٥ 99:99"),
        ("headers", "Subject: queue\\r\\nBcc: all@example.org"),
        ("no-break and wide spaces", "a\u00A0b\u2003c\u3000d\u202Fe"),
    ];
}
