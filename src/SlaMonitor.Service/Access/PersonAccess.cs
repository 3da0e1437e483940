namespace SlaMonitor.Service.Access;

/// <summary>What a person or a program has been given, as it is stored.</summary>
/// <param name="Person">Tenant and object, <c>{tid}/{oid}</c>; of a program <c>{tid}/{azp}</c>. No name and no address is kept.</param>
/// <param name="Version">Storage's own; empty where nothing is stored.</param>
public sealed record PersonAccess(string Person, Assignments Given, string Version)
{
    public static PersonAccess NothingOf(string person) => new(person, Assignments.None, "");
}
