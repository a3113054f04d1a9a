namespace SmeOrleans.Grains.Intake;

/// <summary>Signs what people can verify offline: receipts, minutes.</summary>
public interface IReceiptSigner
{
    /// <summary>JWS over the receipt's other values.</summary>
    string Sign(Receipt receipt);

    /// <summary>JWS over the name of a text and its digest.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    string Sign(string name, string sha256);
}
