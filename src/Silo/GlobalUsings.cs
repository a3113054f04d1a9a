global using System.Collections.Immutable;
global using Orleans.Runtime;
global using SmeOrleans.Grains.Journaling;
