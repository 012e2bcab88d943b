using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Postmortems.Tests.Testing;

/// <summary>Keeps the errors that the applications under test logged, so that a test which meets a failed page can say why it failed.</summary>
public sealed class ErrorLog : ILoggerProvider, ILogger
{
    private static readonly ConcurrentQueue<string> Errors = new();

    public static string LatestErrors => string.Join(Environment.NewLine, Errors.TakeLast(3));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Errors.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
