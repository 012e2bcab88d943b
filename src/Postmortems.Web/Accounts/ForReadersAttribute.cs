namespace Postmortems.Web.Accounts;

/// <summary>Also those who may only read send forms here, because these are about their own account.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ForReadersAttribute : Attribute;
