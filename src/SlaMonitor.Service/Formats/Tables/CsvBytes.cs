using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>What can be said of a file before it is parsed.</summary>
internal static class CsvBytes
{
    public const string Utf8 = "UTF-8, as Excel saves under 'CSV UTF-8'";

    /// <summary>Reports a file that is too large or of another kind; false then.</summary>
    public static bool MayHoldTable(ReadOnlySpan<byte> bytes, TableLimits limits, TableFindings findings)
    {
        if (bytes.Length > limits.Bytes)
            return Refuse(findings, TableProblems.TooLarge, $"at most {limits.Bytes} bytes", $"{bytes.Length} bytes");
        if (FileSignature.Recognise(bytes) is { } kind)
            return Refuse(findings, TableProblems.NotCsv, "a CSV text, as Excel saves under 'CSV UTF-8'", $"what looks like {kind}");
        return !Utf8Text.LooksLikeUtf16(bytes) || Refuse(findings, TableProblems.NotUtf8, Utf8, "what looks like UTF-16");
    }

    private static bool Refuse(TableFindings findings, ProblemCode code, string expected, string found)
    {
        findings.InFile(code, CellPlace.First, expected, found);
        return false;
    }
}
