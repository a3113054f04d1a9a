namespace SmeOrleans.Domain.Tests.Documents;

/// <summary>A document that is generated from code and kept in the repository. SME_APPROVE=1 rewrites it.</summary>
internal static class Approved
{
    public static void Equals(string fileName, string generated)
    {
        var path = Repository.File("docs", fileName);
        if (Environment.GetEnvironmentVariable("SME_APPROVE") == "1")
        {
            File.WriteAllText(path, generated);
        }

        Assert.True(File.Exists(path), $"docs/{fileName} is not there; run this test with SME_APPROVE=1 to write it");
        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == generated,
            $"docs/{fileName} is not what the code says; run this test with SME_APPROVE=1, look at the change and commit it");
    }
}
