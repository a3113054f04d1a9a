global using System.Collections.Immutable;
global using SmeOrleans.Domain.Cases;
global using SmeOrleans.Domain.CommonProjects;
global using SmeOrleans.Domain.Companies;
global using SmeOrleans.Domain.Funding;
global using SmeOrleans.Domain.Rounds;
global using SmeOrleans.Domain.Units;
global using SmeOrleans.GrpcFrontend.ReadModels;
