// swift-tools-version: 6.1
import PackageDescription

/// Only what cannot wait is linked: Yams reads YAML (with line and column of every node), swift-argument-parser
/// reads the command line. C libraries come from the system's package manager (see `Scripts/setup`).
let package = Package(
    name: "Dossier",
    platforms: [.macOS(.v14)],
    products: [
        .library(name: "Dossier", targets: ["Dossier"]),
        .library(name: "DossierTesting", targets: ["DossierTesting"]),
        .executable(name: "dossier", targets: ["DossierCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // What is known: pure Swift values.
        .target(name: "Documents", dependencies: ["Yams"]),
        .target(name: "Files", dependencies: ["Documents"]),
        .target(name: "Formats"),
        .target(name: "Phrases"),
        .target(name: "Calendar", dependencies: ["Phrases"]),
        .target(name: "Facts", dependencies: ["Files", "Documents", "Formats", "Calendar", "Tables"]),
        .target(name: "Tables", dependencies: ["Files", "Documents", "Formats", "Archives", "XML"]),
        .target(name: "Expressions", dependencies: ["Colors", "Documents", "Formats", "SceneGraph", "Tables"]),
        .target(name: "Transforms", dependencies: ["Documents", "Expressions", "Formats", "Tables"]),
        .target(name: "Templates", dependencies: ["Documents", "Expressions", "Files", "Markdown", "Tables"]),
        .target(name: "SceneGraph"),
        .target(name: "Colors", dependencies: ["SceneGraph"]),
        .target(name: "Geography", dependencies: ["Documents", "SceneGraph"]),
        .target(name: "Scales", dependencies: ["Colors", "Formats", "SceneGraph"]),
        .target(name: "CGeodata"),
        .target(name: "Geodata", dependencies: ["Documents", "CGeodata"]),

        // What every figure shares: measured type, and title, note and source line.
        .target(name: "Typography", dependencies: ["SceneGraph"]),
        .target(
            name: "Themes", dependencies: ["ChartDocuments", "Documents", "SceneGraph", "Typography"],
            resources: [
                .embedInCode("Resources/dossier.yaml"), .embedInCode("Resources/gazette.yaml"),
                .embedInCode("Resources/dark.yaml"),
            ]),
        .target(
            name: "Figures",
            dependencies: ["Phrases", "Files", "Documents", "Facts", "Colors", "SceneGraph", "Typography"]),

        // Figures: document to scene.
        .target(
            name: "ChartDocuments", dependencies: ["Documents"],
            resources: [
                .embedInCode("Resources/vega-themes.json"), .embedInCode("Resources/d3-locales.json"),
            ]),
        .target(
            name: "VegaLite",
            dependencies: [
                "ChartDocuments", "Files", "Colors", "SceneGraph", "Typography", "Documents", "Facts", "Figures",
                "Tables", "Expressions", "Transforms", "Scales", "Geography", "Formats", "Calendar", "Phrases",
            ]),
        .target(
            name: "Timelines",
            dependencies: [
                "Calendar", "Documents", "Facts", "Figures", "Files", "Phrases", "SceneGraph",
                "Tables", "Typography",
            ]),
        .target(
            name: "Cartography",
            dependencies: [
                "Colors", "Documents", "Facts", "Figures", "Formats", "Geodata", "Geography", "Phrases",
                "Scales", "SceneGraph", "Tables", "Typography",
            ]),

        // What is made of scenes: pages, decks, comparisons.
        .systemLibrary(name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev", "hyphen-en-us"])]),
        .target(name: "Hyphenation", dependencies: ["Documents", "Typography", "CHyphen"]),
        .target(name: "Markdown", dependencies: ["Documents", "CMarkdown"]),
        .target(
            name: "Reports",
            dependencies: [
                "Markdown", "Figures", "Formats", "Phrases", "Calendar", "Documents", "Facts", "SceneGraph",
                "Typography", "Tables",
            ]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "Archives", dependencies: ["Documents", "CZip"]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4"])]),
        .target(name: "Fetching", dependencies: ["Files", "Documents", "CCurl"]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "XML", dependencies: ["Documents", "CExpat"]),
        .target(
            name: "Slides",
            dependencies: ["SceneGraph", "Documents", "Typography", "Figures", "Archives", "XML"]),
        .target(name: "Pictures", dependencies: ["SceneGraph", "Documents"]),

        // Drawing: the only home of Cairo, Pango and qpdf.
        .systemLibrary(
            name: "CCairo", pkgConfig: "pangocairo",
            providers: [.apt(["libcairo2-dev", "libpango1.0-dev", "libdeflate-dev"])]),
        .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
        .target(
            name: "Rendering",
            dependencies: ["Files", "Documents", "SceneGraph", "Typography", "Pictures", "CCairo", "CQPDF"]),

        // What people use.
        .target(
            name: "Dossier",
            dependencies: [
                "Files", "Documents", "Calendar", "Phrases", "Facts", "Tables", "Geography", "Scales", "SceneGraph",
                "Typography", "Themes",
                "Figures",
                "VegaLite", "Timelines", "Cartography", "Markdown", "Hyphenation", "Reports", "Slides", "Pictures",
                "Rendering", "Templates", "Expressions",
                "Archives",
            ]),
        .target(
            name: "Batch",
            dependencies: ["Dossier", "Documents", "Expressions", "Files", "Tables", "Templates", "Themes"]),
        .target(name: "DossierTesting", dependencies: ["Files", "Dossier"]),
        .executableTarget(
            name: "DossierCLI",
            dependencies: [
                "Batch", "Files", "Dossier", "Reports", "Pictures", "Slides", "Fetching",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", "Documents"]),
        .testTarget(name: "FetchingTests", dependencies: ["Fetching", "Files", "Documents"]),
        .testTarget(name: "FormatsTests", dependencies: ["Formats"]),
        .testTarget(name: "CalendarTests", dependencies: ["Calendar"]),
        .testTarget(name: "PhrasesTests", dependencies: ["Phrases"]),
        .testTarget(name: "FactsTests", dependencies: ["Facts"]),
        .testTarget(name: "TablesTests", dependencies: ["Tables"]),
        .testTarget(name: "XMLTests", dependencies: ["XML", "Documents"]),
        .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "Documents", "Files"]),
        .testTarget(name: "TransformsTests", dependencies: ["Transforms", "Documents", "Files"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Documents", "Markdown", "Tables"]),
        .testTarget(name: "GeographyTests", dependencies: ["Files", "Geography"]),
        .testTarget(name: "GeodataTests", dependencies: ["Geodata"]),
        .testTarget(name: "ScalesTests", dependencies: ["Scales"]),
        .testTarget(name: "SceneGraphTests", dependencies: ["SceneGraph"]),
        .testTarget(name: "ColorsTests", dependencies: ["Colors", "Scales"]),
        .testTarget(name: "TypographyTests", dependencies: ["Typography"]),
        .testTarget(name: "ThemesTests", dependencies: ["Themes"]),
        .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
        .testTarget(name: "ChartDocumentsTests", dependencies: ["ChartDocuments"]),
        .testTarget(name: "VegaLiteTests", dependencies: ["VegaLite", "Expressions", "Transforms"]),
        .testTarget(name: "TimelinesTests", dependencies: ["Timelines"]),
        .testTarget(name: "CartographyTests", dependencies: ["Cartography"]),
        .testTarget(name: "HyphenationTests", dependencies: ["Hyphenation"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports"]),
        .testTarget(name: "ArchivesTests", dependencies: ["Archives"]),
        .testTarget(name: "SlidesTests", dependencies: ["Slides", "Figures", "Archives"]),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures"]),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering"]),
        .testTarget(
            name: "DossierTests",
            dependencies: ["Dossier", "DossierTesting", "Themes", "Geography", "Slides", "Archives", "Reports"]),
        .testTarget(
            name: "DossierTestingTests", dependencies: ["DossierTesting", "Dossier", "Files", "Themes"],
            exclude: ["__Pictures__"]),
        .testTarget(name: "BatchTests", dependencies: ["Batch", "Dossier", "Files", "Templates"]),
        .testTarget(name: "DossierCLITests", dependencies: ["DossierCLI"]),
    ]
)

// A warning is an error where that is asked for; elsewhere it is told.
if Context.environment["DOSSIER_WARNINGS_ARE_ERRORS"] != nil {
    for target in package.targets where target.type != .system {
        target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-warnings-as-errors"])]
    }
}
