import CGeodata

/// The files of `Data/geo` that the program carries: a map draws in any project, without a `Data/geo` of its own.
public enum BundledGeodata {
    /// The bytes of a file, such as `countries-world.topo.json`; nil where there is none of that name.
    public static func contents(of name: String) -> [UInt8]? {
        for place in 0..<dossier_geodata_count() {
            let file = dossier_geodata_at(place)
            guard let own = file.name, String(cString: own) == name else { continue }
            return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        }
        return nil
    }
}
