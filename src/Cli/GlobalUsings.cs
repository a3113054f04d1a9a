global using System.Collections.Immutable;
global using System.Globalization;
global using System.Text;
global using Grpc.Core;
global using SmeOrleans.V1;
global using Case = SmeOrleans.V1.Case;
global using Status = SmeOrleans.V1.Status;
