namespace SmeOrleans.Grains.Intake;

/// <summary>Signs receipts so that a unit can verify them offline.</summary>
public interface IReceiptSigner
{
    /// <summary>JWS over the receipt's other values.</summary>
    string Sign(Receipt receipt);
}
