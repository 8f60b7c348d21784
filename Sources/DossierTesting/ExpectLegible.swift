import Dossier

/// Expects that a reader would trip over nothing in a figure: no text on another, none cut off, small or faint, no
/// category missing, no plot squeezed, on any of its pages. Each fault is named with the node's id.
///
/// - Parameters:
///   - size: nil for the document's own size.
///   - except: kinds of fault that are meant.
/// - Returns: what was found, those of `except` left out.
@discardableResult
public func expectLegible(
    _ figure: Figure, size: FigureSize? = nil, except: Set<LegibilityFault.Kind> = [], theme: Theme = .dossier,
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: Int = #line, column: Int = #column
) -> [LegibilityFault] {
    let place = TestPlace(fileID: fileID, filePath: filePath, line: line, column: column)
    do {
        let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
        let drawn = try figure.drawn(theme: theme, fonts: fonts, size: size)
        let faults = drawn.faults.filter { !except.contains($0.kind) }
        if !faults.isEmpty {
            let told = LegibilityFault.diagnostics(faults, file: figure.document.file).map(\.description)
            place.fail("the figure “\(figure.name)” cannot be read:\n" + told.joined(separator: "\n"))
        }
        return faults
    } catch {
        place.fail("the figure “\(figure.name)” cannot be drawn: \(error)")
        return []
    }
}
