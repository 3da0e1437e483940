using System.Text;
using System.Xml;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>One XML file within a workbook, element by element: no document type, no entities, nothing fetched, and limits on
/// depth, elements and names.</summary>
internal sealed class PartXml : IDisposable
{
    /// <summary>Of SpreadsheetML, in its transitional and its strict form.</summary>
    private static readonly string[] Main =
        ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"];

    private static readonly string[] Relations =
        ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"];

    private readonly WorkbookLimits _limits;
    private readonly XmlReader _xml;
    private int _elements;

    public PartXml(Stream stream, WorkbookLimits limits)
    {
        _limits = limits;
        var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        _xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.PartBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = false,
            CloseInput = true,
            NameTable = new BoundedNames(limits),
        });
    }

    /// <summary>The name of the current element where it is one of SpreadsheetML; empty otherwise.</summary>
    public string Name => IsMain ? _xml.LocalName : "";

    /// <summary>The name of the current element of any vocabulary.</summary>
    public string AnyName => _xml.LocalName;

    public int Depth => _xml.Depth;

    public bool IsEmpty => _xml.IsEmptyElement;

    private bool IsMain => Array.IndexOf(Main, _xml.NamespaceURI) >= 0;

    public string? this[string attribute] => _xml.GetAttribute(attribute);

    /// <summary>The attribute <c>r:id</c>.</summary>
    public string? RelationId => Relations.Select(ns => _xml.GetAttribute("id", ns)).FirstOrDefault(id => id is not null);

    /// <summary>Moves to the next element; false at the end of the file.</summary>
    public bool NextElement()
    {
        while (Next())
            if (_xml.NodeType == XmlNodeType.Element)
                return true;
        return false;
    }

    /// <summary>Moves to the next element within the one that stands at a depth; false at its end.</summary>
    public bool NextWithin(int depth)
    {
        while (Next())
        {
            if (_xml.NodeType == XmlNodeType.Element) return true;
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth) return false;
        }

        return false;
    }

    /// <summary>The text of the current element without that of elements within it.</summary>
    public string Text()
    {
        if (_xml.IsEmptyElement) return "";
        var depth = _xml.Depth;
        var text = "";
        StringBuilder? parts = null;
        while (Next() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.Depth != depth + 1 || _xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            if (text.Length == 0) text = _xml.Value;
            else (parts ??= new(text)).Append(_xml.Value);
            if (parts?.Length > _limits.TagBytes) throw UnreadableWorkbookException.TooLarge($"texts of at most {_limits.TagBytes} characters", "a longer one");
        }

        return parts?.ToString() ?? text;
    }

    public void Dispose() => _xml.Dispose();

    private bool Next()
    {
        if (!_xml.Read()) return false;
        if (_xml.Depth > _limits.Depth) throw UnreadableWorkbookException.TooLarge($"XML elements no deeper than {_limits.Depth}", "deeper ones");
        if (_xml.NodeType != XmlNodeType.EndElement && ++_elements > _limits.Elements) throw UnreadableWorkbookException.TooLarge($"at most {_limits.Elements} XML elements in each file within it", "more");
        return true;
    }

    /// <summary>An XML reader keeps every name it ever saw.</summary>
    private sealed class BoundedNames(WorkbookLimits limits) : NameTable
    {
        private int _names;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string name) =>
            ++_names <= limits.Names ? name : throw UnreadableWorkbookException.TooLarge($"at most {limits.Names} names of XML elements", "more");
    }
}
