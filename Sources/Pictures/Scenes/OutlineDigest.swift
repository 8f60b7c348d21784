/// A long outline in sixteen letters. A coastline of a thousand points would make a recorded scene of half a megabyte,
/// and all that is asked of it is whether it is the same.
public enum OutlineDigest {
    /// Path data of more bytes is recorded by its digest: an outline of less can still be told point by point.
    public static let longest = 768

    /// FNV-1a of 64 bits (Fowler, Noll & Vo; draft-eastlake-fnv-17, section 5), as hexadecimal digits.
    public static func of(_ pathData: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in pathData.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
