global using Grpc.Core;
global using SmeOrleans.Domain.Access;
global using SmeOrleans.Domain.Refusals;
