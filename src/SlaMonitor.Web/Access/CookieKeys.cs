using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Web.Access;

/// <summary>The keys that protect cookies and forms, in storage: a session outlives the instance that began it. The framework asks
/// for them now and then and waits for the answer.</summary>
public sealed class CookieKeys(Stores stores) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => All().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        stores.Keys.Put($"{friendlyName}.xml", Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), "application/xml").GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> All()
    {
        var all = new List<XElement>();
        foreach (var name in await stores.Keys.Names(""))
            if (await stores.Keys.Get(name) is { } bytes) all.Add(XElement.Parse(Encoding.UTF8.GetString(bytes)));
        return all;
    }
}
