using SlaMonitor.Service.Register;

namespace SlaMonitor.Web.Pages.Sending;

/// <summary>What is said where a file cannot be taken, in the words of the GOV.UK Design System.</summary>
/// <remarks>https://design-system.service.gov.uk/components/file-upload/#error-messages</remarks>
public static class FileErrors
{
    public const string Missing = "Select a return";
    public const string Empty = "The selected file is empty";
    public const string ExtractMissing = "Select a ticket extract, or continue without one";
    public const string NotTheExtract = "The selected file must be a ticket extract as the contract describes it";
    public const string OtherType = "The selected file must be an XLSX, CSV or JSON";
    public const string WithPassword = "The selected file is password protected";
    public const string NotTemplate = "The selected file must use the template";
    public const string TooMuch = "The selected file has too much in it for a return";
    public const string Failed = "The selected file could not be uploaded – try again";

    private static readonly Dictionary<string, string> ByCode = new(StringComparer.Ordinal)
    {
        ["document-too-large"] = LargerThan(Service.Formats.Returns.ReturnFileLimits.Default.Json),
        ["table-too-large"] = TooMuch,
        ["workbook-too-large"] = TooMuch,
        ["return-too-large"] = TooMuch,
        ["table-empty"] = Empty,
        ["document-empty"] = Empty,
        ["workbook-encrypted"] = WithPassword,
        ["workbook-other-file"] = OtherType,
        ["workbook-old"] = OtherType,
        ["table-not-csv"] = OtherType,
        ["table-not-utf8"] = OtherType,
        ["table-nul-byte"] = OtherType,
        ["sheet-missing"] = NotTemplate,
        ["column-missing"] = NotTemplate,
        ["table-empty-header"] = NotTemplate,
    };

    /// <param name="bytes">A whole number of MiB, as limits are.</param>
    public static string LargerThan(long bytes) => $"The selected file must be smaller than {bytes / (1024 * 1024)}MB";

    /// <summary>Of a file that is no return at all; null where it can be read as one and its findings tell more.</summary>
    public static string? Of(IEnumerable<Finding> findings) =>
        findings.Where(f => f.IsError).Select(f => f.Code == "other-contract" ? OtherContract(f) : ByCode.GetValueOrDefault(f.Code)).FirstOrDefault(said => said is not null);

    private static string OtherContract(Finding finding) => $"The selected file is the return of another contract, {finding.Found} – select the return of {finding.Expected}";
}
