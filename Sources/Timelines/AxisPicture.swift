import Documents
import SceneGraph

/// An axis with its marks and labels, laid out.
struct AxisPicture {
    var nodes: [Node] = []
    var height = 0.0
    var marks: [TimelineMark] = []
    /// Eras whose name did not fit their band.
    var unnamedEras: [Int] = []
    /// Stretches drawn smaller that have no room to say so.
    var unnamedReductions: [Double] = []
    /// What one label has across, in figure units.
    var labelWidth = 0.0
    /// Declared breaks that the axis has no room for, by their places in the document.
    var missingBreaks: [Int] = []
    /// Of charts on the axis.
    var warnings = Diagnostics()
}
