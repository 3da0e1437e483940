using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>Takes the numbers out of a time of one fixed form, sixteen characters at once, as millions of times are read.</summary>
internal sealed class TicketTimeDigits
{
    private static readonly string[] Letters = ["yyyy", "MM", "dd", "HH", "mm", "ss"];

    private readonly int _length;
    private readonly Window[] _windows;

    /// <param name="format">A sound <see cref="TicketTimeFormat"/>, so of twelve to thirty characters.</param>
    public TicketTimeDigits(string format)
    {
        _length = format.Length;
        var digits = Letters.SelectMany(letters => PlacesOf(letters, format)).ToArray();
        _windows = _length <= 16
            ? [new(format, digits, 0, _length - 8)]
            : [new(format, digits, 0, 8), new(format, digits, _length - 16, _length - 8)];
    }

    /// <summary>False where there is no digit at some place that should have one, or between them not what the form has.</summary>
    /// <param name="numbers">Century, year, month, day, hour, minute and second, the last 0 where the form has none.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out Vector128<ushort> numbers)
    {
        numbers = default;
        if (text.Length != _length) return false;
        var (digits, wrong) = (Vector128<byte>.Zero, Vector128<byte>.Zero);
        foreach (ref readonly var window in _windows.AsSpan())
        {
            var found = window.Of(text);
            wrong |= found | (found + window.Room);
            digits |= Vector128.Shuffle(found, window.Places);
        }

        var pairs = digits.AsUInt16();
        numbers = ((pairs & Vector128.Create((ushort)0xFF)) * 10) + (pairs >>> 8);
        return wrong.ExtractMostSignificantBits() == 0;
    }

    private static IEnumerable<int> PlacesOf(string letters, string format) =>
        format.IndexOf(letters, StringComparison.Ordinal) is >= 0 and var first ? Enumerable.Range(first, letters.Length) : Enumerable.Repeat(-1, letters.Length);

    /// <summary>Twice eight characters of a form, which may be the same ones in part.</summary>
    private readonly struct Window
    {
        private const byte Nowhere = 0xFF;

        private readonly int _first, _second;

        /// <summary>What leaves by exclusive or 0 to 9 of a digit where one should be, and 0 of any other character that is as it should be.</summary>
        private readonly Vector128<byte> _form;

        /// <param name="digits">Where in the form the digits of its numbers are, in their order; -1 for none.</param>
        public Window(string format, IReadOnlyList<int> digits, int first, int second)
        {
            (_first, _second) = (first, second);
            int[] characters = [.. Enumerable.Range(first, 8), .. Enumerable.Range(second, 8)];
            _form = Vector128.Create([.. characters.Select(at => digits.Contains(at) ? (byte)'0' : (byte)format[at])]);
            Room = Vector128.Create([.. characters.Select(at => (byte)(digits.Contains(at) ? 127 - 9 : 127))]);
            Places = Vector128.Create([.. digits.Concat([-1, -1]).Select(at => Array.IndexOf(characters, at) is >= 0 and var place ? (byte)place : Nowhere)]);
        }

        /// <summary>What can be added to each without reaching 128, if it is as it should be.</summary>
        public Vector128<byte> Room { get; }

        /// <summary>Where each digit is among them, and nowhere for one that is in no place of this window.</summary>
        public Vector128<byte> Places { get; }

        public Vector128<byte> Of(ReadOnlySpan<byte> text) => Vector128.Create(Eight(text, _first), Eight(text, _second)).AsByte() ^ _form;

        private static ulong Eight(ReadOnlySpan<byte> text, int at) => BinaryPrimitives.ReadUInt64LittleEndian(text[at..]);
    }
}
