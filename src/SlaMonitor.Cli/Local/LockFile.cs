namespace SlaMonitor.Cli.Local;

/// <summary>A file that one program at a time holds open. The operating system gives it back whatever happens to its holder.</summary>
internal static class LockFile
{
    /// <summary>"In use" as the platforms number it: EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static readonly int[] InUse = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Windows would not let the folder be removed around the file; elsewhere only None is exclusive.</summary>
    private static readonly FileShare Alone = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <returns>Null where another holds it.</returns>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, Alone);
        }
        catch (IOException e) when (InUse.Contains(e.HResult))
        {
            return null;
        }
    }
}
