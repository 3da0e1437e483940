using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Notices;

/// <summary>An alert as one recipient is told of it.</summary>
/// <param name="Id">Of the delivery; the same however often it is sent.</param>
/// <param name="Contract">Its code.</param>
/// <param name="Title">The contract's.</param>
/// <param name="Role">Why this recipient is told.</param>
/// <param name="Zone">In which instants are written.</param>
public sealed record AlertNotice(string Id, RegisteredAlert Alert, string Contract, string Title, OfficerRole Role, DateTimeZone Zone)
{
    /// <summary>Why they are told, where it is not for their role alone; null where it is.</summary>
    public string? Because { get; init; }

    /// <summary>Where people reach the service; null where that is not set up, and no link is written.</summary>
    public Uri? Site { get; init; }

    /// <summary>The page to be seen for it; null without <see cref="Site"/>.</summary>
    public Uri? Page => Site is { } site ? new(site, PageAddress.Of(Contract, Alert)) : null;

    public AlertEvent Event => Enum.Parse<AlertEvent>(Alert.Event);

    /// <summary>What people compare two messages by.</summary>
    public string Reference => Id[..12];
}

/// <summary>What is said, whatever the way: plain text, HTML and webhook say the same.</summary>
/// <param name="Subject">What, which contract, by when.</param>
/// <param name="Text">What happened, with the Working where the alert has it.</param>
/// <param name="Working">How it was arrived at; empty where there is nothing to reckon.</param>
/// <param name="Facts">Label and value.</param>
/// <param name="Do">What is for the reader to do.</param>
/// <param name="Closing">Why they are told, and how to recognise the same message.</param>
public sealed record NoticeContent(string Subject, string Heading, string Text, IReadOnlyList<WorkingLine> Working, IReadOnlyList<(string Label, string Value)> Facts, string Do, string Closing)
{
    /// <summary>The page to be seen for it; null where there is no address to write.</summary>
    public Uri? Page { get; init; }
}
