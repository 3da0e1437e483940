using System.Reflection;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Tests.Formats.PlainEnglish;

/// <summary>Every fact that contract terms can state, found by walking their types: <c>Indicator.Clause</c>,
/// <c>Notice.Counting</c>. A kind without facts of its own goes by its name.</summary>
internal static class StatedFacts
{
    private static readonly Type[] SingleValues = [typeof(ContractDate), typeof(Percentage), typeof(TimeLength), typeof(Unit)];

    private static readonly Type[] OfTheCalendars = [typeof(HolidayAdoption), typeof(LocalTimeRule), typeof(ServicePeriods)];

    public static IReadOnlyCollection<string> All()
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Type>();
        Walk(typeof(ContractDraft));
        return facts;

        void Walk(Type type)
        {
            if (!seen.Add(type)) return;
            foreach (var kind in type.Assembly.GetTypes().Where(t => t.BaseType == type)) Walk(kind);
            if (type.IsAbstract) return;
            var stated = type.GetProperties().Where(p => IsStated(p, type)).ToList();
            if (stated.All(p => p.DeclaringType != type)) facts.Add(type.Name);
            foreach (var property in stated)
            {
                var parts = Unwrapped(property.PropertyType).Where(IsMadeOfFacts).ToList();
                parts.ForEach(Walk);
                if (parts.Count == 0) facts.Add($"{property.DeclaringType!.Name}.{property.Name}");
            }
        }
    }

    private static bool IsStated(PropertyInfo property, Type type) =>
        property.Name != "EqualityContract"
        && (property.SetMethod is { IsPublic: true } || type.GetConstructors().Any(c => c.GetParameters().Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase))));

    private static bool IsMadeOfFacts(Type type) =>
        OfTheCalendars.Contains(type)
        || (type.Namespace!.StartsWith(typeof(ContractDraft).Namespace!, StringComparison.Ordinal) && !type.IsEnum && !SingleValues.Contains(type));

    /// <summary>The types in lists, pairs and nullables.</summary>
    private static IEnumerable<Type> Unwrapped(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrapped) : [type];
}
