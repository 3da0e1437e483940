using System.Text.Json;
using System.Text.Json.Serialization;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Web;

/// <summary>Money as text, such as <c>"9412.50"</c>, so that no reader makes a binary number of it. It only goes out.</summary>
internal sealed class MoneyInJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("No request has money of its own; terms, returns and decisions come as files.");

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToPlainText());
}
