using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>What can be wrong with a YAML or JSON text, whatever it is meant to say.</summary>
public static class DocumentProblems
{
    public static readonly ProblemCode Empty = new("document-empty", true,
        "A file without content says nothing, and guessing what was meant would hide a failed save or upload.");

    public static readonly ProblemCode TooLarge = new("document-too-large", true,
        "A text of this kind is a few pages; one this large is another file, or an attempt to exhaust the service.");

    public static readonly ProblemCode NotUtf8 = new("document-not-utf8", true,
        "Read in the wrong encoding, currency signs and names change without anybody noticing.");

    public static readonly ProblemCode ForbiddenCharacter = new("document-forbidden-character", true,
        "Control characters and unusual line breaks are invisible, and programs disagree on what they mean.");

    public static readonly ProblemCode BadYaml = new("yaml-syntax", true,
        "A text that breaks the rules of YAML has no certain meaning.");

    public static readonly ProblemCode BadJson = new("json-syntax", true,
        "A text that breaks the rules of JSON has no certain meaning.");

    public static readonly ProblemCode Anchor = new("yaml-anchor", true,
        "Every figure stands in the file once and in its own place, so that it can be checked by reading.");

    public static readonly ProblemCode Alias = new("yaml-alias", true,
        "A value that stands elsewhere in the file cannot be checked by reading, and aliases of aliases exhaust the reader.");

    public static readonly ProblemCode Tag = new("yaml-tag", true,
        "What a value is follows from its place in the file; a tag could only contradict that.");

    public static readonly ProblemCode SeveralDocuments = new("yaml-several-documents", true,
        "One file is one document: of a second one nobody could say whether it counts.");

    public static readonly ProblemCode KeyNotScalar = new("yaml-key-not-scalar", true,
        "Keys are names; a list or map as a key is nearly always a missing quote or a stray bracket.");

    public static readonly ProblemCode DuplicateKey = new("document-duplicate-key", true,
        "When a key stands twice, programs differ on which of its values counts.");

    public static readonly ProblemCode TooDeep = new("document-too-deep", true,
        "No contract nests this deep; such a file is broken, or an attempt to exhaust the service.");

    public static readonly ProblemCode TooManyNodes = new("document-too-many-nodes", true,
        "No contract has this many entries; such a file is broken, or an attempt to exhaust the service.");

    public static readonly ProblemCode TooManyProblems = new("document-too-many-problems", true,
        "Past this many problems the file is not what it was meant to be, and a longer list helps nobody.");
}
