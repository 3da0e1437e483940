using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>Bytes that no UTF-8 text holds: each kind is reported once, at the first of them.</summary>
internal static class CsvStrayBytes
{
    /// <summary>Returns whether there is a text left to read: in another encoding the commas still stand where they should.</summary>
    public static bool LeaveText(byte[] utf8, TableFindings findings)
    {
        ReportFirst(TableProblems.NotUtf8, utf8, Utf8Text.IndexOfInvalid(utf8), CsvBytes.Utf8, findings);
        return !ReportFirst(TableProblems.NulByte, utf8, Array.IndexOf(utf8, (byte)0), "text", findings);
    }

    private static bool ReportFirst(ProblemCode code, byte[] utf8, int offset, string expected, TableFindings findings)
    {
        if (offset < 0) return false;
        findings.InFile(code, PlaceOf(offset, utf8), expected, $"the byte 0x{utf8[offset]:X2}");
        return true;
    }

    private static CellPlace PlaceOf(int offset, byte[] utf8)
    {
        using var records = new CsvRecords(utf8);
        while (records.Read())
            if (records.Reaches(offset))
                return records.PlaceOf(records.IndexOfCellAt(offset));
        return CellPlace.First;
    }
}
