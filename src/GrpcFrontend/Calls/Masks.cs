using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>Updates by mask (AIP-161).</summary>
internal static class Masks
{
    private static readonly FieldMask.MergeOptions Replacing = new()
    {
        ReplaceMessageFields = true,
        ReplacePrimitiveFields = true,
        ReplaceRepeatedFields = true,
    };

    /// <summary>The current message with the masked fields of the wanted one.</summary>
    public static TMessage Merged<TMessage>(FieldMask mask, TMessage current, TMessage wanted)
        where TMessage : IMessage
    {
        mask.Merge(wanted, current, Replacing);
        return current;
    }
}
