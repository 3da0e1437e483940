using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>A map with known keys that together make one value.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="description">What it is, for editors.</param>
public sealed class RecordShape<T>(string name, string description) : Shape<T>
{
    private readonly List<IField> _fields = [];
    private Func<FieldValues, T>? _build;
    private Action<MapNode, Spot>? _alsoCheck;

    private interface IField
    {
        string Key { get; }

        bool IsRequired { get; }

        bool TryRead(DocumentNode? node, Spot spot, FieldValues values);

        DocumentNode? Write(T owner);

        MapNode Schema(SchemaBook book);
    }

    /// <summary>A key that must be there.</summary>
    public Field<V> Required<V>(string key, Shape<V> shape, Func<T, V> get, string about) =>
        Add(new Field<V>(key, shape, about, true, default!, owner => shape.Write(get(owner))));

    /// <summary>A key that may be left out, for a fallback that is then not written either.</summary>
    public Field<V> Optional<V>(string key, Shape<V> shape, Func<T, V> get, V fallback, string about) =>
        Add(new Field<V>(key, shape, about, false, fallback, owner => Equals(get(owner), fallback) ? null : shape.Write(get(owner))));

    /// <summary>A key that may be left out, for nothing.</summary>
    public Field<V?> Optional<V>(string key, Shape<V> shape, Func<T, V?> get, string about)
        where V : class =>
        Add(new Field<V?>(key, new Nullable<V>(shape), about, false, null, owner => get(owner) is { } value ? shape.Write(value) : null));

    /// <summary>A list or map that may be left out, for an empty one.</summary>
    public Field<IReadOnlyList<V>> OptionalList<V>(string key, Shape<IReadOnlyList<V>> shape, Func<T, IReadOnlyList<V>> get, string about) =>
        Add(new Field<IReadOnlyList<V>>(key, shape, about, false, [], owner => get(owner) is { Count: > 0 } list ? shape.Write(list) : null));

    /// <summary>A value that may be left out, for nothing.</summary>
    public Field<V?> OptionalValue<V>(string key, Shape<V> shape, Func<T, V?> get, string about)
        where V : struct =>
        Add(new Field<V?>(key, new NullableValue<V>(shape), about, false, null, owner => get(owner) is { } value ? shape.Write(value) : null));

    /// <summary>How the value is made from its fields; a contradiction it finds is reported at its place.</summary>
    public RecordShape<T> BuiltBy(Func<FieldValues, T> build)
    {
        _build = build;
        return this;
    }

    /// <summary>A further look at the map as written, before the value is made.</summary>
    public RecordShape<T> AlsoChecked(Action<MapNode, Spot> check)
    {
        _alsoCheck = check;
        return this;
    }

    public override bool TryRead(DocumentNode node, Spot spot, out T value)
    {
        value = default!;
        if (_build is null) throw new InvalidOperationException($"{name} is only written, never read.");
        if (node is not MapNode map)
        {
            spot.Report(node, ShapeProblems.WrongKind, InWords(), Describe.Kind(node));
            return false;
        }

        var before = spot.Problems.Count;
        ReportUnknown(map, spot);
        var values = new FieldValues();
        foreach (var field in _fields) ReadField(field, map, spot, values);
        _alsoCheck?.Invoke(map, spot);
        if (spot.Problems.Count > before) return false;
        try
        {
            value = _build(values);
            return true;
        }
        catch (ContradictionException contradiction)
        {
            spot.Report(map, contradiction);
            return false;
        }
    }

    public override DocumentNode Write(T value) => Map(
        [.. _fields.Select(f => (f.Key, Node: f.Write(value))).Where(f => f.Node is not null).Select(f => (f.Key, f.Node!))]);

    public override MapNode Schema(SchemaBook book) => book.Named(name, () => Map(
    [
        ("type", Text("object")),
        ("description", Text(description)),
        ("additionalProperties", Flag(false)),
        .. _fields.Any(f => f.IsRequired) ? [("required", Texts(_fields.Where(f => f.IsRequired).Select(f => f.Key)))] : Array.Empty<(string, DocumentNode)>(),
        ("properties", Map([.. _fields.Select(f => (f.Key, (DocumentNode)f.Schema(book)))])),
    ]));

    private string InWords()
    {
        var required = _fields.Where(f => f.IsRequired).Select(f => $"'{f.Key}'").ToList();
        return required.Count > 0
            ? $"a map with {string.Join(", ", required)}"
            : $"a map with some of: {string.Join(", ", _fields.Select(f => f.Key))}; {{}} for none";
    }

    private Field<V> Add<V>(Field<V> field)
    {
        _fields.Add(field);
        return field;
    }

    private static void ReadField(IField field, MapNode map, Spot spot, FieldValues values)
    {
        var node = map[field.Key];
        if (node is null && field.IsRequired)
            spot.Report(map, ShapeProblems.MissingKey, $"'{field.Key}'", "nothing");
        else
            field.TryRead(node, spot.Key(field.Key), values);
    }

    private void ReportUnknown(MapNode map, Spot spot)
    {
        var known = _fields.Select(f => f.Key).ToList();
        foreach (var (key, value) in map.Entries)
        {
            if (known.Contains(key.Text)) continue;
            spot.Key(key.Text).Report(key, ShapeProblems.UnknownKey, Meant(key, value, known), Describe.Text(key.Text));
        }
    }

    private static string Meant(ScalarNode key, DocumentNode value, IReadOnlyList<string> known)
    {
        if (IsRestOfFigure(key, value)) return "figures without separators, as a comma begins the next entry";
        return Describe.Nearest(key.Text, known) is { } nearest ? $"'{nearest}'" : $"one of: {string.Join(", ", known)}";
    }

    /// <summary>In braces 412,350.67 is an entry that ends with 412, and another called 350.67.</summary>
    private static bool IsRestOfFigure(ScalarNode key, DocumentNode value) =>
        value is ScalarNode { Kind: ScalarKind.Null } && char.IsAsciiDigit(key.Text.FirstOrDefault());

    /// <summary>One key of the record; take its value with <see cref="FieldValues.Get{V}"/>.</summary>
    public sealed class Field<V> : IField
    {
        private readonly Shape<V> _shape;
        private readonly string _about;
        private readonly V _fallback;
        private readonly Func<T, DocumentNode?> _write;

        internal Field(string key, Shape<V> shape, string about, bool isRequired, V fallback, Func<T, DocumentNode?> write)
        {
            Key = key;
            IsRequired = isRequired;
            (_shape, _about, _fallback, _write) = (shape, about, fallback, write);
        }

        public string Key { get; }

        public bool IsRequired { get; }

        bool IField.TryRead(DocumentNode? node, Spot spot, FieldValues values)
        {
            var value = _fallback;
            if (node is not null && !_shape.TryRead(node, spot, out value)) return false;
            values.Set(this, value);
            return true;
        }

        DocumentNode? IField.Write(T owner) => _write(owner);

        MapNode IField.Schema(SchemaBook book) => Described.With(_shape.Schema(book), _about);
    }

    /// <summary>The values read for one map.</summary>
    public sealed class FieldValues
    {
        private readonly Dictionary<object, object?> _values = [];

        public V Get<V>(Field<V> field) => (V)_values[field]!;

        internal void Set<V>(Field<V> field, V value) => _values[field] = value;
    }
}
