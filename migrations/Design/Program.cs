await Console.Error.WriteLineAsync("Run by dotnet ef: dotnet ef migrations add NAME --project migrations --startup-project migrations/Design -o .");
