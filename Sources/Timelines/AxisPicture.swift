import SceneGraph

/// An axis with its marks and labels, laid out.
struct AxisPicture {
    var nodes: [Node] = []
    var height = 0.0
    var marks: [TimelineMark] = []
    /// Eras whose name did not fit their band.
    var unnamedEras: [Int] = []
    /// What one label has across, in figure units.
    var labelWidth = 0.0
}
