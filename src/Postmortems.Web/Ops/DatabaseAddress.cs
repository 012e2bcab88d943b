namespace Postmortems.Web.Ops;

/// <param name="ConnectionString">Waits until the database stands.</param>
internal sealed record DatabaseAddress(Func<string> ConnectionString);
