import SceneGraph
import Tables

extension Compilation {
    /// Areas and lines of the globe. Until the projections are here, they are named as missing.
    mutating func drawGeoshapes(_ encoder: MarkEncoder, cell: Cell) -> [Node] {
        report("`geoshape` is not drawn yet", encoder.unit.definition, path: join(encoder.path, "mark"), severity: .warning)
        return []
    }

    mutating func projectedPoints(_ encoder: MarkEncoder, _ longitude: Channel, _ latitude: Channel) -> ([Double], [Double]) {
        report("longitude and latitude are not placed yet", encoder.unit.definition, path: join(encoder.path, "encoding"), severity: .warning)
        let none = [Double](repeating: .nan, count: encoder.count)
        return (none, none)
    }
}
