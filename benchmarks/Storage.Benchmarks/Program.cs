using BenchmarkDotNet.Running;
using SmeOrleans.Storage.Benchmarks;
using SmeOrleans.Support;

// What a commit costs is what is measured, so the server must wait for the disk as it does in the office.
PostgresServer.WaitsForDisk = true;
BenchmarkSwitcher.FromAssembly(typeof(SubmissionsPerSecond).Assembly).Run(args, new SubmissionsPerSecond());
