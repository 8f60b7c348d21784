import Documents
import SceneGraph

/// One thing in a scene that a reader would trip over.
public struct LegibilityFault: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case overlappingTexts = "overlapping-texts"
        case outOfFrame = "out-of-frame"
        case coveredText = "covered-text"
        case smallText = "small-text"
        case faintText = "faint-text"
        case faintMark = "faint-mark"
        case repeatedColor = "repeated-color"
        case alikeColors = "alike-colors"
        case squeezedPlot = "squeezed-plot"
        case tooWide = "too-wide"
        case tooHigh = "too-high"

        /// What would mend it.
        var advice: String {
            switch self {
            case .overlappingTexts: "give the figure more room, shorten the texts, or leave one out"
            case .coveredText: "give the figure more room, or draw the text in front: axes have `zindex: 1`"
            case .outOfFrame: "give the figure more room, or shorten the text"
            case .smallText: "set it larger, or draw the figure at a smaller `size`"
            case .faintText: "choose a darker or lighter colour: text needs a contrast of 4.5 to 1"
            case .faintMark: "choose a darker or lighter colour, or give the mark a stroke: marks need 3 to 1"
            case .repeatedColor: "name fewer categories, put the others together, or give colours of their own"
            case .alikeColors: "choose colours that differ in lightness too, or add shapes or dashes"
            case .squeezedPlot: "move the legend, shorten labels, or give the figure more room"
            case .tooWide, .tooHigh: "give it a larger size, or fewer views"
            }
        }
    }

    public var kind: Kind
    /// Ids of the nodes it is about, the one to change first.
    public var nodes: [String]
    /// What is wrong, without the ids.
    public var message: String

    public init(_ kind: Kind, nodes: [String], _ message: String) {
        self.kind = kind
        self.nodes = nodes
        self.message = message
    }

    /// As a warning about a document: the nodes stand where the place in the document otherwise would.
    public func diagnostic(file: String) -> Diagnostic {
        Diagnostic(
            message, severity: .warning, file: file, path: nodes.joined(separator: ", "), advice: kind.advice)
    }
}

extension LegibilityFault {
    /// Warnings for a document: each fault by itself, but where many are of one kind the rest as a count.
    public static func diagnostics(_ faults: [LegibilityFault], file: String, most: Int = 20) -> [Diagnostic] {
        var result: [Diagnostic] = []
        for kind in Kind.allCases {
            let own = faults.filter { $0.kind == kind }
            result += own.prefix(most).map { $0.diagnostic(file: file) }
            guard own.count > most else { continue }
            var rest = own[most].diagnostic(file: file)
            rest.message = "\(own.count - most) more like it (\(kind.rawValue)), this the first: " + rest.message
            result.append(rest)
        }
        return result
    }
}
