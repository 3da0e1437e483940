using NodaTime;

namespace SlaMonitor.Service.Register;

/// <summary>Something that whoever keeps the service running has to look at; it stands until its cause is gone.</summary>
/// <param name="Key">Its cause, such as <c>poison-assess</c>.</param>
/// <param name="Text">What it is and what to do, with ids and counts only.</param>
public sealed record OperatorAlert(string Key, string Text, Instant Since);
