import Files
@_exported import Dossier
@_exported import Pictures

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Expects a scene to look as it did when its baseline was recorded.
///
/// The baseline is `__Pictures__/NAME.png` beside the test's file, with `NAME.scene.json`. Where it is missing or
/// differs, the test fails and says what changed in the figure's own words; the expected picture, the actual one and
/// their difference are attached to the test's result. Nothing is written unless the environment variable
/// `DOSSIER_UPDATE_PICTURES` is `1`; then what is new or changed is recorded, and the test fails once to say so.
///
/// Works in Swift Testing and in XCTest.
///
/// - Parameters:
///   - scene: drawn at one pixel a unit.
///   - name: the baseline's name; may have folders in it.
///   - tolerance: what may differ. Every allowance is told.
///   - theme: whose fonts draw the scene.
/// - Returns: the comparison, for those who want to know more; nil where the scene cannot be drawn.
@discardableResult
public func expectPicture(
    _ scene: Scene, named name: String, tolerance: Tolerance = .strict, theme: Theme = .dossier,
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: Int = #line, column: Int = #column
) -> PictureComparison? {
    let place = TestPlace(fileID: fileID, filePath: filePath, line: line, column: column)
    do {
        let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
        let baseline = PictureBaseline(
            folder: FilePath.join(FilePath.folder(of: "\(filePath)"), "__Pictures__"), name: name)
        let outcome = try baseline.check(
            scene, tolerance: tolerance, fonts: fonts, update: environment("DOSSIER_UPDATE_PICTURES") == "1")
        if let message = outcome.message {
            place.attach(outcome.comparison, named: name)
            place.fail(message)
        }
        return outcome.comparison
    } catch {
        place.fail("the picture “\(name)” cannot be compared: \(error)")
        return nil
    }
}

/// Expects a figure file to look as it did when its baseline was recorded, as `expectPicture` does for a scene: every
/// page of it, the second as `NAME-2`.
///
/// - Parameters:
///   - name: nil for the figure's own name.
///   - size: nil for the document's own size.
@discardableResult
public func expectPicture(
    _ figure: Figure, named name: String? = nil, size: FigureSize? = nil, tolerance: Tolerance = .strict,
    theme: Theme = .dossier, fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: Int = #line,
    column: Int = #column
) -> PictureComparison? {
    do {
        let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
        let pages = try figure.drawn(theme: theme, fonts: fonts, size: size).pages
        let comparisons = pages.enumerated().map { index, page in
            expectPicture(
                page, named: (name ?? figure.name) + (index == 0 ? "" : "-\(index + 1)"), tolerance: tolerance,
                theme: theme, fileID: fileID, filePath: filePath, line: line, column: column)
        }
        return comparisons.first ?? nil
    } catch {
        TestPlace(fileID: fileID, filePath: filePath, line: line, column: column)
            .fail("the figure “\(name ?? figure.name)” cannot be drawn: \(error)")
        return nil
    }
}

private func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
