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
        .target(name: "Formats"),
        .target(name: "Chronology"),
        .target(name: "Facts", dependencies: ["Documents", "Formats", "Chronology"]),
        .target(name: "Tables", dependencies: ["Documents", "Formats"]),
        .target(name: "SceneGraph"),
        .target(name: "Geography", dependencies: ["Documents", "SceneGraph"]),
        .target(name: "Scales", dependencies: ["Formats", "Chronology", "SceneGraph"]),

        // What every figure shares: measured type, and title, note and source line.
        .target(name: "Typography", dependencies: ["SceneGraph"]),
        .target(
            name: "Themes", dependencies: ["Documents", "SceneGraph", "Typography"],
            resources: [.embedInCode("Resources/dossier.yaml"), .embedInCode("Resources/gazette.yaml")]),
        .target(name: "Furniture", dependencies: ["Documents", "Facts", "SceneGraph", "Typography"]),

        // Figures: document to scene.
        .target(name: "VegaLite", dependencies: ["SceneGraph", "Typography", "Documents", "Facts", "Furniture", "Tables", "Scales", "Geography", "Formats", "Chronology"]),
        .target(name: "Timelines", dependencies: ["SceneGraph", "Typography", "Documents", "Facts", "Furniture", "Tables", "Scales", "Formats", "Chronology"]),
        .target(name: "Cartography", dependencies: ["SceneGraph", "Typography", "Documents", "Facts", "Furniture", "Tables", "Scales", "Geography", "Formats"]),

        // What is made of scenes: pages, decks, comparisons.
        .systemLibrary(name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev", "hyphen-en-us"])]),
        .target(name: "Hyphenation", dependencies: ["Documents", "Typography", "CHyphen"]),
        .target(name: "Markdown", dependencies: ["Documents", "CMarkdown"]),
        .target(
            name: "Reports",
            dependencies: [
                "Markdown", "Furniture", "Formats", "Chronology", "Documents", "Facts", "SceneGraph", "Typography",
            ]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "Archives", dependencies: ["Documents", "CZip"]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "XMLReading", dependencies: ["Documents", "CExpat"]),
        .target(name: "Slides", dependencies: ["SceneGraph", "Documents", "Typography", "Furniture", "Archives", "XMLReading"]),
        .target(name: "Pictures", dependencies: ["SceneGraph", "Documents"]),

        // Drawing: the only home of Cairo, Pango and qpdf.
        .systemLibrary(name: "CCairo", pkgConfig: "pangocairo", providers: [.apt(["libcairo2-dev", "libpango1.0-dev", "libdeflate-dev"])]),
        .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
        .target(name: "Rendering", dependencies: ["Documents", "SceneGraph", "Typography", "Pictures", "CCairo", "CQPDF"]),

        // What people use.
        .target(
            name: "Dossier",
            dependencies: [
                "Documents", "Facts", "Tables", "Geography", "Scales", "SceneGraph", "Typography", "Themes", "Furniture",
                "VegaLite", "Timelines", "Cartography", "Markdown", "Hyphenation", "Reports", "Slides", "Pictures", "Rendering",
                "Archives",
            ]),
        .target(name: "DossierTesting", dependencies: ["Dossier"]),
        .executableTarget(
            name: "DossierCLI",
            dependencies: ["Dossier", "Reports", "Pictures", "Slides", .product(name: "ArgumentParser", package: "swift-argument-parser")]),

        .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
        .testTarget(name: "FormatsTests", dependencies: ["Formats"]),
        .testTarget(name: "ChronologyTests", dependencies: ["Chronology"]),
        .testTarget(name: "FactsTests", dependencies: ["Facts"]),
        .testTarget(name: "TablesTests", dependencies: ["Tables"]),
        .testTarget(name: "GeographyTests", dependencies: ["Geography"]),
        .testTarget(name: "ScalesTests", dependencies: ["Scales"]),
        .testTarget(name: "SceneGraphTests", dependencies: ["SceneGraph"]),
        .testTarget(name: "TypographyTests", dependencies: ["Typography"]),
        .testTarget(name: "ThemesTests", dependencies: ["Themes"]),
        .testTarget(name: "FurnitureTests", dependencies: ["Furniture"]),
        .testTarget(name: "VegaLiteTests", dependencies: ["VegaLite"]),
        .testTarget(name: "TimelinesTests", dependencies: ["Timelines"]),
        .testTarget(name: "CartographyTests", dependencies: ["Cartography"]),
        .testTarget(name: "HyphenationTests", dependencies: ["Hyphenation"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports"]),
        .testTarget(name: "ArchivesTests", dependencies: ["Archives"]),
        .testTarget(name: "SlidesTests", dependencies: ["Slides", "Furniture", "Archives"]),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures"]),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering"]),
        .testTarget(name: "DossierTests", dependencies: ["Dossier", "DossierTesting", "Geography"], exclude: ["__Pictures__"]),
        .testTarget(name: "DossierCLITests", dependencies: ["DossierCLI"]),
    ]
)
