namespace SlaMonitor.Service.Formats.Documents;

/// <summary>What a scalar is by its syntax. In YAML only a plain scalar in JSON's own spelling is anything but text:
/// <c>99.5</c>, <c>true</c>, <c>null</c>, <c>~</c> and nothing at all; <c>yes</c>, <c>2024-04</c> and <c>08:00</c> are text.</summary>
public enum ScalarKind
{
    Text,
    Number,
    Boolean,
    Null,
}
