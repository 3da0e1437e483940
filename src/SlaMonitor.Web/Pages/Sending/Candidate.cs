using System.Security.Cryptography;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Web.Pages.Sending;

/// <summary>A return on its way to be sent: it travels in the form from page to page, and nothing of it is stored before its sender says so. One too
/// large for that lies where uploads lie, for a day, and its name travels.</summary>
/// <param name="Name">As its sender calls the file; empty where the figures were typed in.</param>
public sealed record Candidate(byte[] Bytes, string Name)
{
    private const int MostCharactersOfName = 200;

    /// <summary>The fields in which it travels.</summary>
    public const string ContentField = "content", NameField = "name", UploadField = "upload", ExtractsField = "extracts";

    /// <summary>The id of the upload that it is; null where it travels itself.</summary>
    public string? Upload { get; init; }

    /// <summary>The ticket extracts that go with it. They lie in storage, and their ids travel.</summary>
    public IReadOnlyList<KeptExtract> Extracts { get; init; } = [];

    public string Content => Convert.ToBase64String(Bytes);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The name of a return that says nothing but that there is nothing to report.</summary>
    public const string Nothing = "Nothing to report";

    public bool IsTyped => Name.Length == 0;

    /// <summary>Whether its sender has it as a file.</summary>
    public bool IsFile => !IsTyped && Name != Nothing;

    public string Ending => ReturnFile.EndingOf(Bytes);

    /// <returns>Null where the form does not hold one.</returns>
    public static Candidate? Of(IReadOnlyDictionary<string, string> fields)
    {
        var content = fields.GetValueOrDefault(ContentField, "");
        var bytes = new byte[content.Length];
        if (content.Length == 0 || !Convert.TryFromBase64String(content, bytes, out var length)) return null;
        return new(bytes[..length], Short(fields.GetValueOrDefault(NameField, "")));
    }

    /// <summary>Of one that lies where uploads lie.</summary>
    /// <param name="bytes">Its own.</param>
    public static Candidate Uploaded(string id, byte[] bytes, string name) => new(bytes, Short(name)) { Upload = id };

    internal static string Short(string name) => new([.. name.Where(c => !char.IsControl(c)).Take(MostCharactersOfName)]);
}
